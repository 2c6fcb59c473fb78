/** What runs in a page of Sayso's: each function is sent there by itself and uses nothing around it. */

/** Waits until so many rows of the list stand there, with what is said in them. @returns milliseconds since the page was asked for */
export async function rowsMs(count: number): Promise<number> {
  for (;;) {
    const list = document
      .querySelector('sayso-dashboard')
      ?.shadowRoot?.querySelector('sayso-intentions')
      ?.shadowRoot?.querySelectorAll('sayso-intention-row');
    if (list && [...list].filter((row) => row.shadowRoot?.querySelector('.state')).length >= count) {
      return performance.now();
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/**
 * Each request there is once more, so many times, with all its threads and their quotes, under ids of their own: older ones, so
 * that what the list shows first stays.
 *
 * @returns how many requests and quotes there are then
 */
export async function multiply(times: number): Promise<{ requests: number; quotes: number }> {
  const TABLES = ['requests', 'threads', 'messages'];
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('sayso');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error ?? new Error('no database'));
  });
  const all = (store: IDBObjectStore): Promise<{ id: string; thread?: { phase: { kind: string } } }[]> =>
    new Promise((resolve, reject) => {
      const request = store.getAll();
      request.onsuccess = () => resolve(request.result as { id: string }[]);
      request.onerror = () => reject(request.error ?? new Error('not read'));
    });
  const reading = database.transaction(TABLES);
  const rows = await Promise.all(TABLES.map(async (table) => [table, await all(reading.objectStore(table))] as const));
  const ids = rows.flatMap(([table, some]) => (table === 'messages' ? [] : some.map(({ id }) => id)));
  const json = JSON.stringify(rows);
  for (let time = 1; time < times; time += 1) {
    // The first digits are the time of its making.
    const nameOf = (index: number): string =>
      `00000000-0000-7000-8${String(time).padStart(3, '0')}-${String(index).padStart(12, '0')}`;
    const copied = ids.reduce((text, id, index) => text.replaceAll(id, nameOf(index)), json);
    const transaction = database.transaction(TABLES, 'readwrite', { durability: 'relaxed' });
    for (const [table, some] of JSON.parse(copied) as [string, object[]][]) {
      some.forEach((row) => transaction.objectStore(table).put(row));
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    });
  }
  const counting = database.transaction(TABLES);
  const requests = (await all(counting.objectStore('requests'))).length;
  const threads = await all(counting.objectStore('threads'));
  database.close();
  return { requests, quotes: threads.filter(({ thread }) => thread?.phase.kind === 'quoted').length };
}
