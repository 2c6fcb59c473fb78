import type { Moment } from '../../../domain/moment.ts';
import type { SourceContent } from '../../../domain/source-record.ts';
import type { Content } from '../../importer.ts';
import { readIso } from '../../read-date.ts';
import type { RowReader } from '../../row-reader.ts';
import { type JsonObject, fieldsOf, listOf, textOf } from './json-fields.ts';
import { listedAs } from './listed-as.ts';
import { traktSort } from './trakt-thing.ts';
import { hasTraktWords, traktWords } from './trakt-words.ts';
import { whenOf } from './when-of.ts';

const SCALE = { best: 10, worst: 1 };
/** Fields that tell a record of each file, the first that is there. */
const FIELDS = {
  ratings: ['rating', 'rated_at'],
  watched: ['watched_at', 'last_watched_at', 'plays'],
  lists: ['listed_at', 'collected_at', 'last_collected_at'],
} as const;
export type TraktFile = keyof typeof FIELDS | 'words';
/** Files of Trakt's whose records look like these, but say something else: what was stopped half-way, what is not shown. */
const OTHERS = ['paused_at', 'hidden_at'];
/** As far as a file is looked into for a record that tells what it is. */
const MOST_LOOKED_AT = 20;

/** Which file of Trakt's a list of records is, by the first that tells. */
export function traktFile(content: Content): TraktFile | undefined {
  for (const value of content.sort === 'json' ? listOf(content.value).slice(0, MOST_LOOKED_AT) : []) {
    const record = fieldsOf(value);
    if (record && traktSort(record) !== undefined && !OTHERS.some((field) => Object.hasOwn(record, field))) {
      const field = (['ratings', 'watched', 'lists'] as const).find((one) =>
        FIELDS[one].some((name) => textOf(record[name]) !== ''),
      );
      const file = field ?? (hasTraktWords(record) ? 'words' : undefined);
      // A list of somebody's ratings elsewhere has a `rating` and a `type`, too; Trakt's things have a title or ids.
      if (file !== undefined && hasThing(record)) {
        return file;
      }
    }
  }
  return undefined;
}

/**
 * What a record says, whichever file it stands in.
 *
 * @param list - what a list is of, where it stands in one: `seen`, `wanted`, `liked`
 */
export function traktSaid(reader: RowReader, record: JsonObject, list?: string): SourceContent {
  const day = (field: string): Moment | undefined => reader.moment(field, textOf(record[field]), readIso);
  const given = reader.mark('rating', textOf(record['rating']), SCALE, 0);
  const ratedAt = day('rated_at');
  return {
    ...(given && { ratings: [{ given, ...whenOf(ratedAt) }] }),
    ...traktUses(reader, record),
    ...traktWords(reader, record),
    ...(isOwned(record) && { owned: whenOf(day('collected_at') ?? day('last_collected_at')) }),
    // What is collected is on no list, unless it says so.
    ...((Object.hasOwn(record, 'listed_at') || !isOwned(record)) &&
      listedAs(list, day('listed_at'), ['notes', reader.words('notes', textOf(record['notes']))])),
  };
}

/**
 * When and how often a film or an episode was seen. The `plays` of a show count its episodes: they say nothing of how
 * often the show was seen.
 */
export function traktUses(reader: RowReader, record: JsonObject): SourceContent {
  const field = textOf(record['watched_at']) === '' ? 'last_watched_at' : 'watched_at';
  const at = reader.moment(field, seenAt(textOf(record[field])), readIso);
  const plays = reader.count(textOf(record['plays']));
  return textOf(record[field]) === '' && plays === undefined
    ? {}
    : {
        uses: [whenOf(at)],
        ...(plays !== undefined && plays > 1 && traktSort(record) !== 'show' && { useCount: plays }),
      };
}

/** Trakt writes the beginning of its clock for what was seen nobody knows when. */
function seenAt(text: string): string {
  return text.startsWith('1970-01-01T00:00:00') ? '' : text;
}

function isOwned(record: JsonObject): boolean {
  return textOf(record['collected_at']) !== '' || textOf(record['last_collected_at']) !== '';
}

function hasThing(record: JsonObject): boolean {
  return (['movie', 'show', 'season', 'episode', 'person'] as const).some((sort) => {
    const thing = fieldsOf(record[sort]);
    return thing !== undefined && (fieldsOf(thing['ids']) !== undefined || textOf(thing['title']) !== '');
  });
}
