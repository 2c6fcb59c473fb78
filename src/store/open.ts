import { AppError } from '../domain/errors.ts';
import { type Database, DATABASE_VERSION } from './database.ts';
import { translateFailure } from './failure.ts';
import { OtherVersion } from './opener.ts';

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
    await openKnown(database);
  } catch (thrown) {
    throw translateFailure(thrown);
  }
}

/**
 * What to throw after the browser failed. The next call opens the database anew: Firefox leaves a connection unusable
 * that has met a full disk, and would go on refusing when there is room again.
 */
export function failureIn(database: Database, thrown: unknown): unknown {
  const failure = translateFailure(thrown);
  if (failure instanceof AppError && isOfStorage(failure) && database.isOpen()) {
    database.close({ disableAutoOpen: false });
  }
  return failure;
}

function isOfStorage({ code }: AppError): boolean {
  return code === 'storage-full' || code === 'storage-unavailable';
}

/** Far longer than opening takes. */
const PATIENCE_MS = 10_000;

/** Opens what is there if this code knows its version: Dexie would add what it misses to a later one, too. */
async function openKnown(database: Database): Promise<void> {
  try {
    await openOrBlocked(database);
  } catch (thrown) {
    const { name, opener } = database;
    if (!opener || !isOtherVersion(thrown)) {
      throw thrown;
    }
    const version = (await opener.databases()).find((one) => one.name === name)?.version ?? 0;
    if (Math.floor(version / NATIVE_STEPS) > DATABASE_VERSION) {
      throw new AppError('storage-unavailable', 'A later version of Sayso has written the data here.', {
        cause: thrown,
      });
    }
    opener.mayBeOther = true;
    await openOrBlocked(database);
  }
}

/** Dexie wraps what opening failed of. */
function isOtherVersion(thrown: unknown): boolean {
  const { inner } = thrown as { inner?: unknown };
  return thrown instanceof OtherVersion || inner instanceof OtherVersion;
}

/**
 * The browser waits for ever when another page blocks an upgrade; the person should be told instead. It says so to the
 * first who waits only: whoever comes after, the background before them or a call before this one, hears nothing.
 */
async function openOrBlocked(database: Database): Promise<void> {
  let onBlocked = (): void => undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    onBlocked = () => {
      reject(new AppError('storage-unavailable', 'Another page of Sayso keeps an older version of the data open.'));
    };
  });
  database.on('blocked', onBlocked);
  const late = setTimeout(onBlocked, PATIENCE_MS);
  try {
    await Promise.race([database.open(), blocked]);
  } finally {
    clearTimeout(late);
    database.on('blocked').unsubscribe(onBlocked);
  }
}
