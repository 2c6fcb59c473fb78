import type { Moment } from '../../../domain/moment.ts';
import type { Use } from '../../../domain/source-record.ts';
import type { Outcome } from '../../entry.ts';
import { plainText } from '../../plain-text.ts';
import { readIso } from '../../read-date.ts';
import type { RowReader } from '../../row-reader.ts';
import { tagsOf } from './tags-of.ts';
import { whenOf } from './when-of.ts';
import { filmOf, LETTERBOXD_STARS } from './letterboxd.ts';
import type { Cell } from './read-rows.ts';

/**
 * One viewing, as the diary and the reviews both have it. What was seen on a day stands in both files, with the same day:
 * two equal uses of one film are one. A review without a day says that the film was seen, not when. Two entries of one day in
 * one file, each with an address of its own, are two viewings: their day stands once, and how often it was seen beside it.
 *
 * @returns what reads the rows of one file, in their order
 */
export function viewingReader(): (reader: RowReader, cell: Cell) => Outcome {
  const films = new Map<string, Entries>();
  return (reader, cell) => readViewing(reader, cell, films);
}

/** The entries of one film so far whose day is known. */
class Entries {
  /** By their addresses. */
  readonly #days = new Map<string, Moment>();
  /** How many entries each day has. */
  readonly #counts = new Map<Moment, number>();

  add(address: string, day: Moment): void {
    const before = this.#days.get(address);
    if (before !== undefined) {
      this.#count(before, -1);
    }
    this.#days.set(address, day);
    this.#count(day, 1);
  }

  /** How often it was seen, where that is more often than there are days. */
  get useCount(): number | undefined {
    return this.#days.size > this.#counts.size ? this.#days.size : undefined;
  }

  #count(day: Moment, by: 1 | -1): void {
    const count = (this.#counts.get(day) ?? 0) + by;
    if (count === 0) {
      this.#counts.delete(day);
    } else {
      this.#counts.set(day, count);
    }
  }
}

/** @param films - by what they are called */
function readViewing(reader: RowReader, cell: Cell, films: Map<string, Entries>): Outcome {
  const film = filmOf(reader, cell);
  if (film === undefined) {
    return reader.skip('no-name', 'Name');
  }
  const watchedAt = reader.moment('Watched Date', cell('Watched Date'), readIso);
  const loggedAt = reader.moment('Date', cell('Date'), readIso);
  const given = reader.mark('Rating', cell('Rating'), LETTERBOXD_STARS);
  const text = reader.words('Review', plainText(cell('Review')));
  const use: Use = { ...whenOf(watchedAt), ...(/^yes$/iu.test(cell('Rewatch')) && { isRepeat: true }) };
  const entries = films.get(film.thing) ?? new Entries();
  films.set(film.thing, entries);
  if (watchedAt !== undefined && cell('Letterboxd URI') !== '') {
    entries.add(cell('Letterboxd URI'), watchedAt);
  }
  const { useCount } = entries;
  return reader.keep({
    ...film,
    content: {
      ...(given && { ratings: [{ given, ...whenOf(watchedAt ?? loggedAt) }] }),
      ...(text !== undefined && { text }),
      ...tagsOf(reader, 'Tags', cell('Tags').split(',')),
      uses: [use],
      ...(useCount !== undefined && { useCount }),
    },
  });
}
