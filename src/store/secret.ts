import type { Database } from './database.ts';
import { failureIn, ready } from './open.ts';

const BYTES = 32;

/** The row never changes once it is there. One for each open database: a deleted one gets another. */
const known = new WeakMap<IDBDatabase, Uint8Array<ArrayBuffer>>();

/**
 * Random bytes that this copy keeps to itself; made at the first call. They seal what goes out to come back (cursors),
 * and make what must be unguessable repeatable.
 */
export async function secretOf(database: Database): Promise<Uint8Array<ArrayBuffer>> {
  if (!database.isOpen()) {
    await ready(database);
  }
  const bytes = known.get(database.backendDB());
  if (bytes) {
    return bytes;
  }
  try {
    const found = await database.transaction('rw', 'meta', async () => {
      const row = await database.meta.get('secret');
      if (row?.key === 'secret') {
        return row.bytes;
      }
      const made = crypto.getRandomValues(new Uint8Array(BYTES));
      await database.meta.put({ key: 'secret', bytes: made });
      return made;
    });
    known.set(database.backendDB(), found);
    return found;
  } catch (thrown) {
    throw failureIn(database, thrown);
  }
}
