import type { Entry } from '../../entry.ts';
import type { RowReader } from '../../row-reader.ts';
import { makersOf } from './makers-of.ts';
import type { Cell } from './read-rows.ts';
import { sortedIdentifiers } from './sorted-identifiers.ts';
import { yearOf } from './year-of.ts';

/** Whole stars; an empty cell is not rated. */
export const DISCOGS_STARS = { best: 5, worst: 1 };

/** The release of a row, in the collection and on the want-list. `undefined`: it has no name, or no number. */
export function discogsRelease(reader: RowReader, cell: Cell): Pick<Entry, 'thing' | 'facts'> | undefined {
  const name = reader.name('Title', cell('Title'));
  const id = reader.name('release_id', cell('release_id'));
  if (name === '' || id === '') {
    return undefined;
  }
  return {
    thing: `release/${id}`,
    facts: {
      kind: 'MusicAlbum',
      name,
      ...makersOf(reader, 'Artist', [withoutCount(cell('Artist'))]),
      ...yearOf(cell('Released').slice(0, 4)),
      identifiers: sortedIdentifiers(reader, 'release_id', id, ['discogs', 'release']),
    },
  };
}

/** `Nova (2), The Tides*` as `Nova, The Tides`. Several artists stay one text: their names have commas, too. */
function withoutCount(artist: string): string {
  return artist.replace(/(?:\s+\(\d{1,4}\)|\*)+(?=$|[\s,/&])/gu, '');
}
