import { AppError } from '../../../domain/errors.ts';
import { putWorkMark, removeWorkMark, type Work, type WorkMark } from '../../../platform/work-mark.ts';
import { lockOf } from '../../lock-of.ts';

/** Of a window: something ended of which nobody here knows whether it was written. */
export const WORK_LEFT = 'sayso-work-left';

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
      if (isKnown) {
        await removeWorkMark(work);
      } else {
        window.dispatchEvent(new Event(WORK_LEFT));
      }
    }
  });
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
