import type { RecordId } from '../domain/ids.ts';
import type { Database } from '../store/database.ts';
import { secretOf } from '../store/secret.ts';

/**
 * A random number, 0 ≤ share < 1, that is the same for the same ask however often it is worked out, and that nobody who
 * knows the ask's id can work out.
 */
export async function askShare(database: Database, askId: RecordId): Promise<number> {
  const secret = await secretOf(database);
  const name = new TextEncoder().encode(askId);
  const text = new Uint8Array(secret.length + name.length);
  text.set(secret);
  text.set(name, secret.length);
  const digest = new DataView(await crypto.subtle.digest('SHA-256', text));
  return digest.getUint32(0) / 2 ** 32;
}
