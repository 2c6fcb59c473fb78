import { cleanText } from './clean-text.ts';
import { REMARK_LENGTH, type Remark } from './entry.ts';
import type { Content } from './importer.ts';
import type { Table } from './table.ts';

/** What a decoder puts where bytes are no character. */
const MARK = '\uFFFD';
/** Letters around a broken place, enough to find it by. */
const AROUND = 40;

/**
 * The broken places of a text that was decoded with marks in it: of a table each cell with its row, of other texts each
 * line that has any.
 *
 * @param text - the whole of it, of which `content` was read
 */
export function brokenPlaces(text: string, content: Content): Remark[] {
  return content.sort === 'table' ? brokenCells(content.table) : brokenLines(text);
}

function brokenCells({ header, rows }: Table): Remark[] {
  const remarks = header.filter((name) => name.includes(MARK)).map((name) => told(1, name));
  for (const { line, cells } of rows) {
    cells.forEach((cell, index) => {
      if (cell.includes(MARK)) {
        remarks.push(told(line, cell, header[index]));
      }
    });
  }
  return remarks;
}

function brokenLines(text: string): Remark[] {
  const remarks: Remark[] = [];
  const breaks = /\r\n?|\n/gu;
  let line = 1;
  for (let at = text.indexOf(MARK), from = 0; at >= 0; at = text.indexOf(MARK, from)) {
    breaks.lastIndex = from;
    let end = breaks.exec(text);
    for (; end && end.index < at; end = breaks.exec(text)) {
      line += 1;
      from = end.index + end[0].length;
    }
    remarks.push(told(line, text.slice(from, end?.index ?? at + AROUND)));
    if (!end) {
      break;
    }
    line += 1;
    from = end.index + end[0].length;
  }
  return remarks;
}

function told(line: number, text: string, column?: string): Remark {
  // The mark is shown, even far inside a text.
  const from = Math.max(0, text.indexOf(MARK) - AROUND);
  const value = cleanText(text.slice(from, from + REMARK_LENGTH)).text.trim();
  return { line, reason: 'bad-characters', ...(column !== undefined && { column }), value, isSkipped: false };
}
