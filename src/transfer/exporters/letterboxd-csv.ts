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
  const { item, rating, hasHistory, intention } = writer.thing;
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
  const days = writer.uses.map((at) => writer.day(at)).filter((day) => day !== '');
  const last = [
    rating ? writer.mark(rating, 5, 0.5) : '',
    days.at(-1) ?? '',
    days.length > 1 ? 'true' : '',
    writer.words((rating?.tags ?? []).map((tag) => tag.replaceAll(',', ' ')).join(', ')),
    writer.words(rating?.text),
  ];
  if (rating && days.length === 0 && writer.ratedAt !== undefined) {
    // The day of a mark is not the day it was seen.
    writer.lose('date-left-out', writer.ratedAt);
  }
  if (rating?.aspects) {
    writer.lose('aspects-left-out');
  }
  if (hasHistory) {
    writer.lose('history-left-out');
  }
  if (writer.useCount > Math.max(1, days.length)) {
    writer.lose('uses-left-out', String(writer.useCount));
  }
  if (intention) {
    writer.lose('wish-left-out');
  }
  if (writer.notes.length > 0) {
    writer.lose('note-left-out');
  }
  const earlier = days.slice(0, -1).map((day, index) => [...film, '', day, index > 0 ? 'true' : '', '', '']);
  return [...earlier, [...film, ...last]];
}
