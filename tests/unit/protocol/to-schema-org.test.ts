import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RATING_FIELDS } from '../../../src/domain/ask.ts';
import type { Stamp } from '../../../src/domain/clock.ts';
import type { HeldGrant } from '../../../src/domain/grant.ts';
import { newPairwiseId, newRecordId } from '../../../src/domain/ids.ts';
import type { Item } from '../../../src/domain/item.ts';
import type { Moment } from '../../../src/domain/moment.ts';
import { originOf } from '../../../src/domain/origin.ts';
import type { Preference } from '../../../src/domain/preference.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import { propertyValueOf, reviewOf, vendorGrantOf } from '../../../src/protocol/to-schema-org.ts';
import { grant, propertyValue, review } from '../../../src/protocol/vendor-schemas.ts';
import { sampleAsk } from '../../support/asks.ts';
import { CINEMA, id, SHOP, stars } from '../../support/samples.ts';

const stamp = '0' as Stamp;
const recordId = newRecordId(0);

const item: Item = {
  id: recordId,
  kind: 'Movie',
  name: 'The Matrix',
  creators: ['Lana Wachowski'],
  genres: ['Action'],
  year: 1999,
  identifiers: [
    id('imdb:tt0133093'),
    id('gtin:04006381333931'),
    id('asin:B00005JLGJ'),
    id('sku:shop.example/AB 12'),
    id('sku:other.example/AB 12'),
    id('url:https://shop.example/films/matrix'),
    id('url:https://blog.example/what-i-read-at-night?id=7'),
  ],
  createdAt: stamp,
  updatedAt: stamp,
};

const rating: Rating = {
  itemId: recordId,
  kind: 'Movie',
  value: 90,
  given: stars(4.5),
  ratedAt: '2024-03' as Moment,
  text: 'Twice.',
  tags: ['rainy day'],
  aspects: [{ name: 'sound', given: { value: 8, best: 10, worst: 1 } }],
  source: 'imdb-csv',
  createdAt: stamp,
  updatedAt: stamp,
};

describe('reviewOf', () => {
  it('tells item and mark, and nothing more, where no field was given', () => {
    expect(reviewOf(CINEMA, item, rating, [])).toEqual({
      '@type': 'Review',
      itemReviewed: {
        '@type': 'Movie',
        name: 'The Matrix',
        identifier: ['imdb:tt0133093', 'gtin:04006381333931'],
        sameAs: ['https://www.imdb.com/title/tt0133093/'],
      },
      reviewRating: { '@type': 'Rating', ratingValue: 4.5, bestRating: 5, worstRating: 0.5 },
    });
  });

  it.each([
    ['dateCreated', '2024-03'],
    ['reviewBody', 'Twice.'],
    ['keywords', ['rainy day']],
    ['reviewAspect', [{ '@type': 'Rating', ratingValue: 8, bestRating: 10, worstRating: 1, reviewAspect: 'sound' }]],
  ] as const)('adds %s where it was given, and no other field', (field, value) => {
    const bare = reviewOf(CINEMA, item, rating, []);
    expect(reviewOf(CINEMA, item, rating, [field])).toEqual({ ...bare, [field]: value });
  });

  it('leaves out what the person did not write', () => {
    const { text: _text, tags: _tags, aspects: _aspects, ...bare } = rating;
    expect(Object.keys(reviewOf(CINEMA, item, bare, RATING_FIELDS))).toEqual([
      '@type',
      'itemReviewed',
      'reviewRating',
      'dateCreated',
    ]);
  });

  it('fits the wire, with every field', () => {
    const whole = reviewOf(SHOP, item, rating, RATING_FIELDS);
    expect(v.parse(review, whole)).toEqual(whole);
  });

  it('threat 31 gives what one site calls a thing to that site alone', () => {
    const named = (origin: string) => reviewOf(originOf(origin), item, rating, []).itemReviewed.identifier;
    const everywhere = ['imdb:tt0133093', 'gtin:04006381333931'];
    const own = ['sku:shop.example/AB 12', 'url:https://shop.example/films/matrix'];
    expect(named('https://shop.example')).toEqual([...everywhere, ...own]);
    expect(named('https://www.shop.example')).toEqual([...everywhere, 'sku:shop.example/AB 12']);
    expect(named('https://shop.example.evil.example')).toEqual(everywhere);
    expect(named('https://notshop.example')).toEqual(everywhere);
    expect(named('https://example')).toEqual(everywhere);
    expect(named('https://cinema.example')).toEqual(everywhere);
  });

  it('threat 31 links no address that was met elsewhere', () => {
    expect(reviewOf(CINEMA, item, rating, []).itemReviewed.sameAs.join()).not.toMatch(/shop|blog/u);
    expect(reviewOf(SHOP, item, rating, []).itemReviewed.sameAs.join()).not.toContain('blog');
  });

  it('tells no internal name and no source', () => {
    expect(JSON.stringify(reviewOf(SHOP, item, rating, RATING_FIELDS))).not.toMatch(
      new RegExp(`${recordId}|imdb-csv|"value"`, 'u'),
    );
  });
});

describe('propertyValueOf', () => {
  const preference: Preference = {
    id: recordId,
    key: 'shoe-size',
    value: '42',
    strength: 'must',
    isPrivate: false,
    createdAt: stamp,
    updatedAt: stamp,
  };

  it('tells key, value and strength', () => {
    expect(propertyValueOf(preference)).toEqual({
      '@type': 'PropertyValue',
      propertyID: 'shoe-size',
      value: '42',
      valueReference: 'must',
    });
  });

  it('tells unit and kinds where there are any, and fits the wire', () => {
    const whole = propertyValueOf({ ...preference, unit: 'EU', kinds: ['Product'] });
    expect(whole).toMatchObject({ unitText: 'EU', kinds: ['Product'] });
    expect(v.parse(propertyValue, whole)).toEqual(whole);
  });
});

describe('vendorGrantOf', () => {
  const held: HeldGrant = {
    id: newRecordId(0),
    origin: SHOP,
    person: newPairwiseId(),
    ask: sampleAsk({ sharing: ['Parcel Service'] }),
    scope: [{ collection: 'ratings', kinds: ['Movie'], without: [recordId] }],
    fromMs: Date.UTC(2026, 0, 2),
    untilMs: Date.UTC(2026, 1, 1),
    duration: 'month',
    session: 'session-1',
    createdAt: stamp,
    status: 'active',
    usedCalls: ['ratings'],
  };

  it('tells what was given, under which terms, and until when', () => {
    expect(vendorGrantOf(held)).toEqual({
      id: held.id,
      person: held.person,
      scope: [{ collection: 'ratings', kinds: ['Movie'] }],
      purpose: 'ProvideProductRecommendations',
      agreement: 'SD-BASE',
      retention: 'P30D',
      sharing: ['Parcel Service'],
      from: '2026-01-02T00:00:00.000Z',
      until: '2026-02-01T00:00:00.000Z',
      uses: 'many',
      status: 'active',
    });
  });

  it('says that something was kept back in no word', () => {
    expect(JSON.stringify(vendorGrantOf(held))).not.toMatch(new RegExp(`without|session|used|${recordId}`, 'u'));
  });

  it('has no end where the person set none, and says once for once', () => {
    const { untilMs: _untilMs, ...open } = held;
    expect(vendorGrantOf({ ...open, duration: 'until-stopped' })).not.toHaveProperty('until');
    expect(vendorGrantOf({ ...held, duration: 'once' }).uses).toBe('once');
  });

  it('fits the wire', () => {
    expect(v.parse(grant, vendorGrantOf(held))).toEqual(vendorGrantOf(held));
  });
});
