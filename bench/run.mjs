/**
 * The numbers of the README: each beside its bare baseline in the same run.
 *
 *   npm run bench                                   both browsers, up to 1,000,000 ratings (hours)
 *   npm run bench -- --browser chromium --most 100000
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { benchImports } from './import/imports.mjs';
import { benchLists } from './recognise/lists.mjs';
import { withModule } from './support/load-ts.mjs';

const { values } = parseArgs({
  options: { browser: { type: 'string' }, most: { type: 'string', default: '1000000' } },
});
const browsers = values.browser === undefined ? ['chromium', 'firefox'] : [values.browser];
const sizes = [10_000, 100_000, 1_000_000].filter((size) => size <= Number(values.most));

execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
let isHeld = true;
isHeld = (await withModule('/bench/bytes/bench-bytes.ts', ({ benchBytes }) => benchBytes())) && isHeld;
for (const browser of browsers) {
  isHeld = (await withModule('/bench/reads/bench-reads.ts', ({ benchReads }) => benchReads(browser, sizes))) && isHeld;
}
console.log('\nA revoke');
for (const browser of browsers) {
  isHeld = (await withModule('/bench/reads/bench-felt.ts', ({ benchFelt }) => benchFelt(browser))) && isHeld;
}
console.log('\nThe library');
for (const browser of browsers) {
  isHeld =
    (await withModule('/bench/library/bench-library.ts', ({ benchLibrary }) =>
      benchLibrary(browser, Math.min(100_000, Number(values.most))),
    )) && isHeld;
}
console.log('\nQuotes side by side');
for (const browser of browsers) {
  isHeld = (await withModule('/bench/compare/bench-compare.ts', ({ benchCompare }) => benchCompare(browser))) && isHeld;
}
console.log('\nIntentions');
for (const browser of browsers) {
  for (const [path, name] of [
    ['/bench/intentions/bench-intentions.ts', 'benchIntentions'],
    ['/bench/cast/bench-cast.ts', 'benchCast'],
  ]) {
    isHeld = (await withModule(path, (module) => module[name](browser))) && isHeld;
  }
}
console.log('\nLists, beside the browser’s own parse of the page');
for (const browser of browsers) {
  console.log(`== ${browser}`);
  for (const what of await benchLists(browser)) {
    console.error(`not held: ${what}`);
    isHeld = false;
  }
}
console.log('\nImports, beside bare writes of the same records');
for (const browser of browsers) {
  console.log(`== ${browser}`);
  for (const what of await benchImports(browser, Number(values.most))) {
    console.error(`not held: ${what}`);
    isHeld = false;
  }
}
console.log('\nReal pages: npm run bench:recognise.  Order: npm run bench:rank.');
process.exitCode = isHeld ? 0 : 1;
