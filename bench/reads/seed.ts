import type { Page } from 'puppeteer-core';

/** The IMDb-like identifier of the n-th seeded film. */
export function identifierOfSeed(n: number): string {
  return `imdb:tt${String(n + 1).padStart(7, '0')}`;
}

/**
 * Writes films and their ratings number `from` to `to` straight into Sayso's database, from one of its own pages,
 * in the shape that the store writes them (docs/data-model.md).
 *
 * @returns how long the raw writes took, in milliseconds
 */
export function seed(page: Page, from: number, to: number): Promise<number> {
  return page.evaluate(
    async (first, end) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open('sayso');
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error ?? new Error('no database'));
      });
      const started = performance.now();
      const STEP = 10_000;
      for (let start = first; start < end; start += STEP) {
        const transaction = database.transaction(['items', 'identifiers', 'ratings'], 'readwrite', {
          durability: 'relaxed',
        });
        const items = transaction.objectStore('items');
        const identifiers = transaction.objectStore('identifiers');
        const ratings = transaction.objectStore('ratings');
        for (let n = start; n < Math.min(end, start + STEP); n += 1) {
          const id = `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
          const key = `imdb:tt${String(n + 1).padStart(7, '0')}`;
          const stamps = { createdAt: '00mgzlz0000000000000000', updatedAt: '00mgzlz0000000000000000' };
          const halves = (n % 10) + 1;
          items.put({
            id,
            kind: 'Movie',
            name: `Film number ${String(n)}`,
            creators: [`Director ${String(n % 5_000)}`],
            genres: ['Drama'],
            year: 1950 + (n % 75),
            identifiers: [key],
            ...stamps,
          });
          identifiers.put({ key, itemId: id });
          ratings.put({
            itemId: id,
            kind: 'Movie',
            value: halves * 10,
            given: { value: halves / 2, best: 5, worst: 0.5 },
            ratedAt: new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString(),
            source: 'person',
            ...stamps,
          });
        }
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
        });
      }
      database.close();
      return performance.now() - started;
    },
    from,
    to,
  );
}
