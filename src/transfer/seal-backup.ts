import * as v from 'valibot';

/**
 * What protects a backup: a key made of a passphrase. The key can encrypt and decrypt, and can't be read out of the
 * browser; the salt is in the head of every backup sealed with it.
 */
export interface BackupKey {
  readonly key: CryptoKey;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

/** As OWASP has it for PBKDF2 with SHA-256. */
export const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;
/** AES-GCM's: no ciphertext is shorter. */
const TAG_BYTES = 16;
/** A head is some 200 bytes. What has no line end before this has none. */
export const MAX_HEAD_BYTES = 1_000;
/** How every head begins, of whatever version. */
const HEAD_START = '{"sayso":"backup"';
/** More would keep the machine busy for minutes: no backup of ours. */
const MAX_ITERATIONS = 10_000_000;

const base64 = (bytes: number) =>
  v.pipe(
    v.string(),
    v.base64(),
    v.transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))),
    v.check((decoded) => decoded.length === bytes),
  );

const headSchema = v.object({
  sayso: v.literal('backup'),
  version: v.literal(1),
  kdf: v.literal('PBKDF2-SHA-256'),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_ITERATIONS)),
  salt: base64(SALT_BYTES),
  cipher: v.literal('AES-256-GCM'),
  iv: base64(IV_BYTES),
  /** Of the ciphertext. The first backups did not say. */
  bytes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(TAG_BYTES))),
});

/** What of the head and the size tells that a backup can't be opened, with the very names of `EXPORT_RULES`. */
export type SealRule = 'no-end' | 'later-version' | 'bad-record' | 'wrong-hash';

/** Takes a good second, on purpose: whoever has the file has to spend it for every guess. */
export async function newBackupKey(passphrase: string): Promise<BackupKey> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return { key: await derive(passphrase, salt, ITERATIONS), salt, iterations: ITERATIONS };
}

/**
 * A head of one line, then the ciphertext. The head is authenticated with it: a changed one does not open.
 * `docs/data-model.md` has the format, `scripts/open-backup.mjs` opens it without Sayso.
 */
export async function sealBackup(
  plain: Uint8Array<ArrayBuffer>,
  { key, salt, iterations }: BackupKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const head = {
    sayso: 'backup',
    version: 1,
    kdf: 'PBKDF2-SHA-256',
    iterations,
    salt: textOf(salt),
    cipher: 'AES-256-GCM',
    iv: textOf(iv),
    bytes: plain.length + TAG_BYTES,
  };
  const additionalData = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  const sealed = new Uint8Array(additionalData.length + cipher.byteLength);
  sealed.set(additionalData);
  sealed.set(new Uint8Array(cipher), additionalData.length);
  return sealed;
}

/** Whether it says of itself that it is a sealed backup, of whatever version. */
export function isSealed(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 32)).startsWith(HEAD_START);
}

type Seal =
  /** `end` is where the ciphertext begins. */
  | { readonly isGood: true; readonly head: v.InferOutput<typeof headSchema>; readonly end: number }
  | { readonly isGood: false; readonly line: 1 | 2; readonly rule: SealRule };

/**
 * Looks at how a backup was sealed, which takes no passphrase: one that was cut off is told before anybody is asked for it.
 *
 * @param start - of the file: at least its first {@link MAX_HEAD_BYTES}, where it has so many
 * @param size - of all of it, in bytes
 */
export function readSeal(start: Uint8Array, size: number): Seal {
  const end = start.subarray(0, MAX_HEAD_BYTES).indexOf(10) + 1;
  if (end === 0 && size < MAX_HEAD_BYTES) {
    return { isGood: false, line: 1, rule: 'no-end' };
  }
  const value = parsed(new TextDecoder().decode(start.subarray(0, end)));
  const head = v.safeParse(headSchema, value);
  if (!head.success) {
    const isLater = v.is(v.object({ version: v.pipe(v.number(), v.gtValue(1)) }), value);
    return { isGood: false, line: 1, rule: isLater ? 'later-version' : 'bad-record' };
  }
  const { bytes } = head.output;
  if (size - end < (bytes ?? TAG_BYTES)) {
    return { isGood: false, line: 2, rule: 'no-end' };
  }
  return bytes !== undefined && size - end > bytes
    ? { isGood: false, line: 2, rule: 'wrong-hash' }
    : { isGood: true, head: head.output, end };
}

/** `no-backup`: {@link readSeal} says why. `wrong-passphrase`: or it was changed, which can't be told apart. */
export type Opened =
  | { readonly outcome: 'opened'; readonly plain: Uint8Array<ArrayBuffer> }
  | { readonly outcome: 'no-backup' | 'wrong-passphrase' };

export async function openSealed(sealed: Uint8Array<ArrayBuffer>, passphrase: string): Promise<Opened> {
  const seal = readSeal(sealed, sealed.length);
  if (!seal.isGood) {
    return { outcome: 'no-backup' };
  }
  const { head, end } = seal;
  const { salt, iterations, iv } = head;
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: sealed.subarray(0, end) },
      await derive(passphrase, salt, iterations),
      sealed.subarray(end),
    );
    return { outcome: 'opened', plain: new Uint8Array(plain) };
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'OperationError') {
      return { outcome: 'wrong-passphrase' };
    }
    throw thrown;
  }
}

/** The same passphrase written in two forms of Unicode is the same. */
async function derive(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize('NFC'));
  const raw = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    raw,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not of the form: what the caller tells.
    return undefined;
  }
}
