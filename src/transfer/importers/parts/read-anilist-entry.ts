import type { ItemFacts } from '../../../domain/item.ts';
import type { Moment } from '../../../domain/moment.ts';
import type { Given } from '../../../domain/scale.ts';
import type { SourceContent } from '../../../domain/source-record.ts';
import type { Outcome } from '../../entry.ts';
import { plainText } from '../../plain-text.ts';
import { readIso, readYearFirst } from '../../read-date.ts';
import { RowReader } from '../../row-reader.ts';
import { cellsOf, isObject, listAt } from './json-fields.ts';
import { othersOf } from './others-of.ts';
import { outcomeOf } from './outcome-of.ts';
import type { Cell } from './read-rows.ts';
import { sortedIdentifiers } from './sorted-identifiers.ts';
import { tagsOf } from './tags-of.ts';
import { whenOf } from './when-of.ts';
import { wordsOf } from './words-of.ts';

type Scale = Omit<Given, 'value'>;

/** By what the person answers. */
export const ANILIST_SCALES: ReadonlyMap<string, Scale> = new Map([
  ['100', { best: 100, worst: 1 }],
  ['10', { best: 10, worst: 1 }],
  ['10-decimal', { best: 10, worst: 0.1 }],
  ['5', { best: 5, worst: 1 }],
  ['3', { best: 3, worst: 1 }],
]);

/** The numbers AniList gives its sorts, and its words for them. */
const SORTS: Readonly<Record<string, 'anime' | 'manga'>> = {
  '0': 'anime',
  '1': 'manga',
  anime: 'anime',
  manga: 'manga',
};

interface ListOptions {
  /** Absent when the person did not say: marks are then of unknown meaning. */
  readonly scale: Scale | undefined;
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
      ...stateOf(reader, cell, updatedAt),
    },
  });
}

/** What the file tells of a series: hardly ever more than its sort and number. */
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
  if (name === '') {
    reader.remark('no-name', column, cell(column));
  }
  const kind = sort === 'manga' ? 'Book' : cell('format').toLowerCase() === 'movie' ? 'Movie' : 'TVSeries';
  return { thing: identifier.slice('anilist:'.length), facts: { kind, name, identifiers } };
}

export function anilistSortOf(seriesType: string): 'anime' | 'manga' | undefined {
  const key = seriesType.toLowerCase();
  return Object.hasOwn(SORTS, key) ? SORTS[key] : undefined;
}

function givenOf(reader: RowReader, text: string, scale: Scale | undefined): Given | undefined {
  if (scale === undefined && text !== '' && Number(text) !== 0) {
    reader.remark('bad-mark', 'score', text);
  }
  return scale && reader.mark('score', text, scale, 0);
}

/** Seen to the end, or to be seen; anything between is kept as it stands. */
function stateOf(reader: RowReader, cell: Cell, updatedAt: Moment | undefined): SourceContent {
  const status = cell('status').toLowerCase();
  const finishedAt = reader.moment('finished_on', numberedDay(cell('finished_on')), readYearFirst);
  const isDone = status === 'completed' || status === 'repeating' || (status === '' && finishedAt !== undefined);
  const isWanted = status === 'planning' || status.startsWith('plan to ');
  const repeats = reader.count(cell('repeat')) ?? 0;
  const unheld = isDone || isWanted ? [] : ['status', 'progress', 'progress_volume'];
  return {
    ...(isDone && { uses: [whenOf(finishedAt)], ...(repeats > 0 && { useCount: repeats + 1 }) }),
    ...(isWanted && { wanted: whenOf(updatedAt) }),
    ...othersOf(reader, (column) => (cell(column) === '0' ? '' : cell(column)), unheld),
  };
}

/** `20190309` as `2019-03-09`; a month or day of zeros is unknown, a year of zeros all of it. */
function numberedDay(text: string): string {
  const match = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  return match ? (match[1] === '0000' ? '' : match.slice(1).join('-')) : /^0*$/u.test(text) ? '' : text;
}

/** `[0,2]`, or that as a text: the first and third of the person's own lists of that sort. Names stand for themselves. */
function customListsOf(value: unknown, user: unknown, sort: 'anime' | 'manga' | undefined): string[] {
  const lists = listAt(isObject(user) ? user['custom_lists'] : undefined, sort ?? '');
  return positionsIn(value).map((position) => {
    const name = typeof position === 'number' ? lists[position] : position;
    return typeof name === 'string' ? name : '';
  });
}

function positionsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value as readonly unknown[];
  }
  return typeof value === 'string' && /^\[[\d,\s]*\]$/u.test(value)
    ? value
        .slice(1, -1)
        .split(',')
        .filter((part) => part.trim() !== '')
        .map(Number)
    : [];
}
