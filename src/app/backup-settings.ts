import { deviceSetting, keepDeviceSetting } from '../store/device-setting.ts';
import { type BackupKey, newBackupKey } from '../transfer/seal-backup.ts';
import type { AppContext } from './context.ts';

/** Where copies go: a folder of the person's, the browser's downloads, or nowhere. */
export type BackupKind = 'folder' | 'downloads' | 'none';

/** How the person wants copies made on this device, and the last one. In no export. */
export interface BackupSettings {
  /** `undefined` until the person chose, `none` included. */
  readonly kind?: BackupKind;
  /** Sealed with {@link BackupKey}. */
  readonly isSealed: boolean;
  /** So many copies, the oldest being overwritten by the next. */
  readonly copies: number;
  /** The last good one. */
  readonly last?: BackupCopy;
  /** One that was made since and would not be read again. */
  readonly bad?: BackupCopy | undefined;
  /** The reminder is not shown before then. */
  readonly remindAfterMs?: number;
}

/** One copy that was made. */
export interface BackupCopy {
  readonly atMs: number;
  readonly bytes: number;
  readonly name: string;
  /** From 1, up to {@link BackupSettings.copies}. */
  readonly number: number;
  /** Of the store, as it was. */
  readonly revision: string;
  /** So many of its records would not be read again, and it with them. Absent for none. */
  readonly unreadable?: number;
}

const SETTINGS = 'backup';
const KEY = 'backup-key';
const FOLDER = 'backup-folder';

export async function backupSettings({ database }: AppContext): Promise<BackupSettings> {
  return { isSealed: false, copies: 7, ...((await deviceSetting(database, SETTINGS)) as Partial<BackupSettings>) };
}

export async function changeBackupSettings(
  context: AppContext,
  change: Partial<Pick<BackupSettings, 'kind' | 'last' | 'bad' | 'remindAfterMs'>>,
): Promise<BackupSettings> {
  const settings = { ...(await backupSettings(context)), ...change };
  await keepDeviceSetting(context.database, SETTINGS, settings);
  return settings;
}

/** From now on copies are sealed with a key made of this; `undefined` for no longer. Earlier copies stay as they are. */
export async function setBackupPassphrase(context: AppContext, passphrase: string | undefined): Promise<void> {
  const key = passphrase === undefined ? undefined : await newBackupKey(passphrase);
  await keepDeviceSetting(context.database, KEY, key);
  await keepDeviceSetting(context.database, SETTINGS, {
    ...(await backupSettings(context)),
    isSealed: key !== undefined,
  });
}

/** Encrypts and decrypts, but can't be read: automatic copies need no passphrase, and the page never has it. */
export async function backupKey({ database }: AppContext): Promise<BackupKey | undefined> {
  return (await deviceSetting(database, KEY)) as BackupKey | undefined;
}

/** The folder's handle, as the browser gave it. Only this browser can keep one. */
export async function backupFolder({ database }: AppContext): Promise<unknown> {
  return deviceSetting(database, FOLDER);
}

export async function setBackupFolder({ database }: AppContext, handle: unknown): Promise<void> {
  await keepDeviceSetting(database, FOLDER, handle);
}
