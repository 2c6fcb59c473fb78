/**
 * Last.fm loved tracks, as its service answers and tools save them: JSON, XML and CSV.
 *
 * Source:   the service's `user.getLovedTracks`, one answer or several in a list; tools that download all of them
 * Sample:   tests/fixtures/imports/lastfm-loved.json (made up; fields of the service's description; the columns of the CSV are those
 *           of real files of the same tool's list of plays, without the album)
 * Scale:    none: loved is liked, and not a mark
 * Dates:    `date.uts`, in CSV `uts`: seconds since 1970, UTC, as text: when it was loved
 * Oddities: a single track is not in a list; `mbid` is often empty; the artist's name is `name` or `#text`. What was played has
 *           the same shape, but names the album, too: it is not loved
 */
import { type Outcome, thingOf } from '../entry.ts';
import type { Content, Importer, XmlNode } from '../importer.ts';
import { readUnixSeconds } from '../read-date.ts';
import { RowReader } from '../row-reader.ts';
import { cellsOf, fieldsOf, isObject, type JsonObject } from './parts/json-fields.ts';
import { type Cell, readRows } from './parts/read-rows.ts';
import { whenOf } from './parts/when-of.ts';

const COLUMNS = ['uts', 'artist', 'track'] as const;
const OF_A_PLAY = 'album';

export const lastfmLoved: Importer = {
  id: 'lastfm-loved',
  source: 'lastfm',

  recognises: (content) =>
    content.sort === 'table'
      ? content.table.has(...COLUMNS) && !content.table.has(OF_A_PLAY)
      : pagesOf(content).some(isLoved) || lovedIn(content) !== undefined,

  *read(content) {
    if (lastfmLoved.recognises(content)) {
      yield* readRows(content, readTrack);
      const tracks = pagesOf(content).flatMap((page) => tracksOf(page).map((track) => trackCell(track)));
      for (const [index, cell] of tracks.entries()) {
        yield readTrack(new RowReader(index + 1), cell);
      }
      for (const node of lovedIn(content)?.children.filter(({ name }) => name === 'track') ?? []) {
        yield readTrack(new RowReader(node.line), nodeCell(node));
      }
    }
  },
};

function pagesOf(content: Content): readonly JsonObject[] {
  const pages: unknown = content.sort === 'json' ? content.value : [];
  return (Array.isArray(pages) ? (pages as readonly unknown[]) : [pages]).filter(isObject);
}

/** A page of loves says so, or has tracks that were never on an album. */
function isLoved(page: JsonObject): boolean {
  return (
    Object.hasOwn(page, 'lovedtracks') ||
    (Object.hasOwn(page, 'track') &&
      tracksOf(page).some((track) => isObject(track) && fieldsOf(track['artist']) !== undefined) &&
      tracksOf(page).every((track) => isObject(track) && !Object.hasOwn(track, OF_A_PLAY)))
  );
}

function tracksOf(page: JsonObject): readonly unknown[] {
  const loved = Object.hasOwn(page, 'lovedtracks') ? page['lovedtracks'] : page;
  const tracks = isObject(loved) ? loved['track'] : loved;
  return Array.isArray(tracks) ? (tracks as readonly unknown[]) : tracks === undefined ? [] : [tracks];
}

function lovedIn(content: Content): XmlNode | undefined {
  return content.sort === 'xml'
    ? [content.root, ...content.root.children].find(({ name }) => name === 'lovedtracks')
    : undefined;
}

/** A track of the JSON under the columns of the table. */
function trackCell(track: unknown): Cell {
  const fields = fieldsOf(track) ?? {};
  const cell = cellsOf(fields);
  const artist = cellsOf(fields['artist']);
  const cells: Readonly<Record<string, string>> = {
    track: cell('name'),
    artist: artist('name') || artist('#text') || cell('artist'),
    uts: cellsOf(fields['date'])('uts'),
    track_mbid: cell('mbid'),
  };
  return (column) => cells[column] ?? '';
}

/** A track of the XML under the columns of the table. */
function nodeCell(node: XmlNode): Cell {
  const child = (name: string): XmlNode | undefined => node.children.find((one) => one.name === name);
  const artist = child('artist');
  const cells: Readonly<Record<string, string>> = {
    track: child('name')?.text ?? '',
    artist: artist?.children.find(({ name }) => name === 'name')?.text ?? artist?.text ?? '',
    uts: child('date')?.attributes?.get('uts') ?? '',
    track_mbid: child('mbid')?.text ?? '',
  };
  return (column) => cells[column] ?? '';
}

function readTrack(reader: RowReader, cell: Cell): Outcome {
  const name = reader.name('name', cell('track'));
  if (name === '') {
    return reader.skip('no-name', 'name');
  }
  const artist = reader.name('artist', cell('artist'));
  const at = reader.moment('date', cell('uts'), readUnixSeconds);
  return reader.keep({
    thing: thingOf(artist, name),
    facts: {
      kind: 'MusicRecording',
      name,
      ...(artist !== '' && { creators: [artist] }),
      identifiers: reader.identifiers('mbid', 'musicbrainz', cell('track_mbid')),
    },
    content: { liked: whenOf(at) },
  });
}
