import { AppError } from '../domain/errors.ts';
import type { RecordId } from '../domain/ids.ts';
import type { Database } from '../store/database.ts';
import { secretOf } from '../store/secret.ts';

/** Where a read goes on. */
export interface CursorContent<Place> {
  readonly place: Place;
  /** The `used` changes of the turns that the read's first page spent. */
  readonly turns: readonly RecordId[];
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Every cursor is as long as any other, so that its length says nothing. */
const CONTENT_BYTES = 320;
/** More would not fit. A read under more grants of 'just this once' than this ends with its first page for the others. */
const MOST_TURNS = 4;

/**
 * Seals where a read stopped into a text that only this copy can open, and only for the same origin, call and query:
 * a place holds a date and an id that the vendor may not have been given.
 *
 * @param binding - origin, call and query as one text
 */
export async function sealCursor<Place>(
  database: Database,
  binding: string,
  content: CursorContent<Place>,
): Promise<string> {
  const bytes = new Uint8Array(CONTENT_BYTES).fill(0x20);
  new TextEncoder().encodeInto(
    JSON.stringify({ place: content.place, turns: content.turns.slice(0, MOST_TURNS) }),
    bytes,
  );
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(algorithm(iv, binding), await keyOf(database, 'encrypt'), bytes),
  );
  const all = new Uint8Array(IV_BYTES + sealed.length);
  all.set(iv);
  all.set(sealed, IV_BYTES);
  return btoa(String.fromCharCode(...all))
    .replace(/\+/gu, '-')
    .replace(/\//gu, '_')
    .replace(/=+$/u, '');
}

/** @throws {AppError} `bad-request` for whatever was not sealed here, for this */
export async function openCursor<Place>(
  database: Database,
  binding: string,
  cursor: string,
): Promise<CursorContent<Place>> {
  const key = await keyOf(database, 'decrypt');
  try {
    const all = Uint8Array.from(atob(cursor.replace(/-/gu, '+').replace(/_/gu, '/')), (unit) => unit.charCodeAt(0));
    if (all.length !== IV_BYTES + CONTENT_BYTES + TAG_BYTES) {
      throw new TypeError('Not a cursor.');
    }
    const bytes = await crypto.subtle.decrypt(algorithm(all.slice(0, IV_BYTES), binding), key, all.slice(IV_BYTES));
    // Only this copy could have sealed it, so it has the shape that it was sealed with.
    return JSON.parse(new TextDecoder().decode(bytes)) as CursorContent<Place>;
  } catch (cause) {
    throw new AppError('bad-request', 'cursor: Not a cursor of this query.', { cause });
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, binding: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(binding) };
}

async function keyOf(database: Database, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await secretOf(database), 'AES-GCM', false, [use]);
}
