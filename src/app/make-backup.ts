import { type BackupCopy, backupKey, backupSettings, changeBackupSettings } from './backup-settings.ts';
import type { AppContext } from './context.ts';
import { exportAll } from './export-all.ts';
import { packExport } from './pack-export.ts';
import { UnreadableRecords } from './unreadable-records.ts';

/** Puts a file where the person wants copies. Done when it is there; throws when it is not. */
export type KeepFile = (name: string, file: Blob) => Promise<void>;

/** What the file of one copy is called. Sealed ones have a name of their own, since no other program opens them. */
function backupName(number: number, isSealed: boolean): string {
  return `sayso-backup-${number}${isSealed ? '.sayso' : '.jsonl.gz'}`;
}

/** Which copy is made next, and what its file is called. */
export async function nextBackup(context: AppContext): Promise<Pick<BackupCopy, 'number' | 'name'>> {
  const { copies, last } = await backupSettings(context);
  const number = ((last?.number ?? 0) % copies) + 1;
  return { number, name: backupName(number, (await backupKey(context)) !== undefined) };
}

/**
 * Makes one copy of everything, in place of the oldest. The one before is whole as long as this one is not. One that would
 * not be read again is kept, for what can be got out of it; it counts as none, and the next is made in its place.
 */
export async function makeBackup(context: AppContext, keep: KeepFile): Promise<BackupCopy> {
  const { number, name } = await nextBackup(context);
  const key = await backupKey(context);
  const check = new UnreadableRecords();
  const { blob, revision } = await exportAll(context, (table, records) => check.add(table, records));
  const file = await packExport(blob, key);
  await keep(name, file);
  const made = { atMs: context.clock.nowMs(), bytes: file.size, name, number, revision };
  const copy: BackupCopy = check.count === 0 ? made : { ...made, unreadable: check.count };
  await changeBackupSettings(context, check.count === 0 ? { last: copy, bad: undefined } : { bad: copy });
  return copy;
}
