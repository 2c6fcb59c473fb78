import { describe, expect, it } from 'vitest';
import { lastfmLoved } from '../../../../src/transfer/importers/lastfm-loved.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

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
});
