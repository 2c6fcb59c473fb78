import type { RecordId } from '../domain/ids.ts';
import { browser } from './browser.ts';

/** What takes so long that its tab may be closed meanwhile. */
export type Work = 'import' | 'restore';

/** Work that is being written, noted beforehand: should its tab be closed, the next one can tell what became of it. */
export interface WorkMark {
  /** What it leaves behind if it came to be: of an import its record, of a restore its entry in the journal. */
  readonly id: RecordId;
  readonly files: readonly string[];
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
