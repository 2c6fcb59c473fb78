import { describe, expect, it } from 'vitest';
import { spotifyPlaylists } from '../../../../src/transfer/importers/spotify-playlists.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'spotify-playlists.json';
describeImporterContract(spotifyPlaylists, FIXTURE);

describe('spotifyPlaylists', () => {
  const content = fixtureContent(FIXTURE);

  it('keeps the list that a track or an episode is on, and takes it for neither a wish nor a liking', () => {
    expect(entriesOf(spotifyPlaylists, content)).toEqual([
      {
        line: 2,
        thing: 'spotify:track/0aB1cD2eF3gH4iJ5kL6mN7',
        list: 'Harbour mornings',
        facts: {
          kind: 'MusicRecording',
          name: 'Low Water',
          creators: ['The Tin Kettles'],
          series: 'Salt and Tallow',
          identifiers: ['spotify:track/0aB1cD2eF3gH4iJ5kL6mN7'],
        },
        content: { others: { List: 'Harbour mornings', Added: 'Harbour mornings: 2024-03-08' } },
      },
      {
        line: 3,
        thing: 'spotify:episode/4aB1cD2eF3gH4iJ5kL6mN7',
        list: 'Harbour mornings',
        facts: {
          kind: 'CreativeWork',
          name: 'The Ice',
          series: 'Harbour Talk',
          identifiers: ['spotify:episode/4aB1cD2eF3gH4iJ5kL6mN7'],
        },
        content: { others: { List: 'Harbour mornings', Added: 'Harbour mornings: 2024-03-09' } },
      },
    ]);
  });

  it('says what of a list has no place', () => {
    expect(outcomesOf(spotifyPlaylists, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 1, reason: 'other-matter', column: 'description', isSkipped: true },
      { line: 4, reason: 'no-name', column: 'trackName', isSkipped: true },
    ]);
  });

  it('reads older files, whose tracks have no ids', () => {
    const older = {
      sort: 'json',
      value: { playlists: [{ name: 'Sea', tracks: [{ trackName: 'Low', artistName: 'Tide', albumName: '' }] }] },
    } as const;
    expect(spotifyPlaylists.recognises(older)).toBe(true);
    expect(entriesOf(spotifyPlaylists, older)).toMatchObject([
      { thing: 'musicrecording | tide | low', content: { others: { List: 'Sea' } } },
    ]);
  });
});
