import type { Importer } from '../importer.ts';
import { amazonOrders } from './amazon-orders.ts';
import { anilistLists } from './anilist-lists.ts';
import { anilist } from './anilist.ts';
import { boardgamegeek } from './boardgamegeek.ts';
import { discogsWantlist } from './discogs-wantlist.ts';
import { discogs } from './discogs.ts';
import { goodreadsLibrary } from './goodreads-library.ts';
import { googlePlay } from './google-play.ts';
import { googleReviews } from './google-reviews.ts';
import { googleSaved } from './google-saved.ts';
import { imdbPeople } from './imdb-people.ts';
import { imdbRatings } from './imdb-ratings.ts';
import { imdbWatchlist } from './imdb-watchlist.ts';
import { lastfmLoved } from './lastfm-loved.ts';
import { letterboxdDiary } from './letterboxd-diary.ts';
import { letterboxdFilms } from './letterboxd-films.ts';
import { letterboxdImport } from './letterboxd-import.ts';
import { letterboxdList } from './letterboxd-list.ts';
import { letterboxdOther } from './letterboxd-other.ts';
import { letterboxdRatings } from './letterboxd-ratings.ts';
import { letterboxdReviews } from './letterboxd-reviews.ts';
import { librarything } from './librarything.ts';
import { movielensExport } from './movielens-export.ts';
import { movielensLinks } from './movielens-links.ts';
import { movielensLogs } from './movielens-logs.ts';
import { movielensMemberTags } from './movielens-member-tags.ts';
import { movielensMovies } from './movielens-movies.ts';
import { movielensOldMovies } from './movielens-old-movies.ts';
import { movielensOldRatings } from './movielens-old-ratings.ts';
import { movielensOldTags } from './movielens-old-tags.ts';
import { movielensRatings } from './movielens-ratings.ts';
import { movielensTags } from './movielens-tags.ts';
import { myanimelistAnime } from './myanimelist-anime.ts';
import { myanimelistManga } from './myanimelist-manga.ts';
import { netflixActivity } from './netflix-activity.ts';
import { netflixHistory } from './netflix-history.ts';
import { netflixList } from './netflix-list.ts';
import { netflixOther } from './netflix-other.ts';
import { netflixRatings } from './netflix-ratings.ts';
import { rateyourmusic } from './rateyourmusic.ts';
import { spotifyLibrary } from './spotify-library.ts';
import { spotifyPlaylists } from './spotify-playlists.ts';
import { storygraph } from './storygraph.ts';
import { tmdbRatings } from './tmdb-ratings.ts';
import { traktBackup } from './trakt-backup.ts';
import { traktComments } from './trakt-comments.ts';
import { traktLists } from './trakt-lists.ts';
import { traktOther } from './trakt-other.ts';
import { traktRatings } from './trakt-ratings.ts';
import { traktTable } from './trakt-table.ts';
import { traktWatched } from './trakt-watched.ts';
import { untappd } from './untappd.ts';
import { vivino } from './vivino.ts';

/** Every format Sayso reads, in the order in which they are tried. */
export const IMPORTERS: readonly Importer[] = [
  amazonOrders,
  anilistLists,
  anilist,
  boardgamegeek,
  discogsWantlist,
  discogs,
  goodreadsLibrary,
  googlePlay,
  googleReviews,
  googleSaved,
  imdbPeople,
  imdbRatings,
  imdbWatchlist,
  lastfmLoved,
  letterboxdDiary,
  letterboxdFilms,
  letterboxdImport,
  letterboxdList,
  letterboxdOther,
  letterboxdRatings,
  letterboxdReviews,
  librarything,
  movielensExport,
  movielensLinks,
  movielensLogs,
  movielensMemberTags,
  movielensMovies,
  movielensOldMovies,
  movielensOldRatings,
  movielensOldTags,
  movielensRatings,
  movielensTags,
  myanimelistAnime,
  myanimelistManga,
  netflixActivity,
  netflixHistory,
  netflixList,
  netflixOther,
  netflixRatings,
  rateyourmusic,
  spotifyLibrary,
  spotifyPlaylists,
  storygraph,
  tmdbRatings,
  traktBackup,
  traktComments,
  traktLists,
  traktOther,
  traktRatings,
  traktTable,
  traktWatched,
  untappd,
  vivino,
];
