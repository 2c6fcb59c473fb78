/**
 * MyAnimeList anime list, as XML.
 *
 * Source:   Profile → Export → Anime List
 * Sample:   tests/fixtures/imports/myanimelist-anime.xml (made up; elements of the real file, seen 2024-11)
 * Scale:    `my_score` 1 to 10, whole; 0 means no score
 * Dates:    `my_start_date`, `my_finish_date` as YYYY-MM-DD; 0000-00-00 is none, 2019-00-00 the year only. The day it was
 *           finished comes nearest to when it was scored
 * Oddities: titles and comments in CDATA; `my_times_watched` counts the times after the first; `my_comments` are notes beside
 *           the list, no review; a started or dropped series is not watched: its state is kept as it stands
 */
import type { Importer } from '../importer.ts';
import { isMalList, type MalList, readMalList } from './parts/read-mal-list.ts';

const ANIME: MalList = {
  element: 'anime',
  id: 'series_animedb_id',
  titles: ['series_title'],
  repeats: 'my_times_watched',
  progress: ['my_watched_episodes'],
  kindOf: (seriesType) => (/^(?:movie|3)$/iu.test(seriesType) ? 'Movie' : 'TVSeries'),
};

export const myanimelistAnime: Importer = {
  id: 'myanimelist-anime',
  source: 'myanimelist',

  recognises: (content) => isMalList(content, ANIME),
  read: (content) => readMalList(content, ANIME),
};
