import type { Importer } from '../importer.ts';
import { amazonOrders } from './amazon-orders.ts';
import { anilist } from './anilist.ts';
import { boardgamegeek } from './boardgamegeek.ts';
import { discogsWantlist } from './discogs-wantlist.ts';
import { discogs } from './discogs.ts';
import { goodreadsLibrary } from './goodreads-library.ts';
import { googlePlay } from './google-play.ts';
import { googleReviews } from './google-reviews.ts';
import { googleSaved } from './google-saved.ts';
import { imdbRatings } from './imdb-ratings.ts';
import { imdbWatchlist } from './imdb-watchlist.ts';
import { lastfmLoved } from './lastfm-loved.ts';
import { letterboxdDiary } from './letterboxd-diary.ts';
import { letterboxdFilms } from './letterboxd-films.ts';
import { letterboxdList } from './letterboxd-list.ts';
import { letterboxdOther } from './letterboxd-other.ts';
import { letterboxdRatings } from './letterboxd-ratings.ts';
import { letterboxdReviews } from './letterboxd-reviews.ts';
import { librarything } from './librarything.ts';
import { movielensExport } from './movielens-export.ts';
import { movielensLinks } from './movielens-links.ts';
import { movielensMovies } from './movielens-movies.ts';
import { movielensRatings } from './movielens-ratings.ts';
import { movielensTags } from './movielens-tags.ts';
import { myanimelistAnime } from './myanimelist-anime.ts';
import { myanimelistManga } from './myanimelist-manga.ts';
import { netflixActivity } from './netflix-activity.ts';
import { netflixHistory } from './netflix-history.ts';
import { netflixRatings } from './netflix-ratings.ts';
import { rateyourmusic } from './rateyourmusic.ts';
import { spotifyLibrary } from './spotify-library.ts';
import { storygraph } from './storygraph.ts';
import { tmdbRatings } from './tmdb-ratings.ts';
import { traktComments } from './trakt-comments.ts';
import { traktLists } from './trakt-lists.ts';
import { traktRatings } from './trakt-ratings.ts';
import { traktWatched } from './trakt-watched.ts';
import { untappd } from './untappd.ts';
import { vivino } from './vivino.ts';

/** Every format Sayso reads, in the order in which they are tried. */
export const IMPORTERS: readonly Importer[] = [
  amazonOrders,
  anilist,
  boardgamegeek,
  discogsWantlist,
  discogs,
  goodreadsLibrary,
  googlePlay,
  googleReviews,
  googleSaved,
  imdbRatings,
  imdbWatchlist,
  lastfmLoved,
  letterboxdDiary,
  letterboxdFilms,
  letterboxdList,
  letterboxdOther,
  letterboxdRatings,
  letterboxdReviews,
  librarything,
  movielensExport,
  movielensLinks,
  movielensMovies,
  movielensRatings,
  movielensTags,
  myanimelistAnime,
  myanimelistManga,
  netflixActivity,
  netflixHistory,
  netflixRatings,
  rateyourmusic,
  spotifyLibrary,
  storygraph,
  tmdbRatings,
  traktComments,
  traktLists,
  traktRatings,
  traktWatched,
  untappd,
  vivino,
];
