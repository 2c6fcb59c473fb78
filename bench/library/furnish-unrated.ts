import type { Page } from 'puppeteer-core';

/**
 * Puts so many films without a mark among those that `furnish` put there, each seen or on a list, as a source says, and has
 * a source speak of the rated ones, too, as after an import. Their keys lie between those. The pages that are open don't hear
 * of it.
 */
export async function furnishUnrated(
  page: Page,
  { rated, unrated }: { readonly rated: number; readonly unrated: number },
): Promise<void> {
  const STEP = 20_000;
  for (let start = 0; start < rated; start += STEP) {
    await page.evaluate(putRecords, start, Math.min(rated, start + STEP));
  }
  for (let start = 0; start < unrated; start += STEP) {
    await page.evaluate(putUnrated, start, Math.min(unrated, start + STEP));
  }
}

// Runs in the page: what a source says of the films of `furnish`.
async function putRecords(start: number, end: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('sayso');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error ?? new Error('no database'));
  });
  const transaction = database.transaction('sourceRecords', 'readwrite', { durability: 'relaxed' });
  const stamp = '00mgzlz0000000000000000';
  for (let n = start; n < end; n += 1) {
    const head = ((n * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0');
    transaction.objectStore('sourceRecords').put({
      id: `imdb tt${String(n)}`,
      itemId: `${head}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
      source: 'imdb',
      facts: { kind: 'Movie', name: `Film ${String(n)}`, identifiers: [] },
      content: { ratings: [{ given: { value: (n % 10) + 1, best: 10, worst: 1 }, at: '2019-03-09' }] },
      createdAt: stamp,
      updatedAt: stamp,
    });
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
  database.close();
}

// Runs in the page.
async function putUnrated(start: number, end: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('sayso');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error ?? new Error('no database'));
  });
  const transaction = database.transaction(['items', 'sourceRecords', 'intentions'], 'readwrite', {
    durability: 'relaxed',
  });
  const stamp = '00mgzlz0000000000000000';
  const stamps = { createdAt: stamp, updatedAt: stamp };
  for (let n = start; n < end; n += 1) {
    const head = ((n * 2_246_822_519) % 4_294_967_296).toString(16).padStart(8, '0');
    const id = `${head}-0000-7000-8001-${n.toString(16).padStart(12, '0')}`;
    const name = `A film of evening ${String(n)}`;
    const facts = {
      kind: 'Movie',
      name,
      creators: [`Director ${String(n % 5_000)}`],
      year: 1950 + (n % 75),
      identifiers: [],
    };
    const at = new Date(Date.UTC(2012, 0, 1) + n * 3_600_000).toISOString().slice(0, 10);
    const isWanted = n % 4 === 0;
    transaction.objectStore('items').put({ id, ...facts, genres: ['Drama'], ...stamps });
    transaction.objectStore('sourceRecords').put({
      id: `letterboxd ${name.toLowerCase()}`,
      itemId: id,
      source: 'letterboxd',
      facts,
      content: isWanted ? { wanted: { at } } : { uses: [{ at }], ...(n % 5 === 0 && { tags: ['late'] }) },
      ...stamps,
    });
    if (isWanted) {
      transaction.objectStore('intentions').put({
        id: `${head}-0000-7000-8002-${n.toString(16).padStart(12, '0')}`,
        itemId: id,
        wantedAt: at,
        source: 'letterboxd',
        ...stamps,
      });
    }
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
  database.close();
}
