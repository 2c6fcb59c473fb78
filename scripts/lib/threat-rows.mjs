// @ts-check
/**
 * The tests that hold a case of docs/threat-model.md: their titles begin with `threat` and the case's number.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** @typedef {{ number: string, file: string, title: string }} HeldBy */

const FOLDERS = ['tests/unit', 'tests/integration', 'tests/build', 'tests/e2e'];
const TITLE = /(['"`])(threat (\d+)(?:[: ][^'"`\n]*)?)\1/gu;

/**
 * @param {string} root - the folder of package.json
 * @returns {HeldBy[]} by case, then by file
 */
export function testsOfThreats(root) {
  const found = FOLDERS.flatMap((folder) => testFilesIn(root, folder)).flatMap((file) => {
    const titles = new Map(
      [...readFileSync(join(root, file), 'utf8').matchAll(TITLE)].map(([, , title = '', number = '']) => [
        title,
        number,
      ]),
    );
    return [...titles].map(([title, number]) => ({ number, file, title }));
  });
  return found.sort((left, right) => Number(left.number) - Number(right.number));
}

/**
 * The cases of the document, by number: their names.
 *
 * @param {string} document - docs/threat-model.md
 * @returns {Map<string, string>}
 */
export function namesOfThreats(document) {
  const section = document.slice(document.indexOf('## The cases'), document.indexOf('## The tests'));
  return new Map(
    [...section.matchAll(/^\| (\d+) \| ([^|]+) \|/gmu)].map(([, number = '', name = '']) => [number, name.trim()]),
  );
}

/** @param {HeldBy} test @param {string} name - the case's */
export function threatRow({ number, file, title }, name) {
  return `| ${number} | ${name} | \`${file}\` | ${title} |`;
}

/** @param {string} root @param {string} folder */
function testFilesIn(root, folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:test|e2e)\.ts$/u.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
