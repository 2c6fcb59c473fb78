import type { AppContext } from '../../../app/context.ts';
import { ImportSession, type SessionControl } from '../../../app/import-session.ts';
import { restoreFile } from '../../../app/restore-file.ts';
import { undoTold } from '../../../app/undo-told.ts';
import { AppError } from '../../../domain/errors.ts';
import type { ImportAnswer, ImportCall, ImportOrder, ImportProgress } from './import-wire.ts';

/** The worker's end of the wire. */
export interface ImportPort {
  postMessage(message: ImportAnswer | ImportProgress): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ImportCall | ImportOrder>) => void): void;
}

/** Between two words of progress. */
const PROGRESS_MS = 100;

/** Answers the calls of one Import page, one after the other: each needs what the one before made. */
export function serveImports(port: ImportPort, context: AppContext): void {
  const session = new ImportSession(context);
  let isPaused = false;
  let stop = new AbortController();
  let toldAtMs = 0;
  let told: ImportProgress['progress'] | undefined;
  let last: Promise<void> = Promise.resolve();

  function tell(progress: ImportProgress): void {
    const nowMs = performance.now();
    if (nowMs - toldAtMs >= PROGRESS_MS || progress.done === progress.total || progress.progress !== told) {
      toldAtMs = nowMs;
      told = progress.progress;
      port.postMessage(progress);
    }
  }

  function control(): SessionControl {
    stop = new AbortController();
    isPaused = false;
    return {
      signal: stop.signal,
      isPaused: () => isPaused,
      onBytes: ({ bytes, total, path }) => tell({ progress: 'opening', done: bytes, total, path }),
      onProgress: (rows) => tell({ progress: 'reading', done: rows }),
      onPlaced: (done, total) => tell({ progress: 'placing', done, total }),
    };
  }

  async function answer(call: ImportCall): Promise<ImportAnswer> {
    const { id } = call;
    switch (call.do) {
      case 'open':
        await session.open(call.files, control());
        return { id, files: session.files };
      case 'answer':
        session.answer(call.file, call.question, call.value);
        return { id, files: session.files };
      case 'read-as':
        await session.readAs(call.file, call.encoding);
        return { id, files: session.files };
      case 'map':
        await session.map(call.file, call.mapping);
        return { id, files: session.files };
      case 'sample':
        return { id, sample: session.sample(call.file, call.mapping) };
      case 'leave-out':
        session.leaveOut(call.file, call.isLeftOut);
        return { id, files: session.files };
      case 'preview':
        return { id, preview: await session.preview(call.winner, control()) };
      case 'commit':
        return { id, result: await session.commit(call.winner, call.importId, control()) };
      case 'report':
        return { id, report: session.report(call) };
      case 'restore':
        return { id, restored: await restoreFile(context, { ...call, onProgress: tell }) };
      case 'undo':
        return { id, undone: await undoTold(context, { ...call, onProgress: tell }) };
    }
  }

  port.addEventListener('message', ({ data }) => {
    if ('order' in data) {
      isPaused = data.order === 'pause';
      if (data.order === 'stop') {
        stop.abort(new AppError('cancelled', 'The import was stopped. Nothing was written.'));
      }
      return;
    }
    last = last
      .then(() => answer(data))
      .catch((thrown: unknown) => {
        const failure = AppError.toWire(thrown);
        if (failure.code === 'internal') {
          console.error(thrown);
        }
        return { id: data.id, failure };
      })
      .then((said) => port.postMessage(said));
  });
}
