/** Runs an import as the extension does, in a worker, and the bare writes of the same records beside it. */
import { openContext } from '../../src/app/context.ts';
import { exportAll } from '../../src/app/export-all.ts';
import { ImportSession } from '../../src/app/import-session.ts';
import { undoChange } from '../../src/app/undo-change.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import { Database } from '../../src/store/database.ts';
import { readAll } from './read-all.ts';
import { rawWrites } from './raw-writes.ts';

/** An import from these addresses, or, in a worker of its own as in the extension, what an import is put beside. */
export type ImportWork =
  | {
      readonly addresses: readonly string[];
      /** Whether the database stays, for what the import is put beside. */
      readonly isBeside: boolean;
    }
  | { readonly imported: Imported };

/** An import that was written: the name of its database, and its change. */
export interface Imported {
  readonly name: string;
  readonly journalId: RecordId;
}

/** Milliseconds, and what was read. */
export interface ImportTimes {
  readonly openMs: number;
  readonly previewMs: number;
  readonly commitMs: number;
  readonly rows: number;
  readonly skipped: number;
  readonly things: number;
  /** The records that an export has, as JSON text, in characters. */
  readonly characters: number;
  readonly imported: Imported;
}

export interface BesideTimes {
  readonly undoMs: number;
  readonly rawMs: number;
  readonly rawRecords: number;
  /** Reading every record that an export has, by the browser's own call for it. */
  readonly readMs: number;
  readonly exportMs: number;
}

/** What goes on: frames, memory and processor time are counted by it. `read` is what only the bench does. */
export type Phase = 'import' | 'read' | 'bare' | 'export' | 'undo';

interface Port {
  postMessage(message: ImportTimes | BesideTimes | { readonly phase: Phase } | { readonly failure: string }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ImportWork>) => void): void;
}
const port = globalThis as unknown as Port;

/** Says the phase when it begins. It lasts until the next begins. */
async function timed<T>(phase: Phase, work: () => Promise<T>): Promise<[T, number]> {
  port.postMessage({ phase });
  const startedAt = performance.now();
  const value = await work();
  return [value, performance.now() - startedAt];
}

async function runImport(addresses: readonly string[], isBeside: boolean): Promise<ImportTimes> {
  const files: { path: string; blob: Blob }[] = [];
  for (const address of addresses) {
    const response = await fetch(address);
    files.push({ path: address, blob: await response.blob() });
  }
  const name = `bench-${crypto.randomUUID()}`;
  const context = openContext({ session: '', name });
  const session = new ImportSession(context);
  const [, openMs] = await timed('import', () => session.open(files));
  for (const { index, questions } of session.files) {
    for (const { id } of questions.filter((question) => question.id === 'person')) {
      session.answer(index, id, 'all');
    }
  }
  const [preview, previewMs] = await timed('import', () => session.preview('mine'));
  const [{ journalId }, commitMs] = await timed('import', () => session.commit('mine'));
  const { rowsRead: rows, skipped, counts } = preview;
  const times = { openMs, previewMs, commitMs, rows, skipped, things: counts.added };
  port.postMessage({ phase: 'read' });
  let characters = 0;
  await readAll(context.database, (records) => {
    characters += JSON.stringify(records).length;
  });
  context.database.close();
  if (!isBeside) {
    await Database.delete(name);
  }
  return { ...times, characters, imported: { name, journalId } };
}

/** Bare writes, reading, everything out, undo. */
async function runBeside({ name, journalId }: Imported): Promise<BesideTimes> {
  const context = openContext({ session: '', name });
  const raw = await rawWrites(context.database, (work) => timed('bare', work));
  const [, readMs] = await timed('read', () => readAll(context.database));
  const [, exportMs] = await timed('export', () => exportAll(context));
  const [, undoMs] = await timed('undo', () => undoChange(context, { journalId }));
  context.database.close();
  await Database.delete(name);
  return { undoMs, rawMs: raw.ms, rawRecords: raw.records, readMs, exportMs };
}

port.addEventListener('message', ({ data }) => {
  ('imported' in data ? runBeside(data.imported) : runImport(data.addresses, data.isBeside))
    .then((times: ImportTimes | BesideTimes) => port.postMessage(times))
    .catch((thrown: unknown) => port.postMessage({ failure: String(thrown) }));
});
