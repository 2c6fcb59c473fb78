import { identifiersOfUrl } from '../../../domain/identifiers-of-url.ts';
import { type Entry, type Outcome, thingOf } from '../../entry.ts';
import type { Content, Question, ReadOptions } from '../../importer.ts';
import { RowReader } from '../../row-reader.ts';
import { type Cell, readRows } from './read-rows.ts';
import { askForResaved, withDays } from './resaved-days.ts';
import { yearOf } from './year-of.ts';

/** Half stars; an empty cell is not rated, and none can be given less than one half. */
export const LETTERBOXD_STARS = { best: 5, worst: 0.5 };

/** The columns of every table of films but those of a list. */
export const FILM_COLUMNS = ['Date', 'Name', 'Year', 'Letterboxd URI'] as const;

/** Of those, the ones that hold days. */
const DAYS = ['Date', 'Watched Date'];

/** What the person took away there still lies in these folders of the archive. */
const REMOVED = /(?:^|\/)(?:deleted|orphaned)\//iu;

export function isRemoved(path: string): boolean {
  return REMOVED.test(path.replaceAll('\\', '/'));
}

/** What a table of Letterboxd leaves open: nothing, unless a spreadsheet has saved it again. */
export function letterboxdQuestions(content: Content, path: string): readonly Question[] {
  return isRemoved(path) ? [] : askForResaved(content, DAYS);
}

/** Reads a table of Letterboxd; from the folders of removed things it only says that they were. */
export function* letterboxdRows(
  content: Content,
  { path, answers }: ReadOptions,
  read: (reader: RowReader, cell: Cell) => Outcome,
): Iterable<Outcome> {
  if (content.sort !== 'table') {
    return;
  }
  if (!isRemoved(path)) {
    yield* readRows(withDays(content, DAYS, answers), read);
    return;
  }
  for (const { line } of content.table.rows) {
    yield new RowReader(line).skip('removed');
  }
}

/**
 * The film of a row. Letterboxd has no id that all its files share, so that the film is its name and its year. Where the
 * row has the film's own address, too, two films of one name and year are told apart by it.
 *
 * @param addressColumn - where the film's own address stands. The address of an entry in the diary is not one.
 * @returns `undefined` where the film has no name
 */
export function filmOf(
  reader: RowReader,
  cell: Cell,
  addressColumn?: string,
): Pick<Entry, 'thing' | 'ownId' | 'facts'> | undefined {
  const name = reader.name('Name', cell('Name'));
  if (name === '') {
    return undefined;
  }
  const { year } = yearOf(cell('Year'));
  if (year === undefined && cell('Year') !== '') {
    reader.remark('bad-date', 'Year', cell('Year'));
  }
  const address = addressColumn === undefined ? '' : cell(addressColumn);
  const identifiers =
    address === '' ? [] : identifiersOfUrl(address).filter((identifier) => /^(?:boxd|letterboxd):/u.test(identifier));
  if (address !== '' && identifiers.length === 0) {
    reader.remark('bad-identifier', addressColumn, address);
  }
  const [ownId] = identifiers;
  return {
    thing: thingOf(name, year),
    ...(ownId !== undefined && { ownId }),
    facts: { kind: 'Movie', name, ...(year !== undefined && { year }), identifiers },
  };
}
