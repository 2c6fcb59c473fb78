import { belowPreamble } from './below-preamble.ts';
import { brokenPlaces } from './broken-places.ts';
import { ByteReader, type ByteSource, type Tally } from './bytes.ts';
import type { Remark } from './entry.ts';
import type { Encoding } from './encoding.ts';
import { fileKind } from './file-kind.ts';
import { isSystemFile, isUnsafePath } from './file-path.ts';
import { FileFault, type FileProblem, type FileProblemId } from './file-problem.ts';
import type { Content, Importer } from './importer.ts';
import { IMPORTERS } from './importers/index.ts';
import { LIMITS, type Limits } from './limits.ts';
import { readText } from './read-text.ts';
import { recogniseFile } from './recognise-file.ts';
import { isSealed } from './seal-backup.ts';
import { readContent } from './text-shape.ts';
import { type PackedFile, unzip } from './unzip.ts';
import { whyOfNoUse } from './why-of-no-use.ts';

export interface DroppedFile {
  /** Its name, or where it was in the folder that was dropped. */
  readonly path: string;
  readonly blob: Blob;
}

/** A file as an importer takes it, or why not. `path` is with that of the archive: `letterboxd.zip/ratings.csv`. */
export type OpenedFile = { readonly path: string; readonly sizeBytes: number } & (
  | {
      /** Absent for a table that nobody knows, whose columns a person can name, and for our own export. */
      readonly importer?: Importer;
      readonly content: Content;
      /** Where bytes were no characters, so that something else is read than was meant. Absent where all were. */
      readonly broken?: readonly Remark[];
      /** What it was read as, where that is not plain UTF-8 without a broken place. */
      readonly encoding?: Encoding;
      /** The same file once more, as if it were written so. Holds nothing of what was read. */
      readonly readAs?: (encoding: Encoding) => Promise<OpenedFile>;
    }
  | {
      readonly problem: FileProblem;
      /** What the person said it was, and it is not. */
      readonly encoding?: Encoding;
      readonly readAs?: (encoding: Encoding) => Promise<OpenedFile>;
    }
);

export interface OpenOptions {
  readonly signal?: AbortSignal;
  /** Of the bytes that were dropped, not of those that come out. Never falls; ends at `total`. */
  readonly onProgress?: (done: { readonly bytes: number; readonly total: number; readonly path: string }) => void;
  readonly limits?: Partial<Limits>;
  readonly importers?: readonly Importer[];
}

/** What all files that were dropped together share. */
interface Run {
  readonly limits: Limits;
  readonly importers: readonly Importer[];
  readonly signal: AbortSignal | undefined;
  readonly tally: Tally & { files: number };
  /** More bytes of the dropped file were read. */
  progress(bytes: number, path: string): void;
}

/** Archives around a file. */
interface Around {
  readonly archives: number;
  readonly isInGzip: boolean;
}

/** An archive in an archive is opened; a third is not. */
const MOST_ARCHIVES = 2;
/** What office documents, which are archives, begin with. */
const OFFICE = ['[Content_Types].xml', 'mimetype'];

/**
 * Opens what a person drops, one file after the other, archives file by file. Nothing is told by names.
 * Holds one file at a time: who takes the next has to let go of the one before.
 *
 * @throws the reason of `signal`; nothing else, whatever the files are
 */
export async function* openFiles(
  files: readonly DroppedFile[],
  { signal, onProgress, limits, importers = IMPORTERS }: OpenOptions = {},
): AsyncGenerator<OpenedFile> {
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
  const tally = { files: 0, totalBytes: 0 };
  let before = 0;
  for (const { path, blob } of files) {
    let bytes = 0;
    const progress = (more: number, of: string): void => {
      bytes = Math.min(blob.size, bytes + more);
      onProgress?.({ bytes: before + bytes, total, path: of });
    };
    const run: Run = { limits: { ...LIMITS, ...limits }, importers, signal, tally, progress };
    const source: ByteSource = {
      path,
      packedBytes: blob.size,
      isPacked: false,
      blob,
      open: () => blob.stream(),
    };
    yield* openSource(source, { archives: 0, isInGzip: false }, run);
    progress(blob.size, path);
    before += blob.size;
    if (tally.files > run.limits.files) {
      return;
    }
  }
}

async function* openSource(source: ByteSource, around: Around, run: Run): AsyncGenerator<OpenedFile> {
  const { path } = source;
  run.signal?.throwIfAborted();
  run.tally.files += 1;
  if (run.tally.files > run.limits.files) {
    yield { path, sizeBytes: 0, problem: { id: 'too-many-files' } };
    return;
  }
  if (isSystemFile(path)) {
    yield { path, sizeBytes: source.blob?.size ?? 0, problem: { id: 'ignored' } };
    return;
  }
  const reader = new ByteReader(source, run.limits, run.tally, run.signal);
  try {
    const head = await reader.head();
    const kind = fileKind(head);
    if (kind === 'zip' || kind === 'gzip') {
      if (around.archives >= MOST_ARCHIVES || (kind === 'gzip' && around.isInGzip)) {
        throw new FileFault('too-deep');
      }
      const inside = { archives: around.archives + 1, isInGzip: kind === 'gzip' };
      if (kind === 'gzip') {
        await reader.close();
        yield* openSource(gunzipped(source), inside, uncounted(run));
      } else {
        yield* openArchive(source.blob ?? (await collected(reader)), path, inside, run);
      }
    } else if (isSealed(head)) {
      // A backup of our own: its head is told as such, the rest is for nobody without the passphrase.
      const text = new TextDecoder().decode(head.subarray(0, head.indexOf(10) + 1));
      yield { path, sizeBytes: source.blob?.size ?? reader.bytes, content: { sort: 'text', text } };
    } else if (kind === 'text') {
      yield await openText(source, reader, head, run);
    } else {
      throw new FileFault(kind === 'empty' ? 'empty' : 'not-text');
    }
  } catch (error) {
    if (!(error instanceof FileFault)) {
      throw error;
    }
    yield { path, sizeBytes: source.blob?.size ?? reader.bytes, problem: error.problem };
  } finally {
    await reader.close();
  }
}

/** Opens the files of an archive. A file that can't be is told and stops no other; a list that ends badly stops there. */
async function* openArchive(blob: Blob, path: string, around: Around, run: Run): AsyncGenerator<OpenedFile> {
  let count = 0;
  let folders = 0;
  for await (const file of unzip(blob)) {
    const inside = `${path}/${file.path}`;
    count += 1;
    if (count === 1 && OFFICE.includes(file.path)) {
      throw new FileFault('not-text', { detail: 'an office document' });
    }
    if (run.tally.totalBytes > run.limits.totalBytes) {
      throw new FileFault('bomb');
    }
    const id = whyLeftOut(file);
    if (id) {
      run.tally.files += 1;
      yield { path: inside, sizeBytes: 0, problem: { id } };
    } else if (file.isFolder) {
      run.tally.files += 1;
      folders += 1;
    } else {
      const source = file.source(inside);
      yield* openSource(source, around, run);
      if (around.archives === 1) {
        run.progress(source.packedBytes, inside);
      }
    }
    if (run.tally.files > run.limits.files) {
      return;
    }
  }
  if (count === folders) {
    throw new FileFault('empty');
  }
}

/** Why a file of an archive is not even begun with. */
function whyLeftOut({ path, isEncrypted, isUnsupported }: PackedFile): FileProblemId | undefined {
  return isUnsafePath(path) ? 'unsafe-path' : isEncrypted ? 'encrypted' : isUnsupported ? 'unsupported' : undefined;
}

/** Reads a file that was opened before in another encoding. */
async function readAgain(source: ByteSource, head: Uint8Array, run: Run, encoding: Encoding): Promise<OpenedFile> {
  const reader = new ByteReader(source, run.limits, { totalBytes: 0 });
  try {
    return await openText(source, reader, head, run, encoding);
  } catch (error) {
    if (!(error instanceof FileFault)) {
      throw error;
    }
    const readAs = (other: Encoding): Promise<OpenedFile> => readAgain(source, head, run, other);
    return { path: source.path, sizeBytes: reader.bytes, problem: error.problem, encoding, readAs };
  } finally {
    await reader.close();
  }
}

async function openText(
  source: ByteSource,
  first: ByteReader,
  head: Uint8Array,
  run: Run,
  chosen?: Encoding,
): Promise<OpenedFile> {
  const { path } = source;
  if (source.blob && source.blob.size > run.limits.fileBytes) {
    throw new FileFault('too-large');
  }
  let last = first;
  let isFirst = true;
  const open = (): AsyncIterable<Uint8Array> => {
    // Read again for another encoding, which is not more of the file.
    last = isFirst ? first : new ByteReader(source, run.limits, { totalBytes: 0 }, run.signal);
    isFirst = false;
    return piecesOf(last, (bytes) => source.blob && run.progress(bytes, path));
  };
  const { text, shape, encoding, isBroken } = await readText(head, open, run.limits, chosen);
  const whole = readContent(text, shape, run.limits);
  const known = recogniseFile(whole, run.importers);
  const below = known || whole.sort !== 'table' ? undefined : belowPreamble(text, run.importers);
  const { content, importer } = below ?? { content: whole, importer: known };
  const noUse = importer ? undefined : whyOfNoUse(content);
  if (noUse) {
    throw new FileFault(noUse);
  }
  return {
    path,
    sizeBytes: source.blob?.size ?? last.bytes,
    ...(importer && { importer }),
    content,
    ...(isBroken && { broken: brokenPlaces(text, content) }),
    ...((encoding !== 'utf-8' || isBroken || chosen) && {
      encoding,
      readAs: (other) => readAgain(source, head, { ...run, signal: undefined, progress: () => undefined }, other),
    }),
  };
}

async function* piecesOf(reader: ByteReader, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of reader.pieces()) {
      onBytes(piece.length);
      yield piece;
    }
  } finally {
    await reader.close();
  }
}

function gunzipped(source: ByteSource): ByteSource {
  return {
    path: source.path,
    packedBytes: source.packedBytes,
    isPacked: true,
    open: () =>
      source
        .open()
        .pipeThrough(new DecompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>),
  };
}

/** What a file is packed as is one file with it. */
function uncounted(run: Run): Run {
  run.tally.files -= 1;
  return run;
}

/** An archive out of an archive, which has to be whole to be read. */
async function collected(reader: ByteReader): Promise<Blob> {
  const pieces: BlobPart[] = [];
  for await (const piece of reader.pieces()) {
    pieces.push(piece as Uint8Array<ArrayBuffer>);
  }
  return new Blob(pieces);
}
