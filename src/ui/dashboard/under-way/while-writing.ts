import { AppError } from '../../../domain/errors.ts';
import { putWorkMark, removeWorkMark, type Work, type WorkMark } from '../../../platform/work-mark.ts';

/** Held by the tab that writes: one at a time of each kind, over all tabs. Gone with the tab. */
export function lockOf(work: Work): string {
  return `sayso-${work}`;
}

/**
 * Writes what takes long: when no other tab does, with a mark that tells of it should this tab be closed, and with a
 * word of the browser's before it is. Should nobody know whether it was written, the mark stays for `sayso-work-told`.
 *
 * @param signal - gives up waiting for another tab
 */
export function whileWriting<T>(work: Work, mark: WorkMark, signal: AbortSignal, write: () => Promise<T>): Promise<T> {
  return navigator.locks.request(lockOf(work), { signal }, async () => {
    await putWorkMark(work, mark);
    window.addEventListener('beforeunload', warn);
    let isKnown = true;
    try {
      return await write();
    } catch (thrown) {
      isKnown = thrown instanceof AppError && thrown.code !== 'internal';
      throw thrown;
    } finally {
      window.removeEventListener('beforeunload', warn);
      await (isKnown && removeWorkMark(work));
    }
  });
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
