import type { Content } from '../../importer.ts';
import type { Table } from '../../table.ts';
import { firstRow, withHeader } from './headerless.ts';

const NUMBER = /^[1-9]\d{0,8}$/u;
const SECONDS = /^\d{9,10}$/u;
const STARS = /^(?:[0-4]\.5|[1-5](?:\.0)?)$/u;
/** The first of the sets has numbers of its own; it was gathered in these seconds, of so many films. */
const FIRST_SET = { from: 874_000_000, to: 894_000_000, films: 1_682 };

type TableContent = Extract<Content, { sort: 'table' }>;

/** `196\t242\t3\t881250949`: who, which film, the stars, when. */
export function isOldRatings(content: Content): content is TableContent {
  const [user = '', movie = '', stars = '', seconds = '', ...more] = firstRow(content) ?? [];
  return NUMBER.test(user) && NUMBER.test(movie) && STARS.test(stars) && SECONDS.test(seconds) && more.length === 0;
}

/** `15::4973::excellent!::1215184630`: who, which film, the tag, when. */
export function isOldTags(content: Content): content is TableContent {
  const [user = '', movie = '', tag = '', seconds = '', ...more] = firstRow(content) ?? [];
  const isTag = tag !== '' && !STARS.test(tag);
  return NUMBER.test(user) && NUMBER.test(movie) && isTag && SECONDS.test(seconds) && more.length === 0;
}

/** The table under the columns of later sets. */
export function oldRatings(content: TableContent, third: 'rating' | 'tag'): TableContent {
  return withHeader(content, ['userId', 'movieId', third, 'timestamp']);
}

/** Whether the numbers of films are those of the first set, which later ones gave to other films. */
export function isFirstSet(table: Table): boolean {
  return table.rows.every((row) => {
    const seconds = Number(table.cell(row, 'timestamp'));
    return (
      seconds >= FIRST_SET.from && seconds <= FIRST_SET.to && Number(table.cell(row, 'movieId')) <= FIRST_SET.films
    );
  });
}

/** What a film of the first set is called among those of MovieLens. */
export function ofFirstSet(id: string): string {
  return `100k/${id}`;
}
