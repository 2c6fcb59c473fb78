/**
 * MyAnimeList manga list, as XML.
 *
 * Source:   Profile → Export → Manga List
 * Sample:   tests/fixtures/imports/myanimelist-manga.xml (made up; elements of the real file, seen 2024-11)
 * Scale:    `my_score` 1 to 10, whole; 0 means no score
 * Dates:    `my_start_date`, `my_finish_date` as YYYY-MM-DD; 0000-00-00 is none, 2019-00-00 the year only. The day it was
 *           finished comes nearest to when it was scored
 * Oddities: the title is `manga_title`, in files of other tools `series_title`; `my_times_read` counts the times after the
 *           first; `my_comments` are notes beside the list, no review
 */
import type { Importer } from '../importer.ts';
import { isMalList, type MalList, readMalList } from './parts/read-mal-list.ts';

const MANGA: MalList = {
  element: 'manga',
  id: 'manga_mangadb_id',
  titles: ['manga_title', 'series_title'],
  repeats: 'my_times_read',
  progress: ['my_read_chapters', 'my_read_volumes'],
  kindOf: () => 'Book',
};

export const myanimelistManga: Importer = {
  id: 'myanimelist-manga',
  source: 'myanimelist',

  recognises: (content) => isMalList(content, MANGA),
  read: (content) => readMalList(content, MANGA),
};
