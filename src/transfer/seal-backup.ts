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
/** A head is some 200 bytes. What has no line end before this has none. */
const MAX_HEAD_BYTES = 1_000;
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
});

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
  return new TextDecoder().decode(bytes.subarray(0, 32)).startsWith('{"sayso":"backup"');
}

/** `no-backup`: not of the form, or of a later one. `wrong-passphrase`: or it was changed, which can't be told apart. */
export type Opened =
  | { readonly outcome: 'opened'; readonly plain: Uint8Array<ArrayBuffer> }
  | { readonly outcome: 'no-backup' | 'wrong-passphrase' };

export async function openSealed(sealed: Uint8Array<ArrayBuffer>, passphrase: string): Promise<Opened> {
  const end = sealed.subarray(0, MAX_HEAD_BYTES).indexOf(10) + 1;
  const head = v.safeParse(headSchema, parsed(new TextDecoder().decode(sealed.subarray(0, end))));
  if (!head.success) {
    return { outcome: 'no-backup' };
  }
  const { salt, iterations, iv } = head.output;
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
