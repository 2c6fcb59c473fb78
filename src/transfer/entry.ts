import type { Identifier } from '../domain/identifier.ts';
import type { ItemFacts } from '../domain/item.ts';
import type { SourceContent } from '../domain/source-record.ts';

/** What one row of a file says of one thing. */
export interface Entry {
  /** Where the row begins: the line of a text, counted from 1; the position of the record in a list, counted from 1. */
  readonly line: number;
  /**
   * What the source calls the thing: the same in every export of the account and in all its files, so that a later file
   * finds it again. An id where the source has one (`tt0081505`), else its words, folded: {@link thingOf}.
   */
  readonly thing: string;
  /**
   * Where `thing` is only what it is called: which of that name the row means, in the source's own word for it. Rows with
   * two of these are of two things. Absent where the row does not tell.
   */
  readonly ownId?: Identifier;
  /** What the row named when such a table was read before, where its columns meant less or something else. */
  readonly formerly?: readonly FormerNaming[];
  /** `name` may be empty where another file of the source knows it; so may be `identifiers`. */
  readonly facts: ItemFacts;
  /** Of which list the row is, where a source has several files of one kind: each may come without the others. */
  readonly list?: string;
  /** What the row says beyond naming the thing. Absent for a row that only describes it (`movies.csv`). */
  readonly content?: SourceContent;
}

/** What told the thing of a row from others once: its name then, and what that was made of. */
export interface FormerNaming extends Pick<ItemFacts, 'year' | 'creators' | 'identifiers'> {
  readonly thing: string;
}

/** Why a row, or a part of it, could not be used. Each has a text in the interface: `import_reason_<reason>`. */
export const REASONS = [
  'broken-row', // the number of cells is not the header's; a quotation that never ends
  'no-record', // no fields with names where a record should stand; a text that should be one and can't be read
  'no-name', // nothing says what the thing is
  'bad-mark', // no number, or not on the scale
  'bad-date', // no day of the calendar; kept without it
  'unclear-date', // nobody says whether its day or its month stands first; kept without it
  'bad-identifier', // not of its form; kept without it
  'too-long', // longer than Sayso keeps; the rest was cut off
  'bad-characters', // characters that are no text; replaced or dropped
  'says-nothing', // no mark, no date, no list: nothing to keep
  'other-matter', // of no thing at all: a comment, what an account is
  'not-used', // shown, not watched: a trailer, a start without anybody there
  'removed', // the person has removed it there
  'other-person', // of somebody else
  'contradicts', // another row says otherwise; the later one is the present one
  'repeated', // the same row again
  'unclear', // several things have this name, and it does not tell which it means; kept as one more
  'unknown-kind', // a sort of thing that Sayso does not know; kept as something made
  'too-many', // more than Sayso keeps of one thing
] as const;
export type Reason = (typeof REASONS)[number];

/** A row, or a part of one, that could not be used: told to the person, never guessed. */
export interface Remark {
  readonly line: number;
  readonly reason: Reason;
  /** The column or field it is about. */
  readonly column?: string;
  /** What stood there, at most {@link REMARK_LENGTH} characters. */
  readonly value?: string;
  /** The row that says otherwise and gives way to this one, of the same file unless a file is named. */
  readonly over?: { readonly file: number; readonly line: number };
  /** The whole row was left out, not only this part of it. */
  readonly isSkipped: boolean;
}

export const REMARK_LENGTH = 200;

/** What became of one row: entries, remarks or both, never nothing. */
export interface Outcome {
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
}

/** Names a thing by words, for sources without ids: letter case, blanks and Unicode forms do not matter. */
export function thingOf(...words: readonly (string | number | undefined)[]): string {
  return words
    .filter((word) => word !== undefined && word !== '')
    .join(' | ')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}
