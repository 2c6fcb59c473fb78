import { describe, expect, it } from 'vitest';
import { googleSaved } from '../../../../src/transfer/importers/google-saved.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { contentOf, fixtureContent, tableOf } from '../../../support/read-content.ts';

const FIXTURE = 'google-saved.csv';
describeImporterContract(googleSaved, FIXTURE);

describe('google-saved', () => {
  const content = fixtureContent(FIXTURE);

  it('reads what was noted, by the answer to what the list is of', () => {
    expect(entriesOf(googleSaved, content, { answers: { list: 'wanted' } })).toEqual([
      {
        line: 5,
        thing: 'cid 104664887',
        facts: { kind: 'Place', name: 'Blue Quay', identifiers: ['url:https://maps.google.com/?cid=104664887'] },
        content: { wanted: { note: 'ask for the window, early' }, tags: ['fish', 'view'] },
      },
      {
        line: 6,
        thing: 'cid 16',
        facts: { kind: 'Place', name: 'Salt Bar', identifiers: ['url:https://maps.google.com/?cid=16'] },
        content: { wanted: { note: 'with Cy' } },
      },
      {
        line: 7,
        thing: 'hidden pier',
        facts: { kind: 'Place', name: 'Hidden Pier', identifiers: [] },
        content: { wanted: {} },
      },
    ]);
    expect(outcomesOf(googleSaved, content)[0]?.remarks).toEqual([
      { line: 4, reason: 'no-name', column: 'Title', isSkipped: true },
    ]);
    expect(JSON.stringify(outcomesOf(googleSaved, content))).not.toContain('51.501');
  });

  it.each([
    ['Takeout/Saved/Want to go.csv', 'wanted'],
    ['Takeout/Saved/Favourite places.csv', 'liked'],
    ['Takeout/Saved/Oslo.csv', undefined],
  ])('suggests by %s what the list is of', (path, suggested) => {
    expect(googleSaved.questions?.(content, path)[0]?.suggested).toBe(suggested);
  });

  it('reads lists whose columns are translated, and none whose addresses are not of places', () => {
    const list = tableOf('Titel,Notiz,URL,Kommentar', 'Blue Quay,,https://maps.google.com/?cid=7,nett');
    expect(entriesOf(googleSaved, list, { answers: { list: 'liked' } })[0]?.content).toEqual({
      liked: {},
      others: { Notiz: 'nett' },
    });
    expect(googleSaved.recognises(tableOf('Title,Note,URL,Comment', 'Salt,,https://shop.example/1,'))).toBe(false);
  });

  it('reads starred places of both forms, without where they are', () => {
    const stars = contentOf(
      'saved.json',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            geometry: { coordinates: [51.501, -0.142] },
            properties: {
              date: '2018-03-09T09:00:45Z',
              google_maps_url: 'http://maps.google.com/?cid=77',
              location: { address: '1 Hidden Lane', country_code: 'GB', name: 'Blue Quay' },
            },
          },
          {
            properties: {
              'Google Maps URL': 'http://maps.google.com/?cid=78',
              Location: {
                Address: '2 Hidden Lane',
                'Business Name': 'Salt Bar',
                'Geo Coordinates': { Latitude: '51.501' },
              },
              Published: '2018-04-05T18:19:20Z',
              Title: 'Salt Bar',
            },
          },
          { properties: { date: '2015-01-15T06:44:59Z', google_maps_url: 'http://maps.google.com/?q=51.501,-0.142' } },
        ],
      }),
    );
    expect(googleSaved.recognises(stars)).toBe(true);
    const outcomes = outcomesOf(googleSaved, stars, { answers: { list: 'liked' } });
    expect(outcomes.flatMap(({ entries }) => entries)).toEqual([
      {
        line: 1,
        thing: 'cid 77',
        facts: { kind: 'Place', name: 'Blue Quay', identifiers: ['url:https://maps.google.com/?cid=77'] },
        content: { liked: { at: '2018-03-09T09:00:45.000Z' } },
      },
      {
        line: 2,
        thing: 'cid 78',
        facts: { kind: 'Place', name: 'Salt Bar', identifiers: ['url:https://maps.google.com/?cid=78'] },
        content: { liked: { at: '2018-04-05T18:19:20.000Z' } },
      },
    ]);
    expect(outcomes[2]?.remarks).toEqual([{ line: 3, reason: 'no-name', column: 'name', isSkipped: true }]);
    expect(JSON.stringify(outcomes)).not.toMatch(/51\.501|Hidden/u);
  });

  it('leaves labelled places alone, which are homes and places of work', () => {
    const labelled = { features: [{ properties: { address: '1 Hidden Lane', name: 'Home' } }] };
    expect(googleSaved.recognises({ sort: 'json', value: labelled })).toBe(false);
  });
});
