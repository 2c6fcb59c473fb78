import { backupFolder, type BackupCopy, backupSettings } from '../../app/backup-settings.ts';
import type { AppContext } from '../../app/context.ts';
import { type KeepFile, makeBackup } from '../../app/make-backup.ts';
import { AppError } from '../../domain/errors.ts';
import { canWriteTo, hasDownloads, saveDownload, writeToFolder } from '../../platform/save-file.ts';

const LOCK = 'sayso-backup';

/**
 * Makes a copy where the person wants it, once, however many of Sayso's pages are open.
 *
 * @param isStillWanted - asked when it is this page's turn: another may have made it meanwhile
 * @returns the copy; `undefined` when it was not wanted any more
 * @throws {AppError} `browser-refused` when the browser wants to be asked again for the place; `not-found` without a place
 */
export function runBackup(
  context: AppContext,
  isStillWanted: () => Promise<boolean> = async () => true,
): Promise<BackupCopy | undefined> {
  return navigator.locks.request(LOCK, async () =>
    (await isStillWanted()) ? makeBackup(context, await placeOf(context)) : undefined,
  );
}

async function placeOf(context: AppContext): Promise<KeepFile> {
  const { kind } = await backupSettings(context);
  if (kind === 'folder') {
    const folder = (await backupFolder(context)) as FileSystemDirectoryHandle | undefined;
    if (folder && (await canWriteTo(folder))) {
      return (name, file) => writeToFolder(folder, name, file);
    }
    throw new AppError('browser-refused', 'The browser wants to be asked for the folder.');
  }
  if (kind === 'downloads') {
    if (await hasDownloads()) {
      return saveDownload;
    }
    throw new AppError('browser-refused', 'The browser wants to be asked for downloads.');
  }
  throw new AppError('not-found', 'No place was chosen.');
}
