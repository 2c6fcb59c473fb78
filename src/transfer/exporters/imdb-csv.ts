/**
 * Ratings as IMDb exports them (third generation, 14 columns): what Trakt, TMDB, Letterboxd and others read.
 *
 * Scale:   `Your Rating` 1 to 10, whole
 * Things:  only what IMDb has an id of; the id is the row
 * Missing: words, tags, times seen, watch-list (a file of its own there)
 */
import type { ItemKind } from '../../domain/item.ts';
import type { Exporter } from '../exporter.ts';
import { type Cells, type RowWriter, writeRows } from '../row-writer.ts';

const HEADER = [
  'Const',
  'Your Rating',
  'Date Rated',
  'Title',
  'Original Title',
  'URL',
  'Title Type',
  'IMDb Rating',
  'Runtime (mins)',
  'Year',
  'Genres',
  'Num Votes',
  'Release Date',
  'Directors',
];
const TYPES: Readonly<Partial<Record<ItemKind, string>>> = {
  Movie: 'Movie',
  TVSeries: 'TV Series',
  TVEpisode: 'TV Episode',
  VideoGame: 'Video Game',
};

export const imdbCsv: Exporter = {
  id: 'imdb-csv',
  label: 'IMDb',
  fileName: 'imdb-ratings.csv',
  write: (things) => writeRows(HEADER, things, rowsOf),
};

function rowsOf(writer: RowWriter): readonly Cells[] {
  const { item, rating, hasHistory, intention } = writer.thing;
  const type = TYPES[item.kind];
  if (type === undefined) {
    return writer.leaveOut('other-kind');
  }
  if (!rating) {
    return writer.leaveOut('not-rated');
  }
  const id = writer.idOf('imdb', /^(tt\d+)$/u);
  if (id === '') {
    return writer.leaveOut('no-identifier');
  }
  const cells = [
    id,
    writer.mark(rating, 10, 1),
    writer.day(writer.ratedAt),
    writer.words(item.name),
    writer.words(item.name),
    `https://www.imdb.com/title/${id}`,
    type,
    '',
    '',
    String(item.year ?? ''),
    writer.words((item.genres ?? []).join(', ')),
    '',
    '',
    writer.words((item.creators ?? []).join(', ')),
  ];
  if (rating.text !== undefined) {
    writer.lose('text-left-out', rating.text);
  }
  if (rating.tags) {
    writer.lose('tags-left-out', rating.tags.join(', '));
  }
  if (rating.aspects) {
    writer.lose('aspects-left-out');
  }
  if (hasHistory) {
    writer.lose('history-left-out');
  }
  if (writer.isUsed) {
    writer.lose('uses-left-out');
  }
  if (intention) {
    writer.lose('wish-left-out');
  }
  if (writer.notes.length > 0) {
    writer.lose('note-left-out');
  }
  return [cells];
}
