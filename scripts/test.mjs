// @ts-check
/**
 * `npm test`: everything that must hold, on a fresh clone, in one run.
 *
 * Every step runs even when an earlier one has failed. The last line is `N passed, N failed` over all of them: a tool
 * counts as one, a test run as its tests. `npm test -- --only types,unit` runs some of them.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePackages } from './lib/ensure-packages.mjs';
import { findBrowser } from './lib/find-browsers.mjs';
import { countTests } from './lib/count-tests.mjs';
import { listFailures } from './lib/list-failures.mjs';

/** @typedef {{ passed: number, failed: number, failures?: string[] }} Count */
/** @typedef {{ name: string, run: () => Promise<Count> }} Step */

const root = fileURLToPath(new URL('..', import.meta.url));
/** Far beyond what a step needs: it ends one that hangs. */
const PATIENCE_MS = 45 * 60_000;

/** @type {(Step | Step[])[]} in the order in which they run, those in a list together: what fails fastest comes first */
const plan = [
  { name: 'browsers', run: browsers },
  tool('format', '@biomejs/biome/bin/biome', 'format', '.'),
  [
    tool('types', 'typescript/bin/tsc', '--noEmit'),
    tool('lint', 'eslint/bin/eslint.js', '.'),
    tool('deps', 'dependency-cruiser/bin/dependency-cruise.mjs', 'src'),
    tool('unused', 'knip/bin/knip.js'),
    tests('unit-*', 'unit'), // the longest of them, on whatever core the others leave
  ],
  tests('integration'),
  tests('meta'),
  { name: 'build', run: build },
  script('lint-addon'),
  tests('build', 'built'),
  // Together, since either waits for up to half its time.
  [tests('e2e-chromium'), tests('e2e-firefox')],
];
const steps = plan.flat();

process.exitCode = await main();

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const only = values.only?.split(',');
  const unknown = only?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
  if (unknown.length > 0) {
    console.error(`No step is called ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const told = [];
  try {
    ensurePackages(root);
    for (const together of plan.map((one) => [one].flat())) {
      const chosen = together.filter(({ name }) => only?.includes(name) ?? true);
      for (const count of await Promise.all(chosen.map(timed))) {
        total.passed += count.passed;
        total.failed += count.failed;
        told.push(...(count.failures ?? []));
      }
    }
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    total.failed += 1;
  }
  for (const failure of told) {
    console.log(`\nFAILED ${failure}`);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** @param {Step} step */
async function timed({ name, run }) {
  const startedAt = performance.now();
  console.log(`\n── ${name}`);
  const counted = await run().catch((/** @type {unknown} */ thrown) => {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    return /** @type {Count} */ ({ passed: 0, failed: 1 });
  });
  const failures = counted.failures ?? (counted.failed === 0 ? [] : [name]);
  const { passed, failed } = counted;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const outcome = failed === 0 ? `holds (${passed})` : `FAILS (${failed} of ${passed + failed})`;
  console.log(`── ${name} ${outcome}, ${seconds} s`);
  return { passed, failed, failures };
}

/** A browser that is not there is a failure, said before anything else. */
async function browsers() {
  let failed = 0;
  for (const name of /** @type {const} */ (['chromium', 'firefox'])) {
    try {
      const { path, version } = findBrowser(name);
      console.log(`${name} ${version} (${path})`);
    } catch (thrown) {
      console.error(thrown instanceof Error ? thrown.message : thrown);
      failed += 1;
    }
  }
  return { passed: 2 - failed, failed };
}

/** Nothing of an earlier build may stand in for one that failed. */
async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  return oneIf(await node(join(root, 'scripts/build.mjs')));
}

/**
 * @param {string} name
 * @param {string} program - a path below node_modules
 * @param {string[]} args
 * @returns {Step}
 */
function tool(name, program, ...args) {
  return { name, run: async () => oneIf(await node(join(root, 'node_modules', program), ...args)) };
}

/**
 * @param {string} name
 * @returns {Step}
 */
function script(name) {
  return { name, run: async () => oneIf(await node(join(root, 'scripts', `${name}.mjs`))) };
}

/**
 * @param {string} project - of vitest.config.ts
 * @param {string} name
 * @returns {Step}
 */
function tests(project, name = project) {
  return {
    name,
    async run() {
      const folder = mkdtempSync(join(tmpdir(), 'sayso-test-'));
      const report = join(folder, 'report.json');
      try {
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
        const vitest = join(root, 'node_modules/vitest/vitest.mjs');
        const isDone = await node(vitest, 'run', '--project', project, ...reporters);
        const read = () => readFileSync(report, 'utf8');
        const count = countTests(read, isDone);
        // A run that left no report fails by its step's own name.
        const failures = existsSync(report) ? listFailures(read()) : [];
        return failures.length > 0 ? { ...count, failures } : count;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * Runs a program with this very Node, its output with ours.
 *
 * @param {string} file
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it ended well, and in time
 */
function node(file, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', timeout: PATIENCE_MS });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** @param {boolean} isDone */
function oneIf(isDone) {
  return isDone ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
