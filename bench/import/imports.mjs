import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { launch } from '../recognise/browsers.mjs';
import { row } from '../recognise/row.mjs';
import { madeUpRatings } from './made-up.mjs';

const MOVIELENS = '../shared/imports/movielens-small-GroupLens';
const HOLD = { import: 1.5, frameMs: 50, growth: 1.3, undo: 1, export: 1.5 };

/**
 * Imports in a browser of its own: MovieLens small where it is there (100,836 rows of 610 people, all of them), and files
 * made up. Each beside the bare writes of the same records, and with the longest gap between two frames of the page meanwhile.
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
  const browser = await launch(name);
  const broken = [];
  const perRow = new Map();
  try {
    for (const { what, files, isReal } of runs) {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      const times = await page.evaluate(
        importInWorker,
        files.map(([path]) => path),
      );
      await page.close();
      if (times.failure) {
        throw new Error(`${what}: ${times.failure}`);
      }
      broken.push(...report(name, what, times, isReal));
      perRow.set(times.rows, times.commitMs / times.rows);
    }
  } finally {
    await browser.close();
    server.close();
  }
  const [hundred, million] = [perRow.get(100_000), perRow.get(1_000_000)];
  if (hundred !== undefined && million !== undefined) {
    row('1,000,000 rows a row', `${(million / hundred).toFixed(2)} × that at 100,000`, '');
    if (million > hundred * HOLD.growth) {
      broken.push(`${name}: growth of an import`);
    }
  }
  return broken;
}

function runsOf(most) {
  const runs = [];
  if (existsSync(MOVIELENS)) {
    const files = ['ratings.csv', 'movies.csv', 'links.csv'];
    runs.push({
      what: 'MovieLens small',
      isReal: true,
      files: files.map((file) => [`/${file}`, () => readFileSync(`${MOVIELENS}/${file}`)]),
    });
  }
  for (const rows of [10_000, 100_000, 1_000_000].filter((size) => size <= most)) {
    runs.push({
      what: `${rows} films, made up`,
      isReal: false,
      files: [[`/made-up-${rows}.csv`, () => madeUpRatings(rows)]],
    });
  }
  return runs;
}

/** Prints a row. @returns what is not held */
function report(name, what, times, isReal) {
  const {
    openMs,
    previewMs,
    commitMs,
    readMs,
    exportMs,
    undoMs,
    rawMs,
    rawRecords,
    rows,
    skipped,
    things,
    longestFrameMs,
  } = times;
  const wholeMs = openMs + previewMs + commitMs;
  row(
    what,
    `${(wholeMs / rawMs).toFixed(2)} × bare writes`,
    `${(wholeMs / 1000).toFixed(1)} s (open ${seconds(openMs)}, read and preview ${seconds(previewMs)}, write ${seconds(commitMs)}); bare ${seconds(rawMs)} of ${rawRecords} records`,
  );
  row(
    '  everything out',
    `${(exportMs / readMs).toFixed(2)} × reading it`,
    `${seconds(exportMs)}; bare read ${seconds(readMs)}`,
  );
  row('  undo', `${(undoMs / commitMs).toFixed(2)} × its writing`, seconds(undoMs));
  row(
    '  longest frame meanwhile',
    `${longestFrameMs.toFixed(0)} ms`,
    `${rows} rows, ${skipped} left out, ${things} things`,
  );
  return [
    [wholeMs > rawMs * HOLD.import && (isReal || rows === 100_000), 'an import beside bare writes'],
    [exportMs > readMs * HOLD.export, 'an export beside reading'],
    [undoMs > commitMs * HOLD.undo, 'undo beside its writing'],
    [longestFrameMs > HOLD.frameMs, 'the longest frame'],
  ].flatMap(([isBroken, told]) => (isBroken ? [`${name}, ${what}: ${told}`] : []));
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

/** In the page: the worker does it, and the page counts its frames. */
function importInWorker(paths) {
  const worker = new Worker('/worker.js');
  let isDone = false;
  let longestFrameMs = 0;
  let lastAt = performance.now();
  const onFrame = () => {
    const now = performance.now();
    longestFrameMs = Math.max(longestFrameMs, now - lastAt);
    lastAt = now;
    if (!isDone) {
      requestAnimationFrame(onFrame);
    }
  };
  requestAnimationFrame(onFrame);
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }) => {
      isDone = true;
      resolve({ ...data, longestFrameMs });
    });
    worker.addEventListener('error', ({ message }) => resolve({ failure: message }));
    worker.postMessage(paths);
  });
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
