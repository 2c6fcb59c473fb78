import type { Content, Importer } from './importer.ts';
import { IMPORTERS } from './importers/index.ts';
import { Table } from './table.ts';

/** As many rows may stand above a header: a title, a date, what was filtered. */
const MOST_ABOVE = 5;
/** A header of fewer columns stands in the midst of any table. */
const LEAST_COLUMNS = 3;

/** Whose file it is: the first importer that recognises its columns or shape. No two should; their tests look. */
export function recogniseFile(content: Content, importers: readonly Importer[] = IMPORTERS): Importer | undefined {
  return importers.find((importer) => importer.recognises(content));
}

/**
 * A table below whatever somebody has written above its header, and whose it is. Tried where nobody recognises the whole.
 *
 * @returns `undefined` where none of the first rows is a header that anybody recognises
 */
export function belowPreamble(
  content: Content,
  importers: readonly Importer[] = IMPORTERS,
): { readonly content: Content; readonly importer: Importer } | undefined {
  const rows = content.sort === 'table' ? content.table.rows : [];
  for (const [index, { cells }] of rows.slice(0, MOST_ABOVE).entries()) {
    if (cells.length >= LEAST_COLUMNS && cells.every(isName)) {
      const below: Content = { sort: 'table', table: new Table(cells, rows.slice(index + 1)) };
      const importer = recogniseFile(below, importers);
      if (importer !== undefined) {
        return { content: below, importer };
      }
    }
  }
  return undefined;
}

/** What a column may be called; a row of numbers is no header. */
function isName(cell: string): boolean {
  return cell.trim() === '' || /\p{L}/u.test(cell);
}
