import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launch } from '../recognise/browsers.mjs';
import { watchTree } from '../support/process-tree.mjs';
import { importInWorker } from './in-page.mjs';
import { madeUpRatings } from './made-up.mjs';
import { growth, report } from './report.mjs';

const MOVIELENS = '../shared/imports/movielens-small-GroupLens';
/** Up to so many rows an import is put beside bare writes, everything out and undo; above, it is only written. */
const BESIDE_UP_TO = 100_000;

/**
 * Imports, each in a browser of its own: MovieLens small where it is there (100,836 rows of 610 people, all of them), and
 * files made up. Each beside the bare writes of the same records, with the longest gap between two frames of the page
 * meanwhile, and with what the browser takes of memory and of the processor.
 *
 * @param {'chromium' | 'firefox'} name
 * @param {number} most rows of the largest file
 * @returns {Promise<string[]>} what is not held
 */
export async function benchImports(name, most) {
  const worker = await bundleWorker();
  const runs = runsOf(most);
  const served = new Map(runs.flatMap(({ files }) => files));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const file = served.get(path)?.();
    response.writeHead(file === undefined && path !== '/' && path !== '/worker.js' ? 404 : 200, {
      'content-type':
        path === '/worker.js' ? 'text/javascript' : path === '/' ? 'text/html' : 'application/octet-stream',
    });
    response.end(path === '/' ? '<!doctype html><title>imports</title>' : path === '/worker.js' ? worker : file);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const broken = [];
  const bySize = new Map();
  try {
    for (const run of runs) {
      const times = await measure(name, `http://127.0.0.1:${server.address().port}/`, run);
      broken.push(...report(name, run, times));
      bySize.set(times.rows, times);
    }
  } finally {
    server.close();
  }
  return [...broken, ...growth(name, bySize)];
}

async function measure(name, address, { what, rows, files }) {
  const browser = await launch(name);
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(address);
    const watch = watchTree(browser.process()?.pid);
    let taken;
    let bareWatch;
    let bareTaken;
    await page.exposeFunction('hearPhase', (phase) => {
      if (phase !== 'import') {
        taken ??= watch.stop();
      }
      // Over what the browser has by then: what the import has let go of may serve the bare writes again.
      bareTaken ??= bareWatch?.stop();
      if (phase === 'bare') {
        bareWatch = watchTree(browser.process()?.pid);
      }
    });
    const work = { addresses: files.map(([path]) => path), isBeside: rows <= BESIDE_UP_TO };
    const times = await page.evaluate(importInWorker, work);
    if (times.failure) {
      throw new Error(`${what}: ${times.failure}`);
    }
    return { ...times, taken: taken ?? watch.stop(), bareTaken };
  } finally {
    await browser.close();
  }
}

function runsOf(most) {
  const runs = [];
  if (existsSync(MOVIELENS)) {
    const files = ['ratings.csv', 'movies.csv', 'links.csv'];
    runs.push({
      what: 'MovieLens small',
      isHeld: true,
      rows: 0, // said by the files themselves
      files: files.map((file) => [`/${file}`, () => readFileSync(`${MOVIELENS}/${file}`)]),
    });
  }
  for (const rows of [10_000, 100_000, 1_000_000].filter((size) => size <= most)) {
    runs.push({
      what: `${rows.toLocaleString('en')} films, made up`,
      isHeld: rows === 100_000,
      rows,
      files: [[`/made-up-${rows}.csv`, () => madeUpRatings(rows)]],
    });
  }
  return runs;
}

/** @returns {Promise<string>} */
async function bundleWorker() {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('./in-worker.ts', import.meta.url)),
        formats: ['iife'],
        name: 'imports',
        fileName: 'imports',
      },
    },
  });
  const [{ output }] = Array.isArray(result) ? result : [result];
  return output[0].code;
}
