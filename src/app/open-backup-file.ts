import { gunzip, isGzip } from '../transfer/gzip.ts';
import { type ExportLimits, readExport } from '../transfer/read-export.ts';
import type { ExportProblem } from '../transfer/read-export.ts';
import { isSealed, MAX_HEAD_BYTES, openSealed, readSeal } from '../transfer/seal-backup.ts';
import type { ExportFile } from './plan-restore.ts';

/** What became of a file that the person chose. */
export type OpenedFile =
  | { readonly outcome: 'read'; readonly file: ExportFile }
  | { readonly outcome: 'problems'; readonly problems: readonly ExportProblem[]; readonly problemCount: number }
  /** It is sealed: the passphrase is missing, or does not open it. */
  | { readonly outcome: 'needs-passphrase' | 'wrong-passphrase' };

/** Reads a backup, sealed or compressed, or the lines of an export. Nothing is written. */
export async function openBackupFile(
  blob: Blob,
  { passphrase, limits }: { readonly passphrase?: string; readonly limits?: ExportLimits } = {},
): Promise<OpenedFile> {
  if (blob.size === 0) {
    return { outcome: 'problems', problems: [{ line: 1, rule: 'empty' }], problemCount: 1 };
  }
  const start = new Uint8Array(await blob.slice(0, MAX_HEAD_BYTES).arrayBuffer());
  if (!isSealed(start)) {
    return readStream(isGzip(start) ? gunzip(blob.stream()) : blob.stream(), limits);
  }
  const seal = readSeal(start, blob.size);
  if (!seal.isGood) {
    return { outcome: 'problems', problems: [{ line: seal.line, rule: seal.rule }], problemCount: 1 };
  }
  if (passphrase === undefined) {
    return { outcome: 'needs-passphrase' };
  }
  const opened = await openSealed(new Uint8Array(await blob.arrayBuffer()), passphrase);
  return opened.outcome === 'opened'
    ? readStream(gunzip(new Blob([opened.plain]).stream()), limits)
    : { outcome: 'wrong-passphrase' };
}

async function readStream(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  limits: ExportLimits | undefined,
): Promise<OpenedFile> {
  const read = await readExport(wholeOrCut(stream), limits);
  return read.isGood
    ? { outcome: 'read', file: read }
    : { outcome: 'problems', problems: read.problems, problemCount: read.problemCount };
}

/** The pieces of a stream. One that breaks ends: what is missing, the reader tells. */
async function* wholeOrCut(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const piece = await reader.read().catch(() => ({ done: true, value: undefined }) as const);
      if (piece.value === undefined) {
        return;
      }
      yield piece.value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
