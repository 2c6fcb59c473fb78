import { describe, expect, it } from 'vitest';
import { googleReviews } from '../../../../src/transfer/importers/google-reviews.ts';
import { describeImporterContract, entriesOf, outcomesOf } from '../../../contracts/importer-contract.ts';
import { fixtureContent } from '../../../support/read-content.ts';

const FIXTURE = 'google-reviews.json';
describeImporterContract(googleReviews, FIXTURE);

describe('googleReviews', () => {
  const content = fixtureContent(FIXTURE);

  it('reads stars, words and answers, and a place by its number in both kinds of address', () => {
    expect(entriesOf(googleReviews, content)).toEqual([
      {
        line: 1,
        thing: 'cid 1234567890123456789',
        facts: {
          kind: 'Place',
          name: 'The Tin Kettle',
          identifiers: ['url:https://maps.google.com/?cid=1234567890123456789'],
        },
        content: {
          ratings: [{ given: { value: 4, best: 5, worst: 1 }, at: '2023-08-12T17:04:05.123Z' }],
          text: 'Good soup.\nSlow.',
          others: { Food: '5', Meal: 'Lunch', 'Good for': 'Groups, Children' },
        },
      },
      {
        line: 2,
        thing: 'cid 31',
        facts: { kind: 'Place', name: 'Rope Walk', identifiers: ['url:https://maps.google.com/?cid=31'] },
        content: { text: 'No stars, only words.' },
      },
      {
        line: 3,
        thing: 'no number | 3 quay, harbourtown',
        facts: { kind: 'Place', name: 'No Number', identifiers: [] },
        content: { ratings: [{ given: { value: 2, best: 5, worst: 1 } }] },
      },
    ]);
  });

  it('says which reviews and fields it can’t use, never with an address', () => {
    expect(outcomesOf(googleReviews, content).flatMap(({ remarks }) => remarks)).toEqual([
      { line: 3, reason: 'bad-date', column: 'date', value: '0000-00-00', isSkipped: false },
      { line: 4, reason: 'bad-mark', column: 'five_star_rating_published', value: '7', isSkipped: true },
      { line: 5, reason: 'no-name', column: 'name', isSkipped: true },
      { line: 6, reason: 'no-name', column: 'name', isSkipped: true },
    ]);
  });

  it('reads the form before, and finds the same place', () => {
    const before = {
      sort: 'json',
      value: {
        type: 'FeatureCollection',
        features: [
          {
            properties: {
              'Google Maps URL': 'http://maps.google.com/?cid=31',
              Location: { Address: '2 Quay, Harbourtown', 'Business Name': 'Rope Walk', 'Country Code': 'NL' },
              Published: '2019-01-02T03:04:05Z',
              'Review Comment': 'Long.',
              'Star Rating': 3,
            },
          },
        ],
      },
    } as const;
    expect(googleReviews.recognises(before)).toBe(true);
    expect(entriesOf(googleReviews, before)).toEqual([
      {
        line: 1,
        thing: 'cid 31',
        facts: { kind: 'Place', name: 'Rope Walk', identifiers: ['url:https://maps.google.com/?cid=31'] },
        content: {
          ratings: [{ given: { value: 3, best: 5, worst: 1 }, at: '2019-01-02T03:04:05.000Z' }],
          text: 'Long.',
        },
      },
    ]);
  });

  it('does not take saved places for reviews', () => {
    const properties = { date: '2023-08-12T17:04:05Z', google_maps_url: 'http://maps.google.com/?cid=1', location: {} };
    expect(googleReviews.recognises({ sort: 'json', value: { features: [{ properties }, 7] } })).toBe(false);
  });

  it.each(['NaN', -1, 1e308, 0, 4.5e-324, {}, null])('does not take %j for a mark', (mark) => {
    const properties = {
      five_star_rating_published: mark,
      google_maps_url: 'http://maps.google.com/?cid=1',
      location: { name: 'Tide' },
    };
    expect(entriesOf(googleReviews, { sort: 'json', value: { features: [{ properties }] } })).toEqual([]);
  });

  it('keeps both answers to two questions of one name', () => {
    const value = {
      features: [
        {
          properties: {
            date: '2024-07-07T11:29:35.052724Z',
            five_star_rating_published: 5,
            google_maps_url: 'https://www.google.com/maps/place//data=!4m2!3m1!1s0x0:0x10',
            location: { name: 'Blue Quay', address: '1 Hidden Lane' },
            questions: [
              { question: 'Service', selected_option: 'Dine in' },
              { question: 'Service', rating: 4 },
            ],
          },
        },
      ],
    };
    expect(entriesOf(googleReviews, { sort: 'json', value })[0]?.content).toEqual({
      ratings: [{ given: { value: 5, best: 5, worst: 1 }, at: '2024-07-07T11:29:35.052Z' }],
      others: { Service: 'Dine in; 4' },
    });
  });
});
