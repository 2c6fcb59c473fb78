import { type Identifier, identifierOf } from '../../../domain/identifier.ts';
import type { RowReader } from '../../row-reader.ts';

/** TMDB counts films, series and people each on their own: `movie/603`. None when the cell is empty or is no number. */
export function tmdbIdentifiers(
  reader: RowReader,
  column: string,
  sort: 'movie' | 'tv' | 'person',
  text: string,
): Identifier[] {
  const identifier = /^\d+$/u.test(text) ? identifierOf('tmdb', `${sort}/${text}`) : undefined;
  if (text !== '' && identifier === undefined) {
    reader.remark('bad-identifier', column, text);
  }
  return identifier === undefined ? [] : [identifier];
}
