import { backupFolder, type BackupCopy, backupSettings } from '../../app/backup-settings.ts';
import type { AppContext } from '../../app/context.ts';
import { type KeepFile, makeBackup, nextBackup } from '../../app/make-backup.ts';
import { AppError } from '../../domain/errors.ts';
import { newRecordId } from '../../domain/ids.ts';
import { canWriteTo, hasDownloads, saveDownload, writeToFolder } from '../../platform/save-file.ts';
import { putWorkMark, readWorkMark, removeWorkMark } from '../../platform/work-mark.ts';
import { lockOf } from '../lock-of.ts';

/**
 * Makes a copy where the person wants it, once, however many of Sayso's pages are open. With a mark that tells of it should
 * this page be closed meanwhile.
 *
 * @param isStillWanted - asked when it is this page's turn: another may have made it meanwhile
 * @returns the copy; `undefined` when it was not wanted any more
 * @throws {AppError} `browser-refused` when the browser wants to be asked again for the place; `not-found` without a place
 */
export function runBackup(
  context: AppContext,
  isStillWanted: () => Promise<boolean> = async () => true,
): Promise<BackupCopy | undefined> {
  return navigator.locks.request(lockOf('backup'), async () =>
    (await isStillWanted()) ? marked(context, await placeOf(context)) : undefined,
  );
}

async function marked(context: AppContext, keep: KeepFile): Promise<BackupCopy> {
  // Of one that was left nobody may have heard yet: it stays, and is told as made when this one is.
  const isLeft = (await readWorkMark('backup')) !== undefined;
  if (!isLeft) {
    const { name } = await nextBackup(context);
    const sinceMs = context.clock.nowMs();
    await putWorkMark('backup', { id: newRecordId(sinceMs), files: [name], sinceMs });
  }
  try {
    return await makeBackup(context, keep);
  } finally {
    await (isLeft || removeWorkMark('backup'));
  }
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
