import { formatList } from '../../format.ts';
import { t } from '../../i18n.ts';

/** Sources by what they call themselves; a name is no text to translate. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['imdb', 'IMDb'],
  ['letterboxd', 'Letterboxd'],
  ['goodreads', 'Goodreads'],
  ['storygraph', 'StoryGraph'],
  ['trakt', 'Trakt'],
  ['tmdb', 'TMDB'],
  ['movielens', 'MovieLens'],
  ['netflix', 'Netflix'],
  ['myanimelist', 'MyAnimeList'],
  ['anilist', 'AniList'],
  ['librarything', 'LibraryThing'],
  ['boardgamegeek', 'BoardGameGeek'],
  ['untappd', 'Untappd'],
  ['vivino', 'Vivino'],
  ['discogs', 'Discogs'],
  ['rateyourmusic', 'Rate Your Music'],
  ['google', 'Google Maps'],
  ['google-play', 'Google Play'],
  ['amazon', 'Amazon'],
  ['spotify', 'Spotify'],
  ['lastfm', 'Last.fm'],
]);

/** What a source is called: 'Letterboxd', 'A table of yours'. */
export function properSourceName(source: string): string {
  if (source === 'person') {
    return t('dashboard_source_you');
  }
  return source === 'table' ? t('dashboard_source_table') : (NAMES.get(source) ?? source);
}

/** Where a rating came from, in words: 'in Sayso', or the name of what it was imported from. */
export function sourceName(source: string): string {
  return source === 'person' ? t('dashboard_source_person') : t('dashboard_source_other', properSourceName(source));
}

/** Where something is known from that several sources may know: 'from Letterboxd and Netflix'. */
export function sourcesName(sources: readonly string[]): string {
  return t('dashboard_source_other', formatList(sources.map(properSourceName)));
}
