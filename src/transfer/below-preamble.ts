import { parseTable } from './csv.ts';
import type { Content, Importer } from './importer.ts';
import { IMPORTERS } from './importers/index.ts';
import { recogniseFile } from './recognise-file.ts';
import type { Table } from './table.ts';

/** As many lines may stand above a header: a title, a date, what was filtered. Blank ones don't count. */
const MOST_ABOVE = 5;
/** A header of fewer columns stands in the midst of any table. */
const LEAST_COLUMNS = 3;
/** As much of a text shows whether a header and a few rows begin there. */
const LOOKED_AT = 65_536;

/** A line of a text, and how it stands to the one before. */
interface Line {
  readonly at: number;
  /** Counted from 1. */
  readonly number: number;
  readonly isBehindBlank: boolean;
}

/**
 * The table below whatever somebody has written above its header, with separators of its own. Tried where nobody recognises
 * the whole: a header is one that somebody recognises, or that of nobody's table below a title and a blank line.
 *
 * @param text - all of the file
 * @returns `undefined` where none of the first lines is such a header
 */
export function belowPreamble(
  text: string,
  importers: readonly Importer[] = IMPORTERS,
): { readonly content: Content; readonly importer?: Importer } | undefined {
  const [first, ...lines] = firstLines(text);
  for (const line of lines) {
    const head = tableAt(text, line, LOOKED_AT);
    if (head.header.length >= LEAST_COLUMNS && head.header.every(isName)) {
      const content: Content = { sort: 'table', table: tableAt(text, line) };
      const importer = recogniseFile({ sort: 'table', table: head }, importers) && recogniseFile(content, importers);
      if (importer !== undefined) {
        return { content, importer };
      }
    }
  }
  const [second] = lines;
  return first && second?.isBehindBlank && isTitled(text, first, second)
    ? { content: { sort: 'table', table: tableAt(text, second) } }
    : undefined;
}

/** A line by itself with fewer cells than the header below the blank line, which has as many as the row below it. */
function isTitled(text: string, title: Line, below: Line): boolean {
  const { header, rows } = tableAt(text, below, LOOKED_AT);
  const above = parseTable(text.slice(title.at, below.at)).header;
  return above.length < header.length && rows[0]?.cells.length === header.length;
}

function tableAt(text: string, { at, number }: Line, letters = text.length): Table {
  return parseTable(text.slice(at, at + letters), number);
}

/** The first that are not blank, and one more than may stand above a header. */
function firstLines(text: string): Line[] {
  const lines: Line[] = [];
  const head = text.slice(0, LOOKED_AT);
  const breaks = /\r\n?|\n|$/gu;
  let number = 1;
  let at = 0;
  let isBehindBlank = false;
  while (at < head.length && lines.length <= MOST_ABOVE) {
    breaks.lastIndex = at;
    const end = breaks.exec(head);
    const isBlank = head.slice(at, end?.index).trim() === '';
    if (!isBlank) {
      lines.push({ at, number, isBehindBlank });
    }
    isBehindBlank = isBlank;
    number += 1;
    at = end === null || end[0] === '' ? head.length : end.index + end[0].length;
  }
  return lines;
}

/** What a column may be called; a row of numbers is no header. */
function isName(cell: string): boolean {
  return cell.trim() === '' || /\p{L}/u.test(cell);
}
