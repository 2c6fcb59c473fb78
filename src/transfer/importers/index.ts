import type { Importer } from '../importer.ts';
import { goodreadsLibrary } from './goodreads-library.ts';
import { imdbRatings } from './imdb-ratings.ts';
import { imdbWatchlist } from './imdb-watchlist.ts';
import { movielensExport } from './movielens-export.ts';
import { movielensLinks } from './movielens-links.ts';
import { movielensMovies } from './movielens-movies.ts';
import { movielensRatings } from './movielens-ratings.ts';
import { rateyourmusic } from './rateyourmusic.ts';
import { tmdbRatings } from './tmdb-ratings.ts';
import { traktComments } from './trakt-comments.ts';
import { traktLists } from './trakt-lists.ts';
import { traktRatings } from './trakt-ratings.ts';
import { traktWatched } from './trakt-watched.ts';

/** Every format Sayso reads, in the order in which they are tried. */
export const IMPORTERS: readonly Importer[] = [
  goodreadsLibrary,
  imdbRatings,
  imdbWatchlist,
  movielensExport,
  movielensLinks,
  movielensMovies,
  movielensRatings,
  rateyourmusic,
  tmdbRatings,
  traktComments,
  traktLists,
  traktRatings,
  traktWatched,
];
