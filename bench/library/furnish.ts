import type { Page } from 'puppeteer-core';

/**
 * Puts so many films and their ratings into Sayso's database in place of what was there, in the shape that the store
 * writes them (docs/data-model.md), from one of its own pages: with makers, years, tags on every fifth, and a review of
 * a few dozen words on every tenth. The pages that are open don't hear of it.
 */
export async function furnish(page: Page, count: number): Promise<void> {
  const STEP = 20_000;
  for (let start = 0; start < count; start += STEP) {
    // In pieces: the driver gives up on what takes minutes.
    await page.evaluate(putFilms, start, Math.min(count, start + STEP), count);
  }
}

// Runs in the page.
async function putFilms(start: number, end: number, count: number): Promise<void> {
  const WORDS = 'light dark river winter harbour quiet train letter garden stranger island machine hour mirror'.split(
    ' ',
  );
  const word = (n: number): string => WORDS[n % WORDS.length] ?? '';
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = indexedDB.open('sayso');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error ?? new Error('no database'));
  });
  const tables = ['items', 'ratings', 'meta', 'journal'];
  const transaction = database.transaction(tables, 'readwrite', { durability: 'relaxed' });
  if (start === 0) {
    tables.forEach((table) => transaction.objectStore(table).clear());
  }
  const stamp = '00mgzlz0000000000000000';
  for (let n = start; n < end; n += 1) {
    // Keys as random as real ones: neither index is in the order of the other.
    const id = `${((n * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
    const stamps = { createdAt: stamp, updatedAt: stamp };
    const halves = ((n * 7) % 10) + 1;
    transaction.objectStore('items').put({
      id,
      kind: 'Movie',
      name: `The ${word(n)} ${word(n * 3 + 1)} ${String(n)}`,
      creators: [`Director ${String(n % 5_000)}`],
      genres: ['Drama'],
      year: 1950 + (n % 75),
      identifiers: [],
      ...stamps,
    });
    transaction.objectStore('ratings').put({
      itemId: id,
      kind: 'Movie',
      value: halves * 10,
      given: { value: halves / 2, best: 5, worst: 0.5 },
      ratedAt: new Date(Date.UTC(2010, 0, 1) + n * 3_600_000).toISOString(),
      source: n % 3 === 0 ? 'imdb' : 'letterboxd',
      ...(n % 5 === 0 ? { tags: [word(n), 'seen'] } : {}),
      ...(n % 10 === 0 ? { text: Array.from({ length: 40 }, (_, index) => word(n + index * index)).join(' ') } : {}),
      ...stamps,
    });
  }
  const sources = { imdb: Math.ceil(count / 3), letterboxd: count - Math.ceil(count / 3) };
  const undated = {};
  const counts = { undated, total: count, kinds: { Movie: count }, tags: { seen: Math.ceil(count / 5) }, sources };
  transaction.objectStore('meta').put({ key: 'clock', stamp, node: 'bench' });
  transaction.objectStore('meta').put({ key: 'tally', changedAt: stamp, ...counts });
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
  database.close();
}
