import { AppError } from '../../../domain/errors.ts';
import { putWorkMark, removeWorkMark, type Work, type WorkMark } from '../../../platform/work-mark.ts';
import { lockOf } from '../../lock-of.ts';

/** Of a window: something has ended here, well or not. What was told of it, or of what was left before it, may be old. */
export const WORK_ENDED = 'sayso-work-ended';

/** What this tab is writing, or waits to write. */
const here = new Set<WorkMark>();

/** Whether a mark is of this tab's own work: it was not left. */
export function isWrittenHere({ id }: WorkMark): boolean {
  return [...here].some((mark) => mark.id === id);
}

/**
 * Writes what takes long: when no other tab does, with a mark that tells of it should this tab be closed, and with a
 * word of the browser's before it is. Should nobody know whether it was written, the mark stays for `sayso-work-told`.
 *
 * @param signal - gives up waiting for another tab
 */
export async function whileWriting<T>(
  work: Work,
  mark: WorkMark,
  signal: AbortSignal,
  write: () => Promise<T>,
): Promise<T> {
  here.add(mark);
  try {
    return await inTurn(work, mark, signal, write);
  } finally {
    here.delete(mark);
    window.dispatchEvent(new Event(WORK_ENDED));
  }
}

function inTurn<T>(work: Work, mark: WorkMark, signal: AbortSignal, write: () => Promise<T>): Promise<T> {
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
      }
    }
  });
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
