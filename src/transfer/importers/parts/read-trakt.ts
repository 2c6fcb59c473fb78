import type { Entry, Outcome } from '../../entry.ts';
import type { Content } from '../../importer.ts';
import { RowReader } from '../../row-reader.ts';
import { type JsonObject, fieldsOf, listOf, textOf } from './json-fields.ts';
import { traktSaid, traktUses } from './trakt-said.ts';
import { numberIn, traktEpisode, traktSort, type TraktThing, traktThing } from './trakt-thing.ts';

/** Reads any list of Trakt's records, in order, counted from 1. */
export function* readTrakt(content: Content, list?: string): Iterable<Outcome> {
  const records = content.sort === 'json' ? listOf(content.value) : [];
  for (const [index, value] of records.entries()) {
    yield readTraktRecord(new RowReader(index + 1), fieldsOf(value), list);
  }
}

/** One record: what it is about, and what it says. @param list - what a list is of, where the record stands in one */
export function readTraktRecord(reader: RowReader, record: JsonObject | undefined, list: string | undefined): Outcome {
  if (!record) {
    return reader.skip('no-record');
  }
  if (traktSort(record) === undefined) {
    return reader.skip('unknown-kind', 'type', textOf(record['type']));
  }
  const thing = traktThing(reader, record);
  if (!thing) {
    return reader.skip('no-name', 'title');
  }
  const content = traktSaid(reader, record, list);
  const parts = watchedEpisodes(reader, record, thing);
  const said = Object.keys(content).length === 0 ? [] : [{ ...thing, content }];
  return said.length + parts.length === 0 ? reader.skip('says-nothing') : reader.keep(...said, ...parts);
}

/** The episodes under a show of `watched-shows.json`, where the file goes so far. */
function watchedEpisodes(reader: RowReader, record: JsonObject, show: TraktThing): Omit<Entry, 'line'>[] {
  if (traktSort(record) !== 'show') {
    return [];
  }
  return listOf(record['seasons']).flatMap((value) => {
    const season = fieldsOf(value) ?? {};
    const number = numberIn(season['number']);
    return number === undefined
      ? []
      : listOf(season['episodes']).flatMap((one) => {
          const episode = fieldsOf(one) ?? {};
          const thing = traktEpisode(reader, show, number, episode);
          const content = traktUses(reader, episode);
          return thing === undefined || Object.keys(content).length === 0 ? [] : [{ ...thing, content }];
        });
  });
}
