// @ts-check
/**
 * Makes an archive that depends on nothing but the names and bytes of the files: the same from run to run, in every
 * time zone, on every system. Imported only once packages are there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** The earliest date an archive can hold. Archives hold local time, so it is built from local numbers. */
const MOMENT = new Date(1980, 0, 1);
const UNIX = 3;
const READABLE_FILE = 0o100644 << 16;

/**
 * @param {string} folder
 * @param {readonly string[]} names - paths from `folder`, with `/`
 * @param {Readonly<Record<string, Uint8Array>>} changed - what stands in the archive instead of a file of this name
 * @returns {Uint8Array}
 */
export function zipFiles(folder, names, changed = {}) {
  const files = [...names]
    .sort(byCodeUnit)
    .map((name) => [name, changed[name] ?? new Uint8Array(readFileSync(join(folder, name)))]);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: MOMENT, os: UNIX, attrs: READABLE_FILE });
}

/**
 * Every file below `folder`, as paths from there with `/`.
 *
 * @param {string} folder
 */
export function namesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** Not by the reader's language, which differs between machines. */
function byCodeUnit(/** @type {string} */ one, /** @type {string} */ other) {
  return one < other ? -1 : Number(one > other);
}
