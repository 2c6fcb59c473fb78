import type { Identifier, Scheme } from '../domain/identifier.ts';
import { identifierOf } from '../domain/identifier.ts';
import type { Moment } from '../domain/moment.ts';
import { commonValue, type Given } from '../domain/scale.ts';
import { cleanText } from './clean-text.ts';
import { type Entry, type Outcome, type Reason, type Remark, REMARK_LENGTH } from './entry.ts';
import { isUnclearDay } from './read-date.ts';

/** Longer than any review is; what Sayso keeps of one (`app/clean-words.ts`). */
const MAX_TEXT = 20_000;
/** Longer than the name of anything is. */
const MAX_NAME = 500;

/** Reads the cells of one row, and remarks on what it can't use. */
export class RowReader {
  readonly #line: number;
  readonly #remarks: Remark[] = [];

  constructor(line: number) {
    this.#line = line;
  }

  /**
   * A mark on a scale. Empty is not rated; `none` is what else the source writes for that (`0`).
   * A comma counts as the decimal point.
   */
  mark(column: string, text: string, scale: Omit<Given, 'value'>, none?: number): Given | undefined {
    if (text === '') {
      return undefined;
    }
    const value = /^[+-]?\d+(?:[.,]\d+)?$/u.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
    if (value === none) {
      return undefined;
    }
    const given: Given = { value, ...scale };
    if (commonValue(given) === undefined) {
      this.remark('bad-mark', column, text);
      return undefined;
    }
    return given;
  }

  /** A time, as `read` understands it. Empty is unknown. */
  moment(column: string, text: string, read: (text: string) => Moment | undefined): Moment | undefined {
    const moment = text === '' ? undefined : read(text);
    if (text !== '' && moment === undefined) {
      this.remark(isUnclearDay(text) ? 'unclear-date' : 'bad-date', column, text);
    }
    return moment;
  }

  /** An identifier in a list of its own, ready to be spread; none when the cell is empty or is not of its form. */
  identifiers(column: string, scheme: Scheme, text: string): Identifier[] {
    const identifier = text === '' ? undefined : identifierOf(scheme, text);
    if (text !== '' && identifier === undefined) {
      this.remark('bad-identifier', column, text);
    }
    return identifier === undefined ? [] : [identifier];
  }

  /** Words of the person: without characters that are no text, and no longer than Sayso keeps. Empty is none. */
  words(column: string, text: string): string | undefined {
    const { text: clean, hadBad } = cleanText(text.trim());
    if (hadBad) {
      this.remark('bad-characters', column, text);
    }
    if (clean.length > MAX_TEXT) {
      this.remark('too-long', column, text);
    }
    const kept = cut(clean, MAX_TEXT);
    return kept === '' ? undefined : kept;
  }

  /** What something or somebody is called: on one line, without characters that are no text. Empty where nothing is. */
  name(column: string, text: string): string {
    const { text: clean, hadBad } = cleanText(text);
    if (hadBad) {
      this.remark('bad-characters', column, text);
    }
    const line = clean.replace(/\s+/gu, ' ').trim();
    if (line.length > MAX_NAME) {
      this.remark('too-long', column, text);
    }
    return cut(line, MAX_NAME);
  }

  /** A whole number of times, `2` or as spreadsheets save it, `2.0`. Empty, zero and what is none are unknown. */
  count(text: string): number | undefined {
    const count = /^\d{1,6}(?:[.,]0+)?$/u.test(text) ? Number.parseInt(text, 10) : 0;
    return count > 0 ? count : undefined;
  }

  /** Something of the row could not be used; the rest is. */
  remark(reason: Reason, column?: string, value?: string): void {
    this.#remarks.push(this.#told(reason, column, value, false));
  }

  /**
   * The row can't be used at all. One that says nothing but a mark that is none is left out for that mark: it did say
   * something.
   */
  skip(reason: Reason, column?: string, value?: string): Outcome {
    if (reason === 'says-nothing' && this.#remarks.some((remark) => remark.reason === 'bad-mark')) {
      const remarks = this.#remarks.map((one) => (one.reason === 'bad-mark' ? { ...one, isSkipped: true } : one));
      return { entries: [], remarks };
    }
    return { entries: [], remarks: [...this.#remarks, this.#told(reason, column, value, true)] };
  }

  /** What the row says. */
  keep(...entries: readonly Omit<Entry, 'line'>[]): Outcome {
    return { entries: entries.map((entry) => ({ line: this.#line, ...entry })), remarks: this.#remarks };
  }

  #told(reason: Reason, column: string | undefined, value: string | undefined, isSkipped: boolean): Remark {
    return {
      line: this.#line,
      reason,
      ...(column !== undefined && { column }),
      ...(value !== undefined && value !== '' && { value: cleanText(value.slice(0, REMARK_LENGTH)).text }),
      isSkipped,
    };
  }
}

/** At most so much of a text, without half a character at its end. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/\p{Surrogate}$/u, '')
    .trim();
}
