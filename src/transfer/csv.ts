import { type LineBreak, splitRows } from './split-rows.ts';
import { type BrokenRow, type Row, Table } from './table.ts';

/** Of two that a header has as many of, the one that names of columns have less. */
const DELIMITERS = ['\t', '|', ';', ','];
/** How old data sets separate cells: `1::Heat (1995)::Crime|Drama`. Their cells have no tabs. */
const DOUBLE_COLONS = /^\uFEFF?\d+::[^\n]*::/u;
/** No header is longer; one that seems to be has a quotation that never ends. */
const LONGEST_HEADER = 65_536;

/**
 * Rows of a text in which cells are separated by commas, tabs, semicolons or bars, whichever its header has most of, or by
 * two colons.
 * Total and linear: what is no table is one of one column.
 *
 * @param firstLine the line of the file on which the text begins
 */
export function parseTable(whole: string, firstLine = 1): Table {
  const text = DOUBLE_COLONS.test(whole.slice(0, LONGEST_HEADER)) ? whole.replaceAll('::', '\t') : whole;
  const { linesAbove, ...form } = formOf(text);
  const { rows, unended } = splitRows(text, { ...form, firstLine: firstLine + linesAbove });
  const [header = { line: firstLine, cells: [] }, ...others] = rows;
  return new Table(header.cells, others, brokenOf(header, others, unended));
}

/**
 * How a table is written, as its header shows. A first line `sep=;`, as spreadsheets put it, says so and is no row.
 */
function formOf(text: string): {
  delimiter: string;
  lineBreak: LineBreak;
  start: number;
  /** That are not of the table. */
  linesAbove: number;
} {
  const said = /^\uFEFF?"?sep=([,\t;|])"?(\r\n?|\n)/u.exec(text);
  if (said) {
    return {
      delimiter: said[1] ?? ',',
      lineBreak: said[2] === '\r' ? '\r' : '\n',
      start: said[0].length,
      linesAbove: 1,
    };
  }
  const header = recordAt(text, 0);
  const most = Math.max(...header.counts);
  const likely = DELIMITERS.filter((_, which) => most > 0 && header.counts[which] === most);
  return {
    delimiter: (likely.length > 1 ? agreed(likely, most, recordAt(text, header.end)) : likely[0]) ?? ',',
    lineBreak: text[header.end] === '\r' && text[header.end + 1] !== '\n' ? '\r' : '\n',
    // The mark is cut off here, so that a quotation may begin right behind it.
    start: text.startsWith('\uFEFF') ? 1 : 0,
    linesAbove: 0,
  };
}

/** Of separators that the header has as many of, the one that the first row has as many of too. */
function agreed(likely: readonly string[], most: number, row: { counts: readonly number[] }): string | undefined {
  return likely.find((delimiter) => row.counts[DELIMITERS.indexOf(delimiter)] === most) ?? likely[0];
}

/** Where the next record that is not blank ends, and how many of each separator it has outside of quotations. */
function recordAt(text: string, from: number): { counts: number[]; end: number } {
  return countedAt(text, from, true) ?? countedAt(text, from, false) ?? { counts: [], end: text.length };
}

function countedAt(text: string, from: number, hasQuotations: boolean): { counts: number[]; end: number } | undefined {
  const counts = DELIMITERS.map(() => 0);
  const longest = Math.min(text.length, from + LONGEST_HEADER);
  let isQuoted = false;
  let at = from + (/^[\uFEFF\s]*/u.exec(text.slice(from, longest))?.[0].length ?? 0);
  for (; at < longest; at += 1) {
    const character = text.charAt(at);
    if (character === '"' && hasQuotations) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && (character === '\n' || character === '\r')) {
      break;
    } else if (!isQuoted) {
      const which = DELIMITERS.indexOf(character);
      if (which >= 0) {
        counts[which] = (counts[which] ?? 0) + 1;
      }
    }
  }
  return isQuoted ? undefined : { counts, end: at };
}

/** Rows with a quotation that never ends, and those whose cells are not the header's. */
function brokenOf(header: Row, rows: readonly Row[], unended: readonly number[]): BrokenRow[] {
  const lines = new Set(unended);
  const isOff = ({ cells }: Row): boolean =>
    cells.length < header.cells.length || cells.slice(header.cells.length).some((cell) => cell.trim() !== '');
  return [header, ...rows].flatMap((row): BrokenRow[] =>
    lines.has(row.line)
      ? [{ line: row.line, fault: 'quotation' }]
      : row.cells.length !== header.cells.length && isOff(row)
        ? [{ line: row.line, fault: 'cells' }]
        : [],
  );
}
