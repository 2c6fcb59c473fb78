/** Runs an import as the extension does, in a worker, and the bare writes of the same records beside it. */
import { openContext } from '../../src/app/context.ts';
import { exportAll } from '../../src/app/export-all.ts';
import { ImportSession } from '../../src/app/import-session.ts';
import { undoChange } from '../../src/app/undo-change.ts';
import { Database } from '../../src/store/database.ts';
import { readAll } from './read-all.ts';
import { rawWrites } from './raw-writes.ts';

/** Milliseconds, and what was read. */
export interface ImportTimes {
  readonly openMs: number;
  readonly previewMs: number;
  readonly commitMs: number;
  readonly undoMs: number;
  readonly rawMs: number;
  readonly rawRecords: number;
  /** Reading every record that an export has, by the browser's own call for it. */
  readonly readMs: number;
  readonly exportMs: number;
  readonly rows: number;
  readonly skipped: number;
  readonly things: number;
}

interface Port {
  postMessage(message: ImportTimes | { readonly failure: string }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<readonly string[]>) => void): void;
}
const port = globalThis as unknown as Port;

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const startedAt = performance.now();
  const value = await work();
  return [value, performance.now() - startedAt];
}

async function run(addresses: readonly string[]): Promise<ImportTimes> {
  const files: { path: string; blob: Blob }[] = [];
  for (const address of addresses) {
    const response = await fetch(address);
    files.push({ path: address, blob: await response.blob() });
  }
  const name = `bench-${crypto.randomUUID()}`;
  const context = openContext({ session: '', name });
  const session = new ImportSession(context);
  const [, openMs] = await timed(() => session.open(files));
  for (const { index, questions } of session.files) {
    for (const { id } of questions.filter((question) => question.id === 'person')) {
      session.answer(index, id, 'all');
    }
  }
  const [preview, previewMs] = await timed(() => session.preview('mine'));
  const [{ journalId }, commitMs] = await timed(() => session.commit('mine'));
  const { rawMs, records } = await rawWrites(context.database);
  const [, readMs] = await timed(() => readAll(context.database));
  const [, exportMs] = await timed(() => exportAll(context));
  const [, undoMs] = await timed(() => undoChange(context, { journalId }));
  context.database.close();
  await Database.delete(name);
  return {
    openMs,
    previewMs,
    commitMs,
    undoMs,
    rawMs,
    rawRecords: records,
    readMs,
    exportMs,
    rows: preview.rowsRead,
    skipped: preview.skipped,
    things: preview.counts.added,
  };
}

port.addEventListener('message', ({ data }) => {
  run(data)
    .then((times) => port.postMessage(times))
    .catch((thrown: unknown) => port.postMessage({ failure: String(thrown) }));
});
