import type { Importer } from '../importer.ts';
import { goodreadsLibrary } from './goodreads-library.ts';
import { googleReviews } from './google-reviews.ts';
import { imdbRatings } from './imdb-ratings.ts';
import { imdbWatchlist } from './imdb-watchlist.ts';
import { lastfmLoved } from './lastfm-loved.ts';
import { letterboxdDiary } from './letterboxd-diary.ts';
import { letterboxdFilms } from './letterboxd-films.ts';
import { letterboxdList } from './letterboxd-list.ts';
import { letterboxdOther } from './letterboxd-other.ts';
import { letterboxdRatings } from './letterboxd-ratings.ts';
import { letterboxdReviews } from './letterboxd-reviews.ts';
import { movielensExport } from './movielens-export.ts';
import { movielensLinks } from './movielens-links.ts';
import { movielensMovies } from './movielens-movies.ts';
import { movielensRatings } from './movielens-ratings.ts';
import { netflixActivity } from './netflix-activity.ts';
import { netflixHistory } from './netflix-history.ts';
import { netflixRatings } from './netflix-ratings.ts';
import { rateyourmusic } from './rateyourmusic.ts';
import { spotifyLibrary } from './spotify-library.ts';
import { tmdbRatings } from './tmdb-ratings.ts';
import { traktComments } from './trakt-comments.ts';
import { traktLists } from './trakt-lists.ts';
import { traktRatings } from './trakt-ratings.ts';
import { traktWatched } from './trakt-watched.ts';

/** Every format Sayso reads, in the order in which they are tried. */
export const IMPORTERS: readonly Importer[] = [
  goodreadsLibrary,
  googleReviews,
  imdbRatings,
  imdbWatchlist,
  lastfmLoved,
  letterboxdDiary,
  letterboxdFilms,
  letterboxdList,
  letterboxdOther,
  letterboxdRatings,
  letterboxdReviews,
  movielensExport,
  movielensLinks,
  movielensMovies,
  movielensRatings,
  netflixActivity,
  netflixHistory,
  netflixRatings,
  rateyourmusic,
  spotifyLibrary,
  tmdbRatings,
  traktComments,
  traktLists,
  traktRatings,
  traktWatched,
];
