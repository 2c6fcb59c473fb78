// @ts-check
/** What Chrome's store gets of what was built. Imported only once packages are there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn, zipFiles } from './zip-files.mjs';

const MANIFEST = 'manifest.json';

/**
 * All that was built, but for the `key` of the manifest. That is for who loads it unpacked; the store gives an extension a key of
 * its own, by which its address is the same for everybody, too, and may refuse one that has another.
 *
 * @param {string} folder - `dist/chrome`
 * @returns {Uint8Array}
 */
export function storeArchive(folder) {
  const { key: _key, ...manifest } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  return zipFiles(folder, namesIn(folder), { [MANIFEST]: new TextEncoder().encode(text) });
}
