// @ts-check
/**
 * Finds Chromium and Firefox on this machine, and on Debian as root installs the one that is missing.
 *
 * `SAYSO_CHROMIUM` and `SAYSO_FIREFOX` name another one. Only built-in modules: this runs before `npm ci`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** @typedef {'chromium' | 'firefox'} BrowserName */
/** @typedef {{ name: BrowserName, path: string, version: string }} FoundBrowser */

/**
 * What is looked for, in this order. `floor` is the first major version whose extension API has all that Sayso needs.
 *
 * @type {Record<BrowserName, { label: string, floor: number, variable: string, commands: string[], debian: string,
 *   mac: string[], windows: string[] }>}
 */
const wanted = {
  chromium: {
    label: 'Chromium',
    floor: 121,
    variable: 'SAYSO_CHROMIUM',
    // Branded Chrome comes last: from version 137 on it takes no unpacked extension from its command line.
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    debian: 'chromium',
    mac: ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
    windows: ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'],
  },
  firefox: {
    label: 'Firefox',
    floor: 140,
    variable: 'SAYSO_FIREFOX',
    commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    debian: 'firefox-esr',
    mac: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
  },
};

/**
 * Finds one browser; installs it first where that can be done without asking.
 *
 * @param {BrowserName} name
 * @param {(line: string) => void} [say] - told in one line when something is installed
 * @param {(path: string) => string} [readVersion]
 * @returns {FoundBrowser}
 * @throws {Error} whose message is one line that says what to install
 */
export function findBrowser(name, say = console.log, readVersion = versionOf) {
  const path = locate(name) ?? (installOnDebian(name, say) ? locate(name) : undefined);
  const { label, floor, variable, debian } = wanted[name];
  if (!path) {
    throw new Error(
      `${label} ${floor} or later is missing: install it (Debian: apt-get install ${debian}) or set ${variable} to its path.`,
    );
  }
  const version = readVersion(path);
  if (Number.parseInt(version, 10) < floor) {
    throw new Error(
      `${path} is ${label} ${version}: ${floor} or later is needed. Update it or set ${variable} to another.`,
    );
  }
  return { name, path, version };
}

/**
 * The browser's path, or `undefined` when it is not here. Installs nothing.
 *
 * @param {BrowserName} name
 */
export function locate(name) {
  const { variable } = wanted[name];
  const named = process.env[variable];
  if (named) {
    if (!isExecutable(named)) {
      throw new Error(`${variable} names ${named}, which is not a program.`);
    }
    return named;
  }
  return candidates(name).find(isExecutable);
}

/** @param {BrowserName} name */
function candidates(name) {
  const { commands, mac, windows } = wanted[name];
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        mac.map((app) => join(folder, app)),
      );
    case 'win32':
      return ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData']
        .map((variable) => process.env[variable])
        .flatMap((folder) => (folder ? windows.map((program) => join(folder, program)) : []));
    default: {
      const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin');
      return commands.flatMap((command) => folders.filter(Boolean).map((folder) => join(folder, command)));
    }
  }
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: the next candidate may be
  }
}

/**
 * @param {BrowserName} name
 * @param {(line: string) => void} say
 * @returns {boolean} whether an installation was made
 */
function installOnDebian(name, say) {
  const isRoot = process.getuid?.() === 0;
  if (
    process.env[wanted[name].variable] ||
    !isRoot ||
    !existsSync('/etc/debian_version') ||
    !isExecutable('/usr/bin/apt-get')
  ) {
    return false;
  }
  const { debian } = wanted[name];
  say(`Installing ${debian} with apt-get, this takes a minute …`);
  for (const step of [['update'], ['install', '--yes', '--no-install-recommends', debian]]) {
    const { status, stderr } = spawnSync('apt-get', ['-q', ...step], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) {
      say(`apt-get ${step.join(' ')} failed: ${stderr.trim().split('\n').at(-1) ?? status}`);
    }
  }
  return true;
}

/**
 * @param {string} path
 * @returns {string} like `153.7.0`; `0` when the program does not say
 */
function versionOf(path) {
  if (process.platform === 'win32') {
    // chrome.exe opens a window instead of answering; both keep their version in a file or folder beside the program.
    return windowsVersion(path);
  }
  const said = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return /\d+(?:\.\d+)+/u.exec(said)?.[0] ?? '0';
}

/** @param {string} path */
function windowsVersion(path) {
  const ini = join(path, '..', 'application.ini');
  if (existsSync(ini)) {
    return /^Version=(.+)$/mu.exec(readFileSync(ini, 'utf8'))?.[1]?.trim() ?? '0';
  }
  const asked = spawnSync('powershell', ['-NoProfile', '-Command', `(Get-Item '${path}').VersionInfo.ProductVersion`], {
    encoding: 'utf8',
  });
  return asked.stdout?.trim() || '0';
}
