/**
 * A diary as Letterboxd imports it: Settings → Data → Import.
 *
 * Scale:   `Rating` 0.5 to 5 in half stars
 * Things:  films; found by IMDb or TMDB id, else by title and year
 * Rows:    one for each day it was seen; mark, tags and words stand in the last
 * Missing: private notes, earlier marks, the watch-list (a file of its own there)
 */
import type { Exporter } from '../exporter.ts';
import { type Cells, type RowWriter, writeRows } from '../row-writer.ts';

const HEADER = ['Title', 'Year', 'imdbID', 'tmdbID', 'Rating', 'WatchedDate', 'Rewatch', 'Tags', 'Review'];

export const letterboxdCsv: Exporter = {
  id: 'letterboxd-csv',
  label: 'Letterboxd',
  fileName: 'letterboxd-import.csv',
  write: (things) => writeRows(HEADER, things, rowsOf),
};

function rowsOf(writer: RowWriter): readonly Cells[] {
  const { item, rating } = writer.thing;
  if (item.kind !== 'Movie') {
    return writer.leaveOut('other-kind');
  }
  if (!rating && !writer.isUsed) {
    return writer.leaveOut('not-rated');
  }
  const imdb = writer.idOf('imdb', /^(tt\d+)$/u);
  const tmdb = writer.idOf('tmdb', /^movie\/(\d+)$/u);
  if (imdb === '' && tmdb === '') {
    writer.lose('only-by-name');
  }
  const film = [writer.words(item.name), String(item.year ?? ''), imdb, tmdb];
  const days = [...new Set(writer.uses.map((at) => writer.day(at)))].filter((day) => day !== '');
  const repeats = new Set(writer.repeats.map((at) => at.slice(0, 10)));
  const isRewatch = (day: string, index: number): string => (index > 0 || repeats.has(day) ? 'true' : '');
  const last = days.at(-1) ?? '';
  if (rating && writer.ratedAt !== undefined && writer.ratedAt.slice(0, 10) !== last) {
    // The day of a mark is not the day it was seen.
    writer.lose('date-left-out', writer.ratedAt);
  }
  if (writer.useCount > Math.max(1, days.length)) {
    writer.lose('uses-left-out', String(writer.useCount));
  }
  if (writer.isRepeated && last === '') {
    // A film is seen again on a day there, or not at all.
    writer.lose('uses-left-out');
  }
  const said = [
    rating ? writer.mark(rating, 5, 0.5) : '',
    last,
    isRewatch(last, days.length - 1),
    writer.list(writer.tags),
    writer.words(writer.text),
  ];
  writer.loseOthersThan('text-left-out', 'tags-left-out', 'uses-left-out');
  const earlier = days.slice(0, -1).map((day, index) => [...film, '', day, isRewatch(day, index), '', '']);
  return [...earlier, [...film, ...said]];
}
