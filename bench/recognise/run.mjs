import { bundleRecogniser } from './bundle.mjs';
import { launch } from './browsers.mjs';
import { readCorpus, readPage } from './corpus.mjs';
import { parseHtml, recogniseHostile, recognisePage } from './in-page.mjs';
import { judgeGtin, judgeIdentifiers, judgeName } from './judge.mjs';
import { listAt, measureLists, reportLists } from './lists.mjs';
import { row } from './row.mjs';
import { serve } from './serve.mjs';

/** Addresses of pages that have no label, or half of one. */
const UNKNOWN = 'https://unlabelled.example/';
const HOLD = { detail: 0.92, falseAlarms: 1, identifiers: 0.99, hostileMs: 2000 };

const isVerbose = process.argv.includes('--verbose');
const browsers = ['chromium', 'firefox'].filter((name) => !process.argv.includes(`--no-${name}`));

const pages = readCorpus();
if (pages === undefined) {
  console.error('The labelled pages are not there (shared/corpus, beside this repository): nothing was measured.');
  process.exit(2);
}
const { code, minifiedBytes, gzipBytes } = await bundleRecogniser();
console.log(`recogniser, minified ${minifiedBytes} B, gzip ${gzipBytes} B\n`);

const failures = [];
for (const name of browsers) {
  failures.push(...(await benchIn(name)));
}
for (const failure of failures) {
  console.error(`not held: ${failure}`);
}
process.exit(failures.length > 0 ? 1 : 0);

async function benchIn(name) {
  const server = await serve((path) => listAt(path) ?? readPage(decodeURIComponent(path.slice(1))));
  const browser = await launch(name);
  try {
    const page = await browser.newPage();
    const corpus = await benchCorpus(page, server.origin);
    const lists = await measureLists(page, server.origin, code);
    const hostile = await benchHostile(page, server.origin);
    return report(name, { corpus, lists, hostile });
  } finally {
    await browser.close();
    server.close();
  }
}

async function benchCorpus(page, origin) {
  const results = [];
  for (const labelled of pages) {
    const html = readPage(labelled.file);
    await page.goto(`${origin}/${encodeURIComponent(labelled.file)}`, { waitUntil: 'domcontentloaded' });
    await page.evaluate(code);
    const url = new URL(labelled.url || '/', UNKNOWN).href;
    const seen = await page.evaluate(recognisePage, { url, runs: 5 });
    const parseMs = await page.evaluate(parseHtml, { html, runs: 5 });
    results.push({ labelled, html, seen, parseMs });
  }
  return results;
}

async function benchHostile(page, origin) {
  await page.goto(`${origin}/list/unmarked`, { waitUntil: 'domcontentloaded' });
  await page.evaluate(code);
  return page.evaluate(recogniseHostile);
}

function report(name, { corpus, lists, hostile }) {
  const of = (type) => corpus.filter(({ labelled }) => labelled.pageType === type);
  const details = of('detail');
  const recognised = details.filter(
    ({ seen, labelled }) => seen.page === 'detail' && judgeName(labelled.name, seen.main.name) !== 'other',
  );
  const misnamed = details.filter((one) => one.seen.page === 'detail' && !recognised.includes(one));
  const same = recognised.filter(({ seen, labelled }) => seen.main.name === labelled.name);
  const alarms = of('negative').filter(({ seen }) => seen.page !== 'none');
  const judged = corpus.map(({ labelled, seen }) => ({
    file: labelled.file,
    ...judgeIdentifiers(labelled, seen.main?.identifiers ?? []),
  }));
  const right = sum(judged.map((one) => one.right));
  const wrong = judged.flatMap((one) => one.wrong.map((text) => `${one.file}: ${text}`));
  const expected = sum(judged.map((one) => one.expected));
  const missed = judged.flatMap((one) => one.missed.map((text) => `${one.file}: ${text}`));
  const gtins = corpus.flatMap(
    ({ labelled, html, seen }) => judgeGtin(labelled, html, seen.main?.identifiers ?? []) ?? [],
  );
  const listed = of('list').filter(({ seen }) => seen.page === 'list');
  const precision = right / Math.max(1, right + wrong.length);
  const parseMs = sum(corpus.map((one) => one.parseMs));
  const recogniseMs = sum(corpus.map((one) => one.seen.medianMs));

  console.log(`== ${name}: ${corpus.length} pages`);
  row(
    'detail pages recognised',
    `${recognised.length} of ${details.length}`,
    percent(recognised.length / details.length),
  );
  row(
    '  name to the letter',
    `${same.length}`,
    `anchor found on ${recognised.filter(({ seen }) => seen.hasAnchor).length}`,
  );
  row('false alarms on negatives', `${alarms.length} of ${of('negative').length}`, '');
  row('identifiers right', `${right} of ${right + wrong.length} that a label judges`, percent(precision));
  row('  given, with no label', `${sum(judged.map((one) => one.unlabelled))}`, 'page addresses not counted');
  row(
    '  labelled ones found',
    `${expected - missed.length} of ${expected}`,
    percent((expected - missed.length) / expected),
  );
  row('bar codes in the markup found', `${gtins.filter((one) => one.isFound).length} of ${gtins.length}`, '');
  row(
    'lists recognised',
    `${listed.length} of ${of('list').length}`,
    listed.map(({ seen, labelled }) => `${seen.entries.length}/${labelled.itemCount ?? '?'}`).join(' '),
  );
  row(
    'time a page, median',
    `${median(corpus.map((one) => one.seen.medianMs)).toFixed(2)} ms`,
    `parse ${median(corpus.map((one) => one.parseMs)).toFixed(2)} ms`,
  );
  row(
    'time of all pages',
    `${recogniseMs.toFixed(0)} ms`,
    `${(recogniseMs / parseMs).toFixed(2)} × the browser's own parse (${parseMs.toFixed(0)} ms)`,
  );
  const brokenLists = reportLists(name, lists);
  for (const { what, tookMs } of hostile) {
    row('hostile page', `${tookMs.toFixed(0)} ms`, what);
  }
  console.log('');
  if (isVerbose) {
    explain({ details, recognised, misnamed, alarms, wrong, missed, gtins });
  }
  const broken = [
    [recognised.length / details.length < HOLD.detail, 'detail pages recognised'],
    [alarms.length > HOLD.falseAlarms, 'false alarms on negatives'],
    [precision < HOLD.identifiers, `identifiers right: ${wrong.join('; ')}`],
    [
      gtins.some((one) => !one.isFound),
      `bar codes in the markup: ${gtins.filter((one) => !one.isFound).map((one) => one.label)}`,
    ],
    [hostile.some((one) => one.tookMs > HOLD.hostileMs), 'time of a hostile page'],
  ].flatMap(([isBroken, what]) => (isBroken ? [`${name}: ${what}`] : []));
  return [...broken, ...brokenLists];
}

function explain({ details, recognised, misnamed, alarms, wrong, missed, gtins }) {
  const files = (results) =>
    results.map(({ labelled, seen }) => `${labelled.file} (${seen.page}: ${seen.main?.name ?? seen.title})`);
  const missing = details.filter((one) => !recognised.includes(one) && !misnamed.includes(one));
  for (const [what, lines] of [
    ['not recognised', files(missing)],
    [
      'named otherwise',
      misnamed.map(({ labelled, seen }) => `${labelled.file}: ${seen.main.name} for ${labelled.name}`),
    ],
    ['false alarms', files(alarms)],
    ['wrong identifiers', wrong],
    ['missed identifiers', missed],
    ['missed bar codes', gtins.filter((one) => !one.isFound).map((one) => one.label)],
  ]) {
    console.log(`${what}:${lines.length === 0 ? ' none' : lines.map((line) => `\n  ${line}`).join('')}`);
  }
  console.log('');
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function median(numbers) {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)];
}
