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
  const entries = new Map<string, Map<string, Moment>>();
  return (reader, cell) => readViewing(reader, cell, entries);
}

/** @param entries - of each film so far, the addresses of the entries of a known day */
function readViewing(reader: RowReader, cell: Cell, entries: Map<string, Map<string, Moment>>): Outcome {
  const film = filmOf(reader, cell);
  if (film === undefined) {
    return reader.skip('no-name', 'Name');
  }
  const watchedAt = reader.moment('Watched Date', cell('Watched Date'), readIso);
  const loggedAt = reader.moment('Date', cell('Date'), readIso);
  const given = reader.mark('Rating', cell('Rating'), LETTERBOXD_STARS);
  const text = reader.words('Review', plainText(cell('Review')));
  const use: Use = { ...whenOf(watchedAt), ...(/^yes$/iu.test(cell('Rewatch')) && { isRepeat: true }) };
  const own = entries.get(film.thing) ?? new Map<string, Moment>();
  entries.set(film.thing, own);
  if (watchedAt !== undefined && cell('Letterboxd URI') !== '') {
    own.set(cell('Letterboxd URI'), watchedAt);
  }
  return reader.keep({
    ...film,
    content: {
      ...(given && { ratings: [{ given, ...whenOf(watchedAt ?? loggedAt) }] }),
      ...(text !== undefined && { text }),
      ...tagsOf(reader, 'Tags', cell('Tags').split(',')),
      uses: [use],
      ...(own.size > new Set(own.values()).size && { useCount: own.size }),
    },
  });
}
