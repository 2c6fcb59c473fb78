/**
 * A diary as Letterboxd imports it: Settings → Data → Import.
 *
 * Scale:   `Rating` 0.5 to 5 in half stars
 * Things:  films; found by their address at Letterboxd, by IMDb or TMDB id, else by title, year and directors. Who wrote or
 *          made a film otherwise is no director: the cell is empty where no source has called them that
 * Rows:    one for each day it was seen; mark, tags and words stand in the last
 * Missing: private notes, earlier marks, the watch-list (a file of its own there); that a film with a mark was seen, where
 *          nobody knows a day: read again, a mark without a day says nothing of that
 */
import { schemeOf } from '../../domain/identifier.ts';
import type { Item } from '../../domain/item.ts';
import { localDay } from '../../domain/local-day.ts';
import { pageOfIdentifier } from '../../domain/page-of-identifier.ts';
import type { Exporter } from '../exporter.ts';
import { htmlOf } from '../html-of.ts';
import { isMarkup } from '../is-markup.ts';
import { type Cells, type RowWriter, writeRows } from '../row-writer.ts';

const HEADER = [
  'Title',
  'Year',
  'Directors',
  'LetterboxdURI',
  'imdbID',
  'tmdbID',
  'Rating',
  'WatchedDate',
  'Rewatch',
  'Tags',
  'Review',
];

export const letterboxdCsv: Exporter = {
  id: 'letterboxd-csv',
  label: 'Letterboxd',
  fileName: 'letterboxd-import.csv',
  write: (things) => writeRows(HEADER, things, rowsOf),
};

function rowsOf(writer: RowWriter): readonly Cells[] {
  const { item, rating, directors = [] } = writer.thing;
  if (item.kind !== 'Movie') {
    return writer.leaveOut('other-kind');
  }
  if (!rating && !writer.isUsed) {
    return writer.leaveOutUnmarked();
  }
  const imdb = writer.idOf('imdb', /^(tt\d+)$/u);
  const tmdb = writer.idOf('tmdb', /^movie\/(\d+)$/u);
  const address = addressOf(item);
  if (imdb === '' && tmdb === '' && address === '') {
    writer.lose('only-by-name');
  }
  const film = [writer.words(item.name), String(item.year ?? ''), writer.list(directors), address, imdb, tmdb];
  const days = [...new Set(writer.uses.map((at) => writer.day(at)))].filter((day) => day !== '');
  const repeats = new Set(writer.repeats.map((at): string => localDay(at)));
  const isRewatch = (day: string, index: number): string => (index > 0 || repeats.has(day) ? 'true' : '');
  const last = days.at(-1) ?? '';
  writer.loseDayUnless(last);
  const isSeenAtNoDay = rating !== undefined && writer.isUsed && last === '';
  if (writer.useCount > Math.max(1, days.length)) {
    writer.lose('uses-left-out', String(writer.useCount));
  } else if (isSeenAtNoDay || (writer.isRepeated && last === '')) {
    // A film is seen again on a day there, or not at all.
    writer.lose('uses-left-out');
  }
  if (days.length > 1 && writer.tags.length > 0) {
    // Nobody knows any more with which of the times they were put.
    writer.lose('tags-with-last', writer.tags.join(', '));
  }
  const said = [
    rating ? writer.mark(rating, 5, 0.5) : '',
    last,
    isRewatch(last, days.length - 1),
    writer.list(writer.tags),
    writer.words(reviewOf(writer.text ?? '')),
  ];
  writer.loseOthersThan('text-left-out', 'tags-left-out', 'uses-left-out');
  const earlier = days.slice(0, -1).map((day, index) => [...film, '', day, isRewatch(day, index), '', '']);
  return [...earlier, [...film, ...said]];
}

/** Letterboxd reads a review as HTML: words that would be taken for it are written so that they are not. */
function reviewOf(text: string): string {
  return isMarkup(text) ? htmlOf(text) : text;
}

/** The film's own address there. Those of entries in a diary are no identifiers of a film, so that none is among them. */
function addressOf({ identifiers }: Item): string {
  const own = identifiers.find((one) => ['boxd', 'letterboxd'].includes(schemeOf(one)));
  return (own && pageOfIdentifier(own)) ?? '';
}
