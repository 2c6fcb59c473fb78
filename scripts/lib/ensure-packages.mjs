// @ts-check
/**
 * Installs the locked packages when they are missing or older than the lock file, so that `npm start` and `npm test`
 * work as the first and only command on a fresh clone. Only built-in modules may be imported before this has run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
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

/** npm writes `node_modules/.package-lock.json` last, so its age is the age of a finished installation. */
function arePackagesCurrent(/** @type {string} */ root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} is too old: 20.19 or later is needed.`);
  }
}
