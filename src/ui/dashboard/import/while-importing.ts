import { type ImportMark, putImportMark, removeImportMark } from '../../../platform/import-mark.ts';

/** Held by the tab that writes an import: one at a time, over all tabs. Gone with the tab. */
export const IMPORT_LOCK = 'sayso-import';

/**
 * Writes an import: when no other tab does, with a mark that tells of it should this tab be closed, and with a word of the
 * browser's before it is.
 *
 * @param signal - gives up waiting for another tab
 */
export function whileImporting<T>(mark: ImportMark, signal: AbortSignal, write: () => Promise<T>): Promise<T> {
  return navigator.locks.request(IMPORT_LOCK, { signal }, async () => {
    await putImportMark(mark);
    window.addEventListener('beforeunload', warn);
    try {
      return await write();
    } finally {
      window.removeEventListener('beforeunload', warn);
      await removeImportMark();
    }
  });
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
