import type { RecordId } from '../domain/ids.ts';
import { browser } from './browser.ts';

/** What takes so long that its tab may be closed meanwhile. An undo is also that of an undo. */
export type Work = 'import' | 'restore' | 'undo' | 'backup';

/** Work that is being written, noted beforehand: should its tab be closed, the next one can tell what became of it. */
export interface WorkMark {
  /**
   * By which to tell whether it came to be: of an import its record, of a restore its entry in the journal, of an undo the
   * entry that it undoes.
   */
  readonly id: RecordId;
  /** Of an undo: those of the import that it undoes, if it is of one. */
  readonly files: readonly string[];
  /** Of an undo that does an import again. */
  readonly isAgain?: boolean;
  /** Of a backup, which came to be if there is a copy of since then. */
  readonly sinceMs?: number;
  /** What became of it, once that was told: what happens later is no fate of it. */
  readonly fate?: 'finished' | 'stopped';
}

export async function putWorkMark(work: Work, mark: WorkMark): Promise<void> {
  await browser.storage.local.set({ [work]: mark });
}

export async function readWorkMark(work: Work): Promise<WorkMark | undefined> {
  const { [work]: mark } = await browser.storage.local.get(work);
  return mark as WorkMark | undefined;
}

export async function removeWorkMark(work: Work): Promise<void> {
  await browser.storage.local.remove(work);
}
