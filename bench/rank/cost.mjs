import { seededRandom } from './random.mjs';

const GENRES = Array.from({ length: 20 }, (_, index) => `Genre ${index}`);

/** Prints what a taste and an order cost, and how that grows. */
export function printCost({ rank, buildTaste }) {
  console.log('\nCost (median of runs; read the growth, not the time)');
  console.log('  buildTaste   ratings        ms   growth (10 = linear)   packed kB');
  let before;
  for (const count of [10_000, 100_000, 1_000_000]) {
    const ms = medianMs(count > 100_000 ? 3 : 7, () => buildTaste(madeUpRatings(count)));
    const kB = JSON.stringify(buildTaste(madeUpRatings(count))).length / 1000;
    const growth = before === undefined ? '-' : (ms / before).toFixed(1);
    console.log(
      `  ${''.padEnd(10)} ${pad(count, 9)} ${pad(ms.toFixed(1), 9)} ${pad(growth, 22)} ${pad(kB.toFixed(0), 11)}`,
    );
    before = ms;
  }
  const taste = buildTaste(madeUpRatings(100_000));
  const [few, many] = [60, 500].map((count) => {
    const items = madeUpItems(count);
    return medianMs(50, () => rank({ items, taste, direct: new Map(), preferences: [] }));
  });
  console.log(`  rank, taste of 100,000 ratings:   60 items ${few.toFixed(2)} ms,   500 items ${many.toFixed(2)} ms`);
  console.log(`  8.3 times the items, ${(many / few).toFixed(1)} times the time (n log n: 12.6)`);
}

/** Twenty genres, a maker of thousands, a century of years. One at a time, as a cursor gives them. */
function* madeUpRatings(count) {
  const random = seededRandom(count);
  for (let made = 0; made < count; made += 1) {
    yield {
      kind: 'Movie',
      value: 1 + Math.floor(random() * 100),
      genres: [GENRES[Math.floor(random() * 20)], GENRES[Math.floor(random() * 20)]],
      creators: [`Maker Number ${Math.floor(random() ** 2 * 60_000)}`],
      year: 1925 + Math.floor(random() * 100),
      identifiers: [],
    };
  }
}

function madeUpItems(count) {
  const random = seededRandom(count);
  return Array.from({ length: count }, (_, index) => ({
    name: `Film ${index} (${1925 + Math.floor(random() * 100)})`,
    kind: 'Movie',
    genre: [GENRES[Math.floor(random() * 20)], GENRES[Math.floor(random() * 20)]],
    creator: [`Maker Number ${Math.floor(random() ** 2 * 60_000)}`],
    average: { value: 1 + random() * 99, count: Math.floor(random() * 1000) },
  }));
}

function medianMs(runs, run) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)];
}

function pad(value, width) {
  return String(value).padStart(width);
}
