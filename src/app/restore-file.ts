import { AppError } from '../domain/errors.ts';
import type { RecordId } from '../domain/ids.ts';
import type { AppContext } from './context.ts';
import { openBackupFile } from './open-backup-file.ts';
import { restoreAll } from './restore-all.ts';
import type { OnProgress } from './work-progress.ts';

export interface RestoreFileOptions {
  readonly file: Blob;
  readonly passphrase?: string;
  /** The person knows what does not hold together in it. */
  readonly isWanted: boolean;
  readonly journalId: RecordId;
  readonly onProgress?: OnProgress;
}

/**
 * Reads a backup that was looked at before, and makes the person's data what it says.
 *
 * @throws {AppError} `bad-request` when the file can't be read any more, and as `restoreAll`
 * @returns the id of the change
 */
export async function restoreFile(
  context: AppContext,
  { file, passphrase, isWanted, journalId, onProgress }: RestoreFileOptions,
): Promise<RecordId> {
  onProgress?.({ progress: 'reading', done: 0 });
  const opened = await openBackupFile(file, passphrase === undefined ? {} : { passphrase });
  if (opened.outcome !== 'read') {
    throw new AppError('bad-request', 'The file is not what it was when it was looked at.');
  }
  return (await restoreAll(context, opened.file, { isWanted, journalId, ...(onProgress && { onProgress }) })).journalId;
}
