// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a package brings along for where there is no browser. */
const NOT_SHIPPED = ['@lit-labs/ssr-dom-shim'];

/**
 * Sayso's own licence, and those of all packages whose code may be in what is built.
 *
 * @param {string} root - of the repository, with its packages installed
 * @returns {{ ours: string, theirs: string }}
 * @throws {Error} when a package has no text of a licence
 */
export function licences(root) {
  const texts = [...packagesOf(root)].sort().map((name) => licenceOf(join(root, 'node_modules', name)));
  // A browser that shows a text file takes it for UTF-8 by its first character.
  const theirs = `\uFEFF${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
  return { ours: readFileSync(join(root, 'LICENSE'), 'utf8'), theirs };
}

/**
 * What package.json depends on, and what that depends on in turn.
 *
 * @param {string} root
 * @returns {ReadonlySet<string>}
 */
function packagesOf(root) {
  /** @type {Set<string>} */
  const found = new Set();
  const follow = (/** @type {string} */ folder) => {
    for (const name of Object.keys(read(folder).dependencies ?? {})) {
      // Types have no code.
      if (!found.has(name) && !name.startsWith('@types/') && !NOT_SHIPPED.includes(name)) {
        found.add(name);
        follow(join(root, 'node_modules', name));
      }
    }
  };
  follow(root);
  return found;
}

/** @param {string} folder */
function licenceOf(folder) {
  const { name, version, license, repository, homepage, author } = read(folder);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)(\.|$)/iu.test(file));
  if (!files.some((file) => /^licen/iu.test(file)) && license !== 'ISC') {
    throw new Error(`${name} has no text of its licence`);
  }
  const source = (typeof repository === 'string' ? repository : repository?.url) ?? homepage ?? '';
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  const text = texts.length > 0 ? texts.join('\n\n') : isc(author ?? name);
  return `${name} ${version} (${license})\n${source}\n\n${text}\n`;
}

/**
 * @param {string} folder
 * @returns {{
 *   name: string, version: string, license: string, homepage?: string, author?: string,
 *   repository?: string | { url: string }, dependencies?: Record<string, string>,
 * }}
 */
function read(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/**
 * The ISC licence as SPDX has it, for a package that names it and brings no text.
 *
 * @param {string} author
 */
function isc(author) {
  return `Copyright (c) ${author}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;
}
