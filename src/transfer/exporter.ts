import type { Intention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import type { Rating } from '../domain/rating.ts';
import type { SourceContent } from '../domain/source-record.ts';

/** One thing with all that the person said of it. */
export interface ExportThing {
  readonly item: Item;
  /** Of a film: makers whom a source calls its directors. Others among {@link Item.creators} may have written it. */
  readonly directors?: readonly string[];
  readonly rating?: Rating;
  /** It was judged otherwise before. */
  readonly hasHistory: boolean;
  readonly sources: readonly SourceContent[];
  readonly intention?: Intention;
}

/**
 * What the person said, and what finds the thing, that a format can't carry. Each has a text in the interface:
 * `export_loss_<reason>`. One thing goes without saying: facts that a service has no column for, since it knows them itself.
 */
export const LOSS_REASONS = [
  'other-kind', // the service has no such things; left out
  'not-rated', // seen or wanted, and the format has room for marks only; left out
  'no-identifier', // the service knows things by its ids alone; left out
  'only-by-name', // no id that the service knows: it has to guess by title and year
  'rounded', // the mark lies between two of the service's; the nearest is taken, of two the higher
  'date-left-out', // not known to the day
  'time-left-out', // the time of day; the day is written that the person sees
  'text-left-out',
  'note-left-out',
  'tags-left-out',
  'tags-with-last', // they were put with single times; all stand with the last
  'aspects-left-out',
  'history-left-out', // earlier marks
  'like-left-out',
  'owned-left-out', // that it is owned, or how many
  'others-left-out', // what only its source has a word for
  'uses-left-out', // when, or how often, it was seen or read
  'wish-left-out', // it is on a list of what to see or buy
  'comma-replaced', // commas separate there: a blank stands for each in a tag or a name
  'text-cut', // longer than the service takes
  'formula', // a spreadsheet would have run it: an apostrophe stands before it
] as const;
export type LossReason = (typeof LOSS_REASONS)[number];

export interface Loss {
  /** What the thing is called. */
  readonly name: string;
  readonly reason: LossReason;
  /** What was there, and what became of it: `7 / 10 → 3.5`. */
  readonly value?: string;
}

export interface ExportedCsv {
  readonly csv: string;
  /** Without the header. */
  readonly rows: number;
  readonly losses: readonly Loss[];
}

/** Writes what one service reads. Pure: things in, text out. */
export interface Exporter {
  /** Stable, kebab-case, equal to the file's name. */
  readonly id: string;
  /** What the person knows the service by. A proper name, not translated. */
  readonly label: string;
  readonly fileName: string;
  write(things: Iterable<ExportThing>): ExportedCsv;
}
