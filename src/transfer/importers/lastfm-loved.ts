/**
 * Last.fm loved tracks, as its service answers and tools save them.
 *
 * Source:   the service's `user.getLovedTracks`, one answer or several in a list
 * Sample:   tests/fixtures/imports/lastfm-loved.json (made up; fields of the service's description)
 * Scale:    none: loved is liked, and not a mark
 * Dates:    `date.uts`: seconds since 1970, UTC, as text: when it was loved
 * Oddities: a single track is not in a list; `mbid` is often empty; the artist's name is `name` or `#text`
 */
import { type Outcome, thingOf } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { readUnixSeconds } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import { cellsOf, isObject, type JsonObject } from './parts/json-fields.ts';
import { whenOf } from './parts/when-of.ts';

export const lastfmLoved: Importer = {
  id: 'lastfm-loved',
  source: 'lastfm',
  label: 'Last.fm loved tracks',

  recognises: (content) => pagesOf(content).some((page) => Object.hasOwn(page, 'lovedtracks')),

  *read(content) {
    const tracks = pagesOf(content).flatMap((page) => tracksOf(page));
    for (const [index, track] of tracks.entries()) {
      yield readTrack(new RowReader(index + 1), isObject(track) ? track : {});
    }
  },
};

function pagesOf(content: Content): readonly JsonObject[] {
  const pages: unknown = content.sort === 'json' ? content.value : [];
  return (Array.isArray(pages) ? (pages as readonly unknown[]) : [pages]).filter(isObject);
}

function tracksOf(page: JsonObject): readonly unknown[] {
  const loved = page['lovedtracks'];
  const tracks = isObject(loved) ? loved['track'] : loved;
  return Array.isArray(tracks) ? (tracks as readonly unknown[]) : tracks === undefined ? [] : [tracks];
}

function readTrack(reader: RowReader, track: JsonObject): Outcome {
  const cell = cellsOf(track);
  const name = reader.name('name', cell('name'));
  if (name === '') {
    return reader.skip('no-name', 'name');
  }
  const known = cellsOf(track['artist']);
  const artist = reader.name('artist', known('name') || known('#text') || cell('artist'));
  const at = reader.moment('date', cellsOf(track['date'])('uts'), readUnixSeconds);
  return reader.keep({
    thing: thingOf(artist, name),
    facts: {
      kind: 'MusicRecording',
      name,
      ...(artist !== '' && { creators: [artist] }),
      identifiers: reader.identifiers('mbid', 'musicbrainz', cell('mbid')),
    },
    content: { liked: whenOf(at) },
  });
}
