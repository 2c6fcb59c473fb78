import { describe, expect, it } from 'vitest';
import { spotifyLibrary } from '../../../../src/transfer/importers/spotify-library.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'spotify-library.json';
describeImporterContract(spotifyLibrary, FIXTURE);

describe('spotifyLibrary', () => {
  const content = fixtureContent(FIXTURE);

  it('reads what was saved as liked, each with its maker, what it is part of, and its id', () => {
    expect(entriesOf(spotifyLibrary, content)).toEqual([
      {
        line: 1,
        thing: 'spotify:track/0aB1cD2eF3gH4iJ5kL6mN7',
        facts: {
          kind: 'MusicRecording',
          name: 'Low Water',
          creators: ['The Tin Kettles'],
          series: 'Salt and Tallow',
          identifiers: ['spotify:track/0aB1cD2eF3gH4iJ5kL6mN7'],
        },
        content: { liked: {} },
      },
      {
        line: 2,
        thing: 'musicrecording | ada marrow | from my own disk',
        facts: { kind: 'MusicRecording', name: 'From My Own Disk', creators: ['Ada Marrow'], identifiers: [] },
        content: { liked: {} },
      },
      {
        line: 4,
        thing: 'spotify:album/2aB1cD2eF3gH4iJ5kL6mN7',
        facts: {
          kind: 'MusicAlbum',
          name: 'Salt and Tallow',
          creators: ['The Tin Kettles'],
          identifiers: ['spotify:album/2aB1cD2eF3gH4iJ5kL6mN7'],
        },
        content: { liked: {} },
      },
      {
        line: 5,
        thing: 'spotify:show/3aB1cD2eF3gH4iJ5kL6mN7',
        facts: {
          kind: 'PodcastSeries',
          name: 'Harbour Talk',
          creators: ['Quay Radio'],
          identifiers: ['spotify:show/3aB1cD2eF3gH4iJ5kL6mN7'],
        },
        content: { liked: {} },
      },
      {
        line: 6,
        thing: 'spotify:episode/4aB1cD2eF3gH4iJ5kL6mN7',
        facts: {
          kind: 'CreativeWork',
          name: 'The Ice',
          series: 'Harbour Talk',
          identifiers: ['spotify:episode/4aB1cD2eF3gH4iJ5kL6mN7'],
        },
        content: { liked: {} },
      },
      {
        line: 8,
        thing: 'person | the tin kettles',
        facts: { kind: 'Person', name: 'The Tin Kettles', identifiers: [] },
        content: { liked: {} },
      },
    ]);
  });

  it('says what it can’t use, in every list', () => {
    expect(outcomesOf(spotifyLibrary, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 3, reason: 'no-name', column: 'tracks.track', isSkipped: true },
      { line: 7, reason: 'removed', column: 'bannedTracks', isSkipped: true },
      { line: 8, reason: 'bad-identifier', column: 'artists.uri', value: 'spotify:artist:not-an-id', isSkipped: false },
      { line: 9, reason: 'unknown-kind', column: 'other', isSkipped: true },
    ]);
  });

  it('knows a library without a single track, and no other two lists of those names', () => {
    const empty = { tracks: [], albums: [], shows: [], bannedTracks: [] };
    expect(spotifyLibrary.recognises({ sort: 'json', value: empty })).toBe(true);
    expect(spotifyLibrary.recognises({ sort: 'json', value: { tracks: [{ uri: 7 }], albums: [null] } })).toBe(false);
  });

  it('reads records that are no records without falling over', () => {
    const odd = JSON.parse(
      '{"tracks":[null,7,[],{"track":{},"uri":"spotify:track:x"}],"albums":[],"__proto__":[1]}',
    ) as unknown;
    const outcomes = outcomesOf(spotifyLibrary, { sort: 'json', value: odd });
    expect(outcomes.map(({ remarks }) => remarks[0]?.reason)).toEqual([
      'no-name',
      'no-name',
      'no-name',
      'no-name',
      'unknown-kind',
    ]);
  });

  it('reads libraries of before 2021, which have no addresses', () => {
    const value = { tracks: [{ artist: 'Harbour Lights', album: 'Quay', track: 'Salt' }], albums: [] };
    expect(spotifyLibrary.recognises({ sort: 'json', value })).toBe(true);
    expect(entriesOf(spotifyLibrary, { sort: 'json', value })).toEqual([
      {
        line: 1,
        thing: 'musicrecording | harbour lights | salt',
        facts: { kind: 'MusicRecording', name: 'Salt', creators: ['Harbour Lights'], series: 'Quay', identifiers: [] },
        content: { liked: {} },
      },
    ]);
  });
});
