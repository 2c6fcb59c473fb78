import { describe, expect, it } from 'vitest';
import { lastfmLoved } from '../../../../src/transfer/importers/lastfm-loved.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { contentOf, fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'lastfm-loved.json';
describeImporterContract(lastfmLoved, FIXTURE);

describe('lastfmLoved', () => {
  const content = fixtureContent(FIXTURE);
  const track = (name: string) => ({ name, artist: { name: 'Ada Marrow' } });
  const named = (value: unknown) => entriesOf(lastfmLoved, { sort: 'json', value }).map(({ facts }) => facts.name);

  it('reads loved tracks with the second they were loved', () => {
    expect(entriesOf(lastfmLoved, content)).toEqual([
      {
        line: 1,
        thing: 'the tin kettles | low water',
        facts: {
          kind: 'MusicRecording',
          name: 'Low Water',
          creators: ['The Tin Kettles'],
          identifiers: ['musicbrainz:01234567-89ab-cdef-0123-456789abcdef'],
        },
        content: { liked: { at: '2020-12-31T23:59:59.000Z' } },
      },
      {
        line: 2,
        thing: 'ada marrow | tide',
        facts: { kind: 'MusicRecording', name: 'Tide', creators: ['Ada Marrow'], identifiers: [] },
        content: { liked: {} },
      },
      {
        line: 3,
        thing: 'ada marrow | before time',
        facts: { kind: 'MusicRecording', name: 'Before Time', creators: ['Ada Marrow'], identifiers: [] },
        content: { liked: {} },
      },
    ]);
  });

  it('says which tracks and fields it can’t use', () => {
    expect(outcomesOf(lastfmLoved, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 3, reason: 'bad-date', column: 'date', value: '-1', isSkipped: false },
      { line: 3, reason: 'bad-identifier', column: 'mbid', value: 'none', isSkipped: false },
      { line: 4, reason: 'no-name', column: 'name', isSkipped: true },
    ]);
  });

  it('reads several answers in a list, a single track, and tracks without a list of their own', () => {
    const pages = [{ lovedtracks: { track: [track('Low Water')] } }, { lovedtracks: { track: track('Tide') } }];
    expect(lastfmLoved.recognises({ sort: 'json', value: pages })).toBe(true);
    expect(named(pages)).toEqual(['Low Water', 'Tide']);
    expect(named({ lovedtracks: [track('Tide'), { name: 'Alone', artist: 'Ben Quill' }] })).toEqual(['Tide', 'Alone']);
    expect(named({ lovedtracks: {} })).toEqual([]);
  });

  const salt = {
    thing: 'harbour lights | salt',
    facts: { kind: 'MusicRecording', name: 'Salt', creators: ['Harbour Lights'], identifiers: [] },
    content: { liked: { at: '2021-06-13T00:00:00.000Z' } },
  };

  it('reads the CSV of tools, and not what was played', () => {
    const table = tableOf(
      'uts,utc_time,artist,artist_mbid,track,track_mbid',
      '1623542400,"13 Jun 2021, 00:00",Harbour Lights,,Salt,',
    );
    expect(entriesOf(lastfmLoved, table)).toEqual([{ line: 2, ...salt }]);
    const plays = tableOf('uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid', '1,,a,,b,,c,');
    expect(lastfmLoved.recognises(plays)).toBe(false);
  });

  it('reads pages without the word, and not pages of plays', () => {
    const track = { name: 'Salt', artist: { name: 'Harbour Lights', mbid: '' }, date: { uts: '1623542400' } };
    const pages = (one: object) => ({ sort: 'json', value: [{ track: [one], '@attr': { page: '1' } }] }) as const;
    expect(entriesOf(lastfmLoved, pages(track))).toEqual([{ line: 1, ...salt }]);
    expect(lastfmLoved.recognises(pages({ ...track, album: { '#text': 'Quay' } }))).toBe(false);
  });

  it('reads the XML of the service', () => {
    const xml = contentOf(
      'loved.xml',
      `<lfm status="ok">
<lovedtracks user="x" page="1">
<track><name>Salt</name><mbid></mbid><date uts="1623542400">13 Jun 2021, 00:00</date><artist><name>Harbour Lights</name></artist></track>
</lovedtracks></lfm>`,
    );
    expect(entriesOf(lastfmLoved, xml)).toEqual([{ line: 3, ...salt }]);
  });
});
