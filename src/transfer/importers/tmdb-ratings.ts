/**
 * TMDB ratings: films, series, seasons and episodes. Its watch-list, favourites and lists have the same columns.
 *
 * Source:   Your ratings (watchlist, favourites, a list) → Export
 * Sample:   tests/fixtures/imports/tmdb-ratings.csv (made up; the real columns, seen 2026-05)
 * Scale:    `Your Rating` 0.5 to 10 in halves; empty where it was not rated. `Rating` is the crowd's
 * Dates:    `Date Rated` as ISO 8601, UTC: the moment of the mark, or of being put on the list. A full midnight is a day
 *           that was brought from elsewhere. `Release Date` gives the year
 * Oddities: Seasons and episodes carry the name of their show in `Name`, and perhaps its ids: they get none.
 *           A file without any mark is a list; which one, its columns don't tell
 */
import { valueOf } from '../../domain/identifier.ts';
import type { ItemFacts } from '../../domain/item.ts';
import type { Moment } from '../../domain/moment.ts';
import { type Outcome, thingOf } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { readIso } from '../read-date.ts';
import type { RowReader } from '../row-reader.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { LIST_CHOICES, listedAs, suggestedByPath } from './parts/listed-as.ts';
import { episodeFacts, seasonFacts } from './parts/part-of-show.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { askForResaved, withDays } from './parts/resaved-days.ts';
import { tmdbIdentifiers } from './parts/tmdb-identifiers.ts';
import { whenOf } from './parts/when-of.ts';
import { releaseYear } from './parts/release-year.ts';

const COLUMNS = ['TMDb ID', 'Type', 'Name', 'Your Rating'] as const;
const DAYS = ['Date Rated'];
const SCALE = { best: 10, worst: 0.5 };
type Sort = 'movie' | 'tv' | 'season' | 'episode';
const KINDS = { movie: 'Movie', tv: 'TVSeries' } as const;
/** Counted from zero: season 0 are the specials. */
const NUMBER = /^\d{1,5}$/u;

interface Titled {
  readonly thing: string;
  readonly facts: ItemFacts;
}

export const tmdbRatings: Importer = {
  id: 'tmdb-ratings',
  source: 'tmdb',

  recognises: isTmdb,

  questions: (content, path) => [
    ...(isList(content) ? [{ id: 'list', choices: LIST_CHOICES, ...suggestedByPath(path) } as const] : []),
    ...askForResaved(content, DAYS),
  ],

  *read(content, { answers }) {
    if (!isTmdb(content)) {
      return;
    }
    const list = isList(content) ? answers.list : undefined;
    yield* readRows(withDays(content, DAYS, answers), (reader, cell) => {
      const titled = titledOf(reader, cell);
      if ('entries' in titled) {
        return titled;
      }
      const given = reader.mark('Your Rating', cell('Your Rating'), SCALE);
      const at = reader.moment('Date Rated', cell('Date Rated'), readTmdbDate);
      return outcomeOf(reader, {
        ...titled,
        content: given ? { ratings: [{ given, ...whenOf(at) }] } : listedAs(list, at),
      });
    });
  },
};

function isTmdb(content: Content): content is Extract<Content, { sort: 'table' }> {
  return content.sort === 'table' && content.table.has(...COLUMNS);
}

/** Whether there are rows, and none has a mark. */
function isList(content: Content): boolean {
  return (
    isTmdb(content) &&
    content.table.rows.length > 0 &&
    content.table.rows.every((row) => content.table.cell(row, 'Your Rating') === '')
  );
}

/** What a row is about, or the outcome of a row that does not say it. */
function titledOf(reader: RowReader, cell: Cell): Titled | Outcome {
  const name = reader.name('Name', cell('Name'));
  const sort = sortOf(reader, cell);
  const known =
    sort === undefined ? [] : tmdbIdentifiers(reader, 'TMDb ID', sort === 'movie' ? 'movie' : 'tv', cell('TMDb ID'));
  const year = releaseYear(cell('Release Date'));
  const [id] = known;
  if (id === undefined && name === '') {
    return reader.skip('no-name', 'Name');
  }
  const thing = id === undefined ? thingOf(name, year.year) : valueOf(id);
  if (sort !== 'season' && sort !== 'episode') {
    const identifiers = [...reader.identifiers('IMDb ID', 'imdb', cell('IMDb ID')), ...known];
    return { thing, facts: { kind: sort === undefined ? 'CreativeWork' : KINDS[sort], name, ...year, identifiers } };
  }
  const season = cell('Season Number');
  const episode = cell('Episode Number');
  const missing = NUMBER.test(season)
    ? sort === 'season' || NUMBER.test(episode)
      ? ''
      : 'Episode Number'
    : 'Season Number';
  if (missing !== '') {
    return reader.skip('no-name', missing, cell(missing));
  }
  return sort === 'season'
    ? { thing: `${thing}/season/${Number(season)}`, facts: { ...seasonFacts(name, Number(season)), ...year } }
    : {
        thing: `${thing}/season/${Number(season)}/episode/${Number(episode)}`,
        facts: { ...episodeFacts(name, Number(season), Number(episode)), ...year },
      };
}

/** The numbers tell a season or an episode, whatever the type says. `undefined`: none that Sayso knows. */
function sortOf(reader: RowReader, cell: Cell): Sort | undefined {
  const type = cell('Type');
  if (cell('Episode Number') !== '' || /episode/iu.test(type)) {
    return 'episode';
  }
  if (cell('Season Number') !== '' || /season/iu.test(type)) {
    return 'season';
  }
  const sort = (['movie', 'tv'] as const).find((one) => one === type.toLowerCase());
  if (sort === undefined) {
    reader.remark('unknown-kind', 'Type', type);
  }
  return sort;
}

function readTmdbDate(text: string): Moment | undefined {
  return readIso(text.replace(/T00:00:00(?:\.0+)?Z$/u, ''));
}
