/**
 * Spotify library: the tracks, albums, artists, shows and episodes a person saved.
 *
 * Source:   Account → Privacy → Download your data → Account data; `YourLibrary.json` in the archive
 * Sample:   tests/fixtures/imports/spotify-library.json (made up; fields of real files of 2020 and 2023)
 * Scale:    none: saved is liked, and not a mark
 * Dates:    none
 * Oddities: a list for each sort of thing; `bannedTracks` and `bannedArtists` are what must not be played; local files
 *           have a `uri` that is no id; files of before 2021 have none for anything. Lines count through all the lists
 */
import type { ItemFacts } from '../../domain/item.ts';
import { type Outcome, thingOf } from '../entry.ts';
import type { Content, Importer } from '../importer.ts';
import { RowReader } from '../row-reader.ts';
import { cellsOf, isObject, listAt } from './parts/json-fields.ts';
import type { Cell } from './parts/read-rows.ts';
import { isSpotifyUri, spotifyIdentifiers } from './parts/spotify-identifiers.ts';

/** For each list that is read: what its things are, and in which fields their names stand. */
const LISTS: Readonly<Record<string, { kind: ItemFacts['kind']; name: string; maker?: string; series?: string }>> = {
  tracks: { kind: 'MusicRecording', name: 'track', maker: 'artist', series: 'album' },
  albums: { kind: 'MusicAlbum', name: 'album', maker: 'artist' },
  artists: { kind: 'Person', name: 'name' },
  shows: { kind: 'PodcastSeries', name: 'name', maker: 'publisher' },
  // Sayso has no kind for an episode of a podcast.
  episodes: { kind: 'CreativeWork', name: 'name', series: 'show' },
};

export const spotifyLibrary: Importer = {
  id: 'spotify-library',
  source: 'spotify',

  recognises(content) {
    const library = libraryOf(content);
    return (
      Array.isArray(library['tracks']) &&
      Array.isArray(library['albums']) &&
      (Array.isArray(library['bannedTracks']) ||
        ['tracks', 'albums'].some((list) => listAt(library, list).some((one) => isSaved(cellsOf(one)))))
    );
  },

  *read(content) {
    const library = libraryOf(content);
    let line = 0;
    for (const list of Object.keys(library)) {
      for (const record of listAt(library, list)) {
        line += 1;
        yield readRecord(new RowReader(line), list, cellsOf(record));
      }
    }
  },
};

function libraryOf(content: Content): Readonly<Record<string, unknown>> {
  return content.sort === 'json' && isObject(content.value) ? content.value : {};
}

function readRecord(reader: RowReader, list: string, cell: Cell): Outcome {
  const form = Object.hasOwn(LISTS, list) ? LISTS[list] : undefined;
  if (form === undefined) {
    return reader.skip(list.startsWith('banned') ? 'removed' : 'unknown-kind', list.slice(0, 40));
  }
  const field = (name: string | undefined): string =>
    name === undefined ? '' : reader.name(`${list}.${name}`, cell(name));
  const name = field(form.name);
  if (name === '') {
    return reader.skip('no-name', `${list}.${form.name}`);
  }
  const maker = field(form.maker);
  const series = field(form.series);
  const identifiers = spotifyIdentifiers(reader, `${list}.uri`, cell('uri'));
  return reader.keep({
    thing: identifiers[0] ?? thingOf(form.kind, maker, name),
    facts: {
      kind: form.kind,
      name,
      ...(maker !== '' && { creators: [maker] }),
      ...(series !== '' && { series }),
      identifiers,
    },
    content: { liked: {} },
  });
}

/** A record of the library: by its address, else by the names that only it has beside each other. */
function isSaved(cell: Cell): boolean {
  return isSpotifyUri(cell('uri')) || (cell('artist') !== '' && cell('album') !== '');
}
