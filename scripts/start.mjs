// @ts-check
/**
 * `npm start`: from a fresh clone to a browser with Sayso in it and the first example open, in one command.
 *
 * With no display, or with `--tour`, the story is played instead, step by step, with a picture of each under `tour/`.
 * `--firefox` takes Firefox; otherwise it is Chromium, or Firefox where that is the only one.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePackages } from './lib/ensure-packages.mjs';
import { findBrowser, locate } from './lib/find-browsers.mjs';

/** Where the examples are when nothing else is there: `http://matinee.localhost:8042/`. */
const PORT = 8042;

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  process.exitCode = await main();
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
}

async function main() {
  const { values } = parseArgs({
    options: {
      firefox: { type: 'boolean', default: false },
      tour: { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
    },
  });
  ensurePackages(root);
  const { name, version } = findBrowser(values.firefox || isOnlyFirefoxHere() ? 'firefox' : 'chromium');
  console.log(`Found ${name} ${version}.`);
  if (!values['no-build']) {
    build();
  }
  return values.tour || !hasDisplay() ? tour(name) : show(name);
}

function isOnlyFirefoxHere() {
  return !locate('chromium') && locate('firefox') !== undefined;
}

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

function build() {
  console.log('Building …');
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    throw new Error('The build failed: see above.');
  }
}

/** @param {'chromium' | 'firefox'} browser */
function extensionDir(browser) {
  return join(root, 'dist', browser === 'chromium' ? 'chrome' : 'firefox');
}

/** @param {'chromium' | 'firefox'} browser */
async function tour(browser) {
  const { loadTypeScript } = await import('./lib/load-typescript.mjs');
  const { module, close } = await loadTypeScript(root, '/scripts/tour/play-tour.ts');
  const { playTour } = /** @type {typeof import('./tour/play-tour.ts')} */ (/** @type {unknown} */ (module));
  try {
    const isHeld = await playTour({
      browser,
      extensionDir: extensionDir(browser),
      pictures: join(root, 'tour'),
      headless: !hasDisplay(),
    });
    return isHeld ? 0 : 1;
  } finally {
    await close();
  }
}

/** @param {'chromium' | 'firefox'} browser */
async function show(browser) {
  const { startExamples } = await import('../examples/server.mjs');
  const { loadTypeScript } = await import('./lib/load-typescript.mjs');
  const { module, close } = await loadTypeScript(root, '/tests/support/browsers/launch.ts');
  const { launch } = /** @type {typeof import('../tests/support/browsers/launch.ts')} */ (
    /** @type {unknown} */ (module)
  );
  const examples = await startExamples({ port: PORT }).catch(() => startExamples({ port: 0 }));
  // From here on a signal ends what was started, instead of leaving it behind.
  const signalled = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, resolve);
    }
  });
  try {
    const sayso = await launch({ browser, extensionDir: extensionDir(browser), headless: false, isForPerson: true });
    try {
      const shown = open(sayso, examples.origins).then(() => sayso.waitForExit());
      await Promise.race([signalled, shown]);
    } finally {
      await sayso.close();
    }
  } finally {
    await examples.close();
    await close();
  }
  return 0;
}

/**
 * @param {import('../tests/support/browsers/extension-browser.ts').ExtensionBrowser} sayso
 * @param {Record<string, string>} origins - of the examples
 */
async function open(sayso, origins) {
  const [blank] = await sayso.pages();
  await sayso.waitForPage(({ pathname }) => pathname.endsWith('/welcome.html'), 'the welcome page');
  await sayso.page(origins['matinee']);
  await blank?.page.close();
  console.log('The examples, each an origin of its own:');
  for (const origin of Object.values(origins)) {
    console.log(`  ${origin}/`);
  }
  console.log('Sayso is behind the puzzle piece in the toolbar. Close the browser or press Ctrl-C to end.');
}
