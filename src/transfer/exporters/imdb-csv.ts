/**
 * Ratings as IMDb exports them (third generation, 14 columns): what Trakt, TMDB, Letterboxd and others read.
 *
 * Scale:   `Your Rating` 1 to 10, whole
 * Things:  only what IMDb has an id of; the id is the row. `Original Title` and `Directors` are empty where nobody has told
 *          them: IMDb knows them itself, and the name a page had is not the original one
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
  const { item, rating, directors = [] } = writer.thing;
  const type = TYPES[item.kind];
  if (type === undefined) {
    return writer.leaveOut('other-kind');
  }
  if (!rating) {
    return writer.leaveOutUnmarked();
  }
  const id = writer.idOf('imdb', /^(tt\d+)$/u);
  if (id === '') {
    return writer.leaveOut('no-identifier');
  }
  const name = writer.words(item.name);
  const cells = [
    id,
    writer.mark(rating, 10, 1),
    writer.day(writer.ratedAt),
    name,
    writer.words(item.originalName),
    `https://www.imdb.com/title/${id}`,
    type,
    '',
    '',
    String(item.year ?? ''),
    writer.list(item.genres ?? []),
    '',
    '',
    writer.list(directors),
  ];
  writer.loseOthersThan();
  return [cells];
}
