import type { Database } from './database.ts';

/**
 * Waits until what was written before is on the disk. Browsers report a write done when the system has it, which a
 * power cut can still lose; a strict transaction after it takes it along.
 */
export function flush(database: Database): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.backendDB().transaction('meta', 'readwrite', { durability: 'strict' });
    const meta = transaction.objectStore('meta');
    const get = meta.get('clock');
    // A transaction that writes nothing may skip the disk.
    get.onsuccess = () => {
      meta.put(get.result);
    };
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new DOMException('Aborted.', 'AbortError'));
    };
  });
}
