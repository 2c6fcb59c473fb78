import type { Database } from './database.ts';
import { failureIn, ready } from './open.ts';
import { read } from './read.ts';

/** A setting of this device, as it was kept; `undefined` when there is none. */
export async function deviceSetting(database: Database, key: string): Promise<unknown> {
  return (await read(database, ['settings'], () => database.settings.get(key)))?.value;
}

/**
 * Keeps a setting of this device, or forgets it (`undefined`). Not by `write()`: when a copy was made is no change of the
 * person's data, and must not look like one, or every copy would call for the next.
 *
 * @throws {AppError} `storage-full` or `storage-unavailable`
 */
export async function keepDeviceSetting(database: Database, key: string, value: unknown): Promise<void> {
  await ready(database);
  try {
    await (value === undefined ? database.settings.delete(key) : database.settings.put({ key, value }));
  } catch (thrown) {
    throw failureIn(database, thrown);
  }
}
