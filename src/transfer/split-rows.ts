import type { Row } from './table.ts';

/** `\n` ends rows that end in `\r\n` too. */
export type LineBreak = '\n' | '\r';

export interface RowsForm {
  readonly delimiter: string;
  readonly lineBreak: LineBreak;
  /** Where in the text the first row begins, and on which line of the file that is. */
  readonly start: number;
  readonly firstLine: number;
}

const QUOTE = 34;
const BLANK = 32;

/** The next place of something in a text, looked for once: asked for in rising order, all questions cost one pass. */
class Finder {
  readonly #text: string;
  readonly #what: string;
  #found = -1;

  constructor(text: string, what: string) {
    this.#text = text;
    this.#what = what;
  }

  /** The first at or behind `from`; the length of the text where there is none. */
  next(from: number): number {
    if (this.#found < from) {
      const found = this.#text.indexOf(this.#what, from);
      this.#found = found < 0 ? this.#text.length : found;
    }
    return this.#found;
  }
}

/**
 * Cuts a text into rows and cells, without blank lines.
 *
 * A quotation begins with a cell, or behind the blanks a cell begins with, and ends before a separator or a line's end; a
 * mark in it is doubled, and where it is not, it stands for itself. One that never ends, or in which another cell seems to begin with a quotation, was never meant: its
 * row is what stands on the line, and `unended` has it. With tabs most marks are only that: a quotation counts where
 * something in it needed one, else it stays as it is.
 *
 * @returns `unended`: lines, counted like the rows'
 */
export function splitRows(text: string, form: RowsForm): { rows: Row[]; unended: number[] } {
  const { delimiter, lineBreak } = form;
  const isTabbed = delimiter === '\t';
  const quotesAll = isTabbed && text.charCodeAt(form.start) === QUOTE;
  const delimiterCode = delimiter.charCodeAt(0);
  const breaks = new Finder(text, lineBreak);
  const quotes = new Finder(text, '"');
  const delimiters = new Finder(text, delimiter);
  const rows: Row[] = [];
  const unended: number[] = [];
  let line = form.firstLine;
  // Looking for ends that are not there is given up in the end, so that no text costs more than a few passes.
  let patience = 4 * text.length + 1_000_000;

  /** Where the line ends that has `at` in it, without its `\r`. */
  const endOfLine = (at: number): number => {
    const end = breaks.next(at);
    return lineBreak === '\n' && end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  };

  const push = (cells: string[]): void => {
    if (cells.length > 1 || cells[0]?.trim() !== '') {
      rows.push({ line, cells });
    }
  };

  /** Behind a mark: where the cell is over, if it is. */
  const endOfCell = (at: number): number | undefined => {
    let end = at;
    for (let code = text.charCodeAt(end); code === BLANK && delimiterCode !== BLANK; code = text.charCodeAt(end)) {
      end += 1;
    }
    const code = text.charCodeAt(end);
    return end >= text.length || code === delimiterCode || code === 10 || code === 13 ? end : undefined;
  };

  /** Where a cell begins without its blanks. */
  const behindBlanks = (at: number): number => {
    let begin = at;
    while (text.charCodeAt(begin) === BLANK) {
      begin += 1;
    }
    return begin;
  };

  /** The mark that ends the quotation beginning at `open`, if there is one. */
  const closing = (open: number): number | undefined => {
    const limit = patience > 0 ? text.length : endOfLine(open);
    for (let at = text.indexOf('"', open + 1); at >= 0 && at < limit; at = text.indexOf('"', at + 1)) {
      if (text.charCodeAt(at + 1) === QUOTE) {
        at += 1;
      } else if (endOfCell(at + 1) !== undefined) {
        return at;
      } else {
        const before = text.charCodeAt(at - 1);
        if (isTabbed || (at - 1 > open && (before === delimiterCode || before === 10 || before === 13))) {
          patience -= at - open;
          return undefined;
        }
      }
    }
    patience -= limit - open;
    return undefined;
  };

  /** Whether a quotation of a file with tabs is one. No cell has both tabs and line ends: that would be rows. */
  const isMeant = (inside: string): boolean =>
    !isTabbed || (/[\t,"\r\n]/u.test(inside) ? !/\t[^]*[\r\n]|[\r\n][^]*\t/u.test(inside) : quotesAll);

  /** Reads one row that has marks in it. Returns where its last line ends. */
  const readQuoted = (start: number): number => {
    const cells: string[] = [];
    for (let at = start; ; ) {
      const open = behindBlanks(at);
      const close = text.charCodeAt(open) === QUOTE ? closing(open) : undefined;
      const inside = close === undefined ? undefined : text.slice(open + 1, close);
      let end: number;
      if (close !== undefined && inside !== undefined && isMeant(inside)) {
        cells.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside);
        end = endOfCell(close + 1) ?? close + 1;
      } else if (text.charCodeAt(at) === QUOTE && !isTabbed) {
        unended.push(line);
        end = endOfLine(at);
        for (const cell of text.slice(at, end).split(delimiter)) {
          cells.push(unquoted(cell));
        }
      } else {
        end = Math.min(endOfLine(at), delimiters.next(at));
        cells.push(text.slice(at, end));
      }
      if (end < text.length && text.charCodeAt(end) === delimiterCode) {
        at = end + 1;
      } else {
        push(cells);
        return breaks.next(end);
      }
    }
  };

  for (let at = form.start; at < text.length; ) {
    if (lineBreak === '\r' && text.charCodeAt(at) === 10) {
      at += 1;
      continue;
    }
    const end = breaks.next(at);
    if (quotes.next(at) >= end) {
      push(text.slice(at, endOfLine(at)).split(delimiter));
      at = end + 1;
      line += 1;
    } else {
      const last = readQuoted(at);
      line += linesIn(text, at, last, lineBreak) + 1;
      at = last + 1;
    }
  }
  return { rows, unended };
}

/** A cell of a row that is taken as it stands, without the marks around it. */
function unquoted(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1) : cell;
}

/** How many lines end in a part of the text. */
function linesIn(text: string, from: number, to: number, lineBreak: LineBreak): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 ? lineBreak === '\n' || text.charCodeAt(at - 1) !== 13 : code === 13 && lineBreak === '\r') {
      count += 1;
    }
  }
  return count;
}
