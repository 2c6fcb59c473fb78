// @ts-check
/**
 * Installs the locked packages when they are missing or others than the lock file names, so that `npm start` and
 * `npm test` work as the first and only command on a fresh clone. Only built-in modules may be imported before this has run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/**
 * @param {string} root - the folder of package.json
 * @param {(line: string) => void} [say] - told in one line when packages are installed
 * @throws {Error} when Node is too old or npm fails; its message says what to do
 */
export function ensurePackages(root, say = console.log) {
  requireNode();
  if (arePackagesCurrent(root)) {
    return;
  }
  if (isLink(join(root, 'node_modules'))) {
    // npm would empty the folder behind the link, which is another checkout's.
    throw new Error('node_modules is a link to packages that are not the locked ones: remove the link and try again.');
  }
  say('Installing the locked packages (npm ci) …');
  const npm = process.env['npm_execpath'];
  const [command, ...before] = npm ? [process.execPath, npm] : ['npm'];
  const { status } = spawnSync(command, [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !npm && process.platform === 'win32',
  });
  if (status !== 0 || !arePackagesCurrent(root)) {
    throw new Error('npm ci failed: see its message above.');
  }
}

/**
 * Whether what is installed is what the lock file names. Told by content: a checkout changes every file's age.
 *
 * @param {string} root - the folder of package.json
 */
export function arePackagesCurrent(root) {
  // npm writes this one last: it is not there while an installation is unfinished.
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) {
    return false;
  }
  const there = packagesIn(installed);
  return Object.entries(packagesIn(join(root, 'package-lock.json')))
    .filter(([path]) => path !== '')
    .every(([path, { version, optional }]) => (there[path] ? there[path].version === version : optional === true));
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>} by path; the empty one is the project itself
 */
function packagesIn(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/** @param {string} path */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} is too old: 20.19 or later is needed.`);
  }
}
