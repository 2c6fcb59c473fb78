import type { RecordId } from '../domain/ids.ts';
import { browser } from './browser.ts';

const KEY = 'import';

/** An import that is being written, noted beforehand: should its tab be closed, the next one can tell what became of it. */
export interface ImportMark {
  /** The record that it has if it came to be. */
  readonly importId: RecordId;
  readonly files: readonly string[];
  readonly atMs: number;
}

export async function putImportMark(mark: ImportMark): Promise<void> {
  await browser.storage.local.set({ [KEY]: mark });
}

export async function readImportMark(): Promise<ImportMark | undefined> {
  const { [KEY]: mark } = await browser.storage.local.get(KEY);
  return mark as ImportMark | undefined;
}

export async function removeImportMark(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
