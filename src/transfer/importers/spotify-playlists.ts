/**
 * Spotify playlists: tracks and episodes that a person has put on lists of their own. That is neither a wish nor a liking: the
 * name of the list is kept.
 *
 * Source:   Account → Privacy → Download your data → Account data; `Playlist1.json` and its like in the archive
 * Sample:   tests/fixtures/imports/spotify-playlists.json (made up; fields as others describe them, no real file seen)
 * Scale:    none
 * Dates:    `addedDate` as YYYY-MM-DD: when it was put on the list
 * Oddities: each item has one of `track`, `episode` and `localTrack`, the others are null; older files have `tracks` without
 *           ids. Lines count through all lists, each of which is one itself: its description is of none of its tracks
 */
import type { ItemFacts } from '../../domain/item.ts';
import { type Outcome, thingOf } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { RowReader } from '../row-reader.ts';
import { cellsOf, fieldsOf, listAt } from './parts/json-fields.ts';
import { outcomeOf } from './parts/outcome-of.ts';
import { spotifyIdentifiers } from './parts/spotify-identifiers.ts';

interface Form {
  readonly kind: ItemFacts['kind'];
  readonly name: string;
  readonly maker?: string;
  readonly series: string;
  readonly uri: string;
}

const TRACK: Form = {
  kind: 'MusicRecording',
  name: 'trackName',
  maker: 'artistName',
  series: 'albumName',
  uri: 'trackUri',
};
// Sayso has no kind for an episode of a podcast.
const EPISODE: Form = { kind: 'CreativeWork', name: 'episodeName', series: 'showName', uri: 'episodeUri' };

export const spotifyPlaylists: Importer = {
  id: 'spotify-playlists',
  source: 'spotify',

  recognises: (content) =>
    playlistsOf(content).some((playlist) => itemsOf(playlist).some((item) => partOf(item)?.[1] !== undefined)),

  *read(content) {
    let line = 0;
    for (const playlist of playlistsOf(content)) {
      line += 1;
      const own = new RowReader(line);
      const list = own.name('name', cellsOf(playlist)('name'));
      if (cellsOf(playlist)('description') !== '') {
        yield own.skip('other-matter', 'description');
      }
      for (const item of itemsOf(playlist)) {
        line += 1;
        yield readItem(new RowReader(line), item, list);
      }
    }
  },
};

function readItem(reader: RowReader, item: unknown, list: string): Outcome {
  const [form, record] = partOf(item) ?? [TRACK, {}];
  const cell = cellsOf(record);
  const name = reader.name(form.name, cell(form.name));
  if (name === '') {
    // A file of the person's own has an address that is not a name.
    return reader.skip('no-name', form.name);
  }
  const maker = form.maker === undefined ? '' : reader.name(form.maker, cell(form.maker));
  const series = reader.name(form.series, cell(form.series));
  const identifiers = spotifyIdentifiers(reader, form.uri, cell(form.uri));
  const added = reader.words('addedDate', cellsOf(item)('addedDate'));
  const others = {
    ...(list !== '' && { List: list }),
    ...(added !== undefined && { Added: list === '' ? added : `${list}: ${added}` }),
  };
  return outcomeOf(reader, {
    thing: identifiers[0] ?? thingOf(form.kind, maker, name),
    ...(list !== '' && { list }),
    facts: {
      kind: form.kind,
      name,
      ...(maker !== '' && { creators: [maker] }),
      ...(series !== '' && { series }),
      identifiers,
    },
    content: Object.keys(others).length > 0 ? { others } : {},
  });
}

function playlistsOf(content: Content): readonly unknown[] {
  return content.sort === 'json' ? listAt(content.value, 'playlists') : [];
}

function itemsOf(playlist: unknown): readonly unknown[] {
  return [...listAt(playlist, 'items'), ...listAt(playlist, 'tracks')];
}

/** The one thing of an item, and where its words stand. Older files have the track's own words in the item. */
function partOf(item: unknown): readonly [Form, Readonly<Record<string, unknown>>] | undefined {
  const fields = fieldsOf(item);
  const track = fieldsOf(fields?.['track']) ?? (fields && 'trackName' in fields ? fields : undefined);
  const episode = fieldsOf(fields?.['episode']);
  return track ? [TRACK, track] : episode ? [EPISODE, episode] : undefined;
}
