import { AppError } from '../domain/errors.ts';
import { type Database, DATABASE_VERSION } from './database.ts';
import { translateFailure } from './failure.ts';

/** Dexie counts in tenths, so that a patched shape still is of its version. */
const NATIVE_STEPS = 10;

/**
 * Opens the database if it is not open.
 *
 * @throws {AppError} `storage-unavailable` when it can't be opened, when another page holds an older version open, or
 *   when a later Sayso wrote it: that one's data is neither read nor written.
 */
export async function ready(database: Database): Promise<void> {
  if (database.isOpen()) {
    return;
  }
  try {
    await refuseLater(database);
    await openOrBlocked(database);
  } catch (thrown) {
    throw translateFailure(thrown);
  }
}

/** Looks before opening: Dexie would open a later version all the same, and add to it what it misses. */
async function refuseLater({ name, factory }: Database): Promise<void> {
  const found = await factory?.databases();
  const version = found?.find((one) => one.name === name)?.version ?? 0;
  if (Math.floor(version / NATIVE_STEPS) > DATABASE_VERSION) {
    throw new AppError('storage-unavailable', 'A later version of Sayso has written the data here.');
  }
}

/** The browser waits for ever when another page blocks an upgrade; the person should be told instead. */
async function openOrBlocked(database: Database): Promise<void> {
  let onBlocked = (): void => undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    onBlocked = () => {
      reject(new AppError('storage-unavailable', 'Another page of Sayso keeps an older version of the data open.'));
    };
  });
  database.on('blocked', onBlocked);
  try {
    await Promise.race([database.open(), blocked]);
  } finally {
    database.on('blocked').unsubscribe(onBlocked);
  }
}
