import { parse } from 'papaparse';
import { type Row, Table } from './table.ts';

const DELIMITERS = [',', '\t', ';', '|'];

/** Rows of a text in which cells are separated by commas, tabs, semicolons or bars, whichever makes its first lines a table. */
export function parseTable(text: string, firstLine = 1): Table {
  const delimiter = delimiterOf(text);
  const rows: Row[] = [];
  let line = firstLine;
  let read = 0;
  parse<string[]>(text, {
    delimiter,
    // A tab-separated file has quotation marks that are only that.
    ...(delimiter === '\t' && !/(?:^|\t)"/mu.test(text.slice(0, 20_000)) && { quoteChar: '\u0000' }),
    step: ({ data, meta }) => {
      if (data.length > 1 || data[0]?.trim() !== '') {
        rows.push({ line, cells: data });
      }
      line += linesIn(text, read, meta.cursor);
      read = meta.cursor;
    },
  });
  const [header = { line: firstLine, cells: [] }, ...others] = rows;
  return new Table(header.cells, others);
}

/** The separator that the header has most of, outside of quotation marks. */
function delimiterOf(text: string): string {
  const header = (/^\uFEFF?(?:"(?:[^"]|"")*"|[^"\r\n])*/u.exec(text.slice(0, 20_000))?.[0] ?? '').replace(
    /"(?:[^"]|"")*"/gu,
    '',
  );
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
