import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/**
 * One labelled page.
 *
 * @typedef {object} LabelledPage
 * @property {string} file
 * @property {'detail' | 'list' | 'negative' | 'other' | 'silo-ratings'} pageType
 * @property {string} syntaxes - what is in the markup, as the index says it
 * @property {string} name - the expected name, empty where there is none
 * @property {readonly (readonly [key: string, value: string])[]} ids - several values of one key are joined by `|`
 * @property {string} url - as if the page came from there; may be empty or relative
 * @property {number | undefined} itemCount
 */

/** @returns {readonly LabelledPage[] | undefined} `undefined` when the corpus is not there */
export function readCorpus() {
  const index = `${FOLDER}INDEX.tsv`;
  if (!existsSync(index)) {
    return undefined;
  }
  const [header, ...lines] = readFileSync(index, 'utf8').split('\n').filter(Boolean);
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t').map(unquote);
    const cell = (name) => cells[columns.indexOf(name)] ?? '';
    return {
      file: cell('file'),
      pageType: cell('page_type'),
      syntaxes: cell('kind'),
      name: cell('expected_name'),
      ids: cell('expected_ids')
        .split(';')
        .filter((pair) => pair.includes('='))
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1).trim()]),
      url: cell('url'),
      itemCount: cell('n_items') === '' ? undefined : Number(cell('n_items')),
    };
  });
}

/** @param {string} file */
export function readPage(file) {
  return readFileSync(`${FOLDER}pages/${file}`, 'utf8');
}

function unquote(cell) {
  return cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
