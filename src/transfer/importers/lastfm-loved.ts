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
import { cellOf, elementsOf, fieldsOf } from '../json-values.ts';
import { readUnixSeconds } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import { whenOf } from '../when-of.ts';

export const lastfmLoved: Importer = {
  id: 'lastfm-loved',
  source: 'lastfm',
  label: 'Last.fm loved tracks',

  recognises: (content) => pagesOf(content).some((page) => 'lovedtracks' in fieldsOf(page)),

  *read(content) {
    const tracks = pagesOf(content).flatMap((page) => tracksOf(fieldsOf(page)['lovedtracks']));
    for (const [index, track] of tracks.entries()) {
      yield readTrack(new RowReader(index + 1), fieldsOf(track));
    }
  },
};

function pagesOf(content: Content): readonly unknown[] {
  return content.sort !== 'json' ? [] : Array.isArray(content.value) ? elementsOf(content.value) : [content.value];
}

function tracksOf(loved: unknown): readonly unknown[] {
  const tracks = Array.isArray(loved) ? elementsOf(loved) : fieldsOf(loved)['track'];
  return Array.isArray(tracks) ? elementsOf(tracks) : tracks === undefined ? [] : [tracks];
}

function readTrack(reader: RowReader, track: Readonly<Record<string, unknown>>): Outcome {
  const name = reader.name('name', cellOf(track['name']));
  if (name === '') {
    return reader.skip('no-name', 'name');
  }
  const { name: known, '#text': text } = fieldsOf(track['artist']);
  const artist = reader.name('artist', cellOf(known) || cellOf(text) || cellOf(track['artist']));
  const at = reader.moment('date', cellOf(fieldsOf(track['date'])['uts']), readUnixSeconds);
  return reader.keep({
    thing: thingOf(artist, name),
    facts: {
      kind: 'MusicRecording',
      name,
      ...(artist !== '' && { creators: [artist] }),
      identifiers: reader.identifiers('mbid', 'musicbrainz', cellOf(track['mbid'])),
    },
    content: { liked: whenOf(at) },
  });
}
