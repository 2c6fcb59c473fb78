import { checkVendorMessage, type FromVendor } from '../../../src/protocol/signing/check-message.ts';
import { sealPersonMessage, type PersonEnvelope } from '../../../src/protocol/signing/envelope.ts';
import { newSigningKey, type SigningKey } from '../../../src/protocol/signing/signing-key.ts';

/** The signing of `src/protocol/signing`, in a page: with a key that lies in the page's own database. */
export interface SigningInPage {
  /** Makes the key and keeps it; tells what the browser says of it. */
  readonly make: () => Promise<{ readonly extractable: boolean; readonly exported: string }>;
  /** Signs with the key that was kept, by this page or one before it. */
  readonly seal: (message: Parameters<typeof sealPersonMessage>[0]) => Promise<PersonEnvelope>;
  /** `good`, or the problem. */
  readonly check: (message: unknown, expected: FromVendor) => Promise<string>;
}

function keys(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('keys', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('keys');
    open.onerror = () => reject(open.error ?? new Error('no database'));
    open.onsuccess = () => resolve(open.result.transaction('keys', mode).objectStore('keys'));
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer'));
  });
}

const inPage: SigningInPage = {
  make: async () => {
    const key = await newSigningKey();
    await done((await keys('readwrite')).put(key, 'shop'));
    const exported = await crypto.subtle.exportKey('pkcs8', key.privateKey).then(
      () => 'exported',
      (thrown: unknown) => (thrown instanceof DOMException ? thrown.name : 'another failure'),
    );
    return { extractable: key.privateKey.extractable, exported };
  },
  seal: async (message) => {
    const kept: unknown = await done((await keys('readonly')).get('shop') as IDBRequest<unknown>);
    return sealPersonMessage(message, kept as SigningKey);
  },
  check: async (message, expected) => {
    const checked = await checkVendorMessage(message, expected);
    return checked.kind === 'good' ? 'good' : checked.problem;
  },
};

Object.assign(globalThis, { signing: inPage });
