import type { Identifier } from '../../../domain/identifier.ts';
import type { RowReader } from '../../row-reader.ts';
import type { Cell } from './read-rows.ts';
import { tmdbIdentifiers } from './tmdb-identifiers.ts';

/** What MovieLens says a film is at IMDb (digits alone) and at TMDB. */
export function movielensIdentifiers(reader: RowReader, cell: Cell, imdb: string, tmdb: string): Identifier[] {
  return [...reader.identifiers(imdb, 'imdb', cell(imdb)), ...tmdbIdentifiers(reader, tmdb, 'movie', cell(tmdb))];
}
