import { AppError } from '../domain/errors.ts';
import { backupKey } from './backup-settings.ts';
import type { AppContext } from './context.ts';
import { exportAll, type Exported } from './export-all.ts';
import { packExport } from './pack-export.ts';

/**
 * Everything the person has, sealed as their backups are: only the passphrase opens it.
 *
 * @throws {AppError} `not-found` where there is no passphrase; `storage-unavailable`
 */
export async function exportSealed(context: AppContext): Promise<Exported> {
  const key = await backupKey(context);
  if (!key) {
    // Never plain where sealed was asked for.
    throw new AppError('not-found', 'There is no passphrase to seal with.');
  }
  const exported = await exportAll(context);
  return { ...exported, blob: await packExport(exported.blob, key) };
}
