import type { ItemFacts } from '../../../domain/item.ts';
import type { Moment } from '../../../domain/moment.ts';
import type { Given } from '../../../domain/scale.ts';
import type { SourceContent } from '../../../domain/source-record.ts';
import type { Outcome } from '../../entry.ts';
import { plainText } from '../../plain-text.ts';
import { readIso, readYearFirst } from '../../read-date.ts';
import { RowReader } from '../../row-reader.ts';
import type { AnilistScale } from './anilist-scale.ts';
import { cellsOf, isObject, listAt, textOf } from './json-fields.ts';
import { othersOf } from './others-of.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Cell } from './read-rows.ts';
import { releaseYear } from './release-year.ts';
import { sortedIdentifiers } from './sorted-identifiers.ts';
import { tagsOf } from './tags-of.ts';
import { whenOf } from './when-of.ts';
import { wordsOf } from './words-of.ts';

/** What AniList's numbers for a state mean. */
const STATES = ['current', 'planning', 'completed', 'dropped', 'paused', 'repeating'];

/** The numbers AniList gives its sorts, and its words for them. */
const SORTS: Readonly<Record<string, 'anime' | 'manga'>> = {
  '0': 'anime',
  '1': 'manga',
  anime: 'anime',
  manga: 'manga',
};

interface ListOptions {
  /** Absent when the person did not say: marks are then of unknown meaning. */
  readonly scale: AnilistScale | undefined;
  readonly user: unknown;
}

/** One entry of the person's lists: what of them it is, their mark, notes and lists of their own. */
export function readAnilistEntry(line: number, value: unknown, { scale, user }: ListOptions): Outcome {
  const reader = new RowReader(line);
  const cell = cellsOf(value);
  const sort = anilistSortOf(cell('series_type'));
  const named = readAnilistSeries(reader, cell, sort, 'series_id');
  if (!named) {
    return reader.skip('no-name', 'series_id');
  }
  const given = givenOf(reader, cell('score'), scale);
  const updatedAt = reader.moment('updated_at', cell('updated_at'), readIso);
  return outcomeOf(reader, {
    ...named,
    content: {
      ...(given && { ratings: [{ given, ...whenOf(updatedAt) }] }),
      ...wordsOf(reader, cell, { note: 'notes' }, plainText),
      ...tagsOf(reader, 'custom_lists', customListsOf(isObject(value) ? value['custom_lists'] : '', user, sort)),
      ...stateOf(reader, cell, updatedAt, sidesOf(isObject(value) ? value['advanced_scores'] : '', user)),
    },
  });
}

/** What a file tells of a series: the account's own copy hardly ever more than its sort and number. */
export function readAnilistSeries(
  reader: RowReader,
  cell: Cell,
  sort: 'anime' | 'manga' | undefined,
  column: string,
): { thing: string; facts: ItemFacts } | undefined {
  const identifiers = sort === undefined ? [] : sortedIdentifiers(reader, column, cell(column), ['anilist', sort]);
  const [identifier] = identifiers;
  if (identifier === undefined) {
    return undefined;
  }
  const title = ['title', 'name', 'series_title', 'series_name'].find((field) => cell(field) !== '') ?? '';
  const name = reader.name(title, cell(title));
  const kind = sort === 'manga' ? 'Book' : cell('format').toLowerCase() === 'movie' ? 'Movie' : 'TVSeries';
  const known = sort === undefined ? [] : sortedIdentifiers(reader, 'idMal', cell('idMal'), ['mal', sort]);
  return {
    thing: identifier.slice('anilist:'.length),
    facts: { kind, name, ...releaseYear(cell('year')), identifiers: [...identifiers, ...known] },
  };
}

export function anilistSortOf(seriesType: string): 'anime' | 'manga' | undefined {
  const key = seriesType.toLowerCase();
  return Object.hasOwn(SORTS, key) ? SORTS[key] : undefined;
}

function givenOf(reader: RowReader, text: string, scale: AnilistScale | undefined): Given | undefined {
  if (scale === undefined && text !== '' && Number(text) !== 0) {
    reader.remark('bad-mark', 'score', text);
  }
  return scale && reader.mark('score', text, scale, 0);
}

/** Seen to the end, or to be seen; anything between is kept by its word. */
function stateOf(reader: RowReader, cell: Cell, updatedAt: Moment | undefined, sides: string): SourceContent {
  const told = cell('status').toLowerCase();
  const status = STATES.at(/^[0-5]$/u.test(told) ? Number(told) : STATES.length) ?? told;
  const finishedAt = reader.moment('finished_on', numberedDay(cell('finished_on')), readYearFirst);
  const isDone = status === 'completed' || status === 'repeating' || (status === '' && finishedAt !== undefined);
  const isWanted = status === 'planning' || status.startsWith('plan to ');
  const repeats = reader.count(cell('repeat')) ?? 0;
  const unheld: Readonly<Record<string, string>> =
    isDone || isWanted
      ? {}
      : { status, progress: counted(cell('progress')), progress_volume: counted(cell('progress_volume')) };
  const fields: Readonly<Record<string, string>> = {
    ...unheld,
    started_on: numberedDay(cell('started_on')),
    advanced_scores: sides,
  };
  return {
    ...(isDone && { uses: [whenOf(finishedAt)], ...(repeats > 0 && { useCount: repeats + 1 }) }),
    ...(isWanted && { wanted: whenOf(updatedAt) }),
    ...othersOf(reader, (column) => fields[column] ?? '', Object.keys(fields)),
  };
}

/** Nothing seen or read is no progress. */
function counted(text: string): string {
  return text === '0' ? '' : text;
}

/** `20190309` as `2019-03-09`; a month or day of zeros is unknown, a year of zeros all of it. */
function numberedDay(text: string): string {
  const match = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  return match ? (match[1] === '0000' ? '' : match.slice(1).join('-')) : /^0*$/u.test(text) ? '' : text;
}

/**
 * `[0,1,1]`, or that as a text: not the first, but the second and third of the person's own lists of that sort. What is
 * neither 0 nor 1 was written by others, and counts the lists; names stand for themselves.
 */
function customListsOf(value: unknown, user: unknown, sort: 'anime' | 'manga' | undefined): string[] {
  const lists = listAt(isObject(user) ? user['custom_lists'] : undefined, sort ?? '');
  const marks = marksIn(value);
  const areFlags = marks.every((mark) => mark === 0 || mark === 1 || typeof mark === 'boolean');
  return marks.flatMap((mark, place) => {
    const name = areFlags ? (Number(mark) === 1 ? lists[place] : '') : typeof mark === 'number' ? lists[mark] : mark;
    return typeof name === 'string' ? [name] : [];
  });
}

/** Marks of the sides of a series as words, `Story 9, Audio 7.5`: on which scale they are, no file says. */
function sidesOf(value: unknown, user: unknown): string {
  const names = listAt(isObject(user) ? user['advanced_scores'] : undefined, 'names');
  const named = isObject(value)
    ? Object.entries(value)
    : marksIn(value).map((mark, place) => [textOf(names[place]), mark] as const);
  return named
    .filter(([, mark]) => Number(mark) > 0)
    .map(([name, mark]) => `${name} ${Number(mark)}`.trim())
    .join(', ');
}

function marksIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value as readonly unknown[];
  }
  return typeof value === 'string' && /^\[[\d.,\s]*\]$/u.test(value)
    ? value
        .slice(1, -1)
        .split(',')
        .filter((part) => part.trim() !== '')
        .map(Number)
    : [];
}
