// @ts-check
/**
 * `npm run package`: what is handed out, from a fresh build, byte-identical from run to run.
 *
 * `packages/sayso-chrome-<version>.zip`, to be loaded unpacked, `-chrome-store-` for Chrome's store, `-firefox-` and, for the
 * reviewers of the add-on store, `-source-`.
 * `npm run build-for-amo` makes only the Firefox one, as they do from the sources, and compares nothing else.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePackages } from './lib/ensure-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  await main();
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  ensurePackages(root);
  const { namesIn, zipFiles } = await import('./lib/zip-files.mjs');
  const { storeArchive } = await import('./lib/store-archive.mjs');
  build();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  /** @type {Record<string, () => Uint8Array>} */
  const packages = {
    chrome: () => zipFiles(join(root, 'dist/chrome'), namesIn(join(root, 'dist/chrome'))),
    'chrome-store': () => storeArchive(join(root, 'dist/chrome')),
    firefox: () => zipFiles(join(root, 'dist/firefox'), namesIn(join(root, 'dist/firefox'))),
    source: () => zipFiles(root, sourceNames()),
  };
  const only = values.only?.split(',') ?? Object.keys(packages);
  mkdirSync(join(root, 'packages'), { recursive: true });
  for (const name of only) {
    const make = packages[name];
    if (!make) {
      throw new Error(`No package is called ${name}. There are: ${Object.keys(packages).join(', ')}.`);
    }
    write(`packages/sayso-${name}-${version}.zip`, make());
  }
}

/** A fresh one: nothing of an earlier build may slip in. */
function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    throw new Error('The build failed: see above.');
  }
}

/** What is under version control is the source; what is made from it is not. */
function sourceNames() {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error('The source package needs a git checkout: use --only chrome,firefox without one.');
  }
  return stdout.split('\0').filter(Boolean);
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function write(name, bytes) {
  writeFileSync(join(root, name), bytes);
  console.log(`${name}  ${bytes.length} bytes  sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
