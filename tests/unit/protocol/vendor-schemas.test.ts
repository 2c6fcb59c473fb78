import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  grant,
  itemReferences,
  PAGE_LIMIT,
  preferencePage,
  preferenceQuery,
  rankedItems,
  ratingQuery,
  reviewPage,
} from '../../../src/protocol/vendor-schemas.ts';
import { wrongWith } from '../../support/wrong-with.ts';

const many = <T>(count: number, value: T) => Array.from({ length: count }, () => value);

describe('a query of ratings', () => {
  it.each([
    {},
    { kinds: [] },
    { kinds: ['Movie', 'Book'] },
    { identifiers: [] },
    { identifiers: ['imdb:tt0133093', 'gtin:04006381333931', 'isbn:9780141439600'] },
    { identifiers: many(PAGE_LIMIT, 'imdb:tt0133093') },
    { identifiers: ['nobody-knows:this'] },
    { since: '2024-01-31' },
    { limit: 1 },
    { limit: PAGE_LIMIT },
    { cursor: 'x'.repeat(500) },
  ])('%j is taken', (query) => {
    expect(wrongWith(ratingQuery, query)).toBeUndefined();
  });

  it.each([
    [{ kinds: ['Film'] }, 'kinds.0: '],
    [{ identifiers: ['tt0133093'] }, 'identifiers.0: Not scheme:value'],
    [{ identifiers: ['imdb:'] }, 'identifiers.0: Not scheme:value'],
    [{ identifiers: ['IMDB:tt1'] }, 'identifiers.0: Not scheme:value'],
    [{ identifiers: ['__proto__:x'] }, 'identifiers.0: Not scheme:value'],
    [{ identifiers: [`url:${'x'.repeat(400)}`] }, 'identifiers.0: '],
    [{ identifiers: many(PAGE_LIMIT + 1, 'imdb:tt0133093') }, 'identifiers: '],
    [{ identifiers: 'imdb:tt0133093' }, 'identifiers: '],
    [{ since: '31.1.2024' }, 'since: '],
    [{ limit: 0 }, 'limit: '],
    [{ limit: PAGE_LIMIT + 1 }, 'limit: '],
    [{ limit: 1.5 }, 'limit: '],
    [{ limit: '10' }, 'limit: '],
    [{ cursor: 'x'.repeat(501) }, 'cursor: '],
    [{ cursor: {} }, 'cursor: '],
    [{ keys: ['diet'] }, 'keys: '],
    [{ offset: 5 }, 'offset: '],
    [{ min: 1 }, 'min: '],
  ])('%j is refused', (query, words) => {
    expect(wrongWith(ratingQuery, query)).toContain(words);
  });

  it('names by normalised identifiers, and by nothing where Sayso knows no such scheme', () => {
    const { identifiers } = v.parse(ratingQuery, {
      identifiers: ['ean:4006381333931', 'imdb:133093', 'toString:x'.toLowerCase()],
    });
    expect(identifiers).toEqual(['gtin:04006381333931', 'imdb:tt0133093', undefined]);
  });
});

describe('a query of preferences', () => {
  it.each([{}, { keys: ['diet'] }, { keys: [] }, { kinds: ['Product'] }, { limit: 10, cursor: 'a' }])(
    '%j is taken',
    (query) => {
      expect(wrongWith(preferenceQuery, query)).toBeUndefined();
    },
  );

  it.each([
    [{ keys: ['Diet'] }, 'keys.0: '],
    [{ identifiers: [] }, 'identifiers: '],
    [{ since: '2024' }, 'since: '],
  ])('%j is refused', (query, words) => {
    expect(wrongWith(preferenceQuery, query)).toContain(words);
  });
});

describe('a list to rank', () => {
  const reference = { identifier: 'imdb:tt0133093' };

  it.each([
    [],
    [reference],
    [{ identifier: ['imdb:tt0133093', 'wikidata:Q83495'] }],
    [
      {
        ...reference,
        name: 'The Matrix',
        '@type': 'Movie',
        genre: ['Action', 'Science Fiction'],
        brand: 'Warner',
        creator: 'Lana Wachowski',
        isPartOf: 'The Matrix',
        aggregateRating: {
          '@type': 'AggregateRating',
          ratingValue: 8.7,
          bestRating: 10,
          worstRating: 1,
          ratingCount: 2_000_000,
        },
      },
    ],
    [{ ...reference, aggregateRating: { ratingValue: 4.5 } }],
    [{ ...reference, aggregateRating: { ratingValue: 0, bestRating: 100, worstRating: -10, reviewCount: 0 } }],
    many(PAGE_LIMIT, reference),
  ])('%j is taken', (...items) => {
    expect(wrongWith(itemReferences, items.flat())).toBeUndefined();
  });

  it.each([
    [undefined, 'the value: '],
    [{ 0: reference, length: 1 }, 'the value: '],
    [many(PAGE_LIMIT + 1, reference), 'the value: '],
    [[{}], '0.identifier: '],
    [[{ identifier: [] }], '0.identifier: '],
    [[{ identifier: many(13, 'imdb:tt0133093') }], '0.identifier: '],
    [[{ identifier: 'The Matrix' }], '0.identifier: '],
    [[reference, { ...reference, '@type': 'Film' }], '1.@type: '],
    [[{ ...reference, name: 'x'.repeat(301) }], '0.name: '],
    [[{ ...reference, genre: many(21, 'x') }], '0.genre: '],
    [[{ ...reference, genre: [7] }], '0.genre: '],
    [[{ ...reference, brand: ['a', 'b'] }], '0.brand: '],
    [[{ ...reference, price: 3 }], '0.price: '],
    [[{ ...reference, aggregateRating: { ratingValue: 6 } }], '0.aggregateRating: ratingValue is off its scale'],
    [[{ ...reference, aggregateRating: { ratingValue: 0 } }], '0.aggregateRating: ratingValue is off its scale'],
    [
      [{ ...reference, aggregateRating: { ratingValue: 1, bestRating: 1, worstRating: 1 } }],
      '0.aggregateRating: worstRating is not below bestRating',
    ],
    [[{ ...reference, aggregateRating: { ratingValue: '4.5' } }], '0.aggregateRating.ratingValue: '],
    [[{ ...reference, aggregateRating: { ratingValue: 4, ratingCount: -1 } }], '0.aggregateRating.ratingCount: '],
    [[{ ...reference, aggregateRating: { ratingValue: 4, ratingCount: 1.5 } }], '0.aggregateRating.ratingCount: '],
    [[{ ...reference, aggregateRating: { ratingValue: Infinity } }], '0.aggregateRating.ratingValue: '],
    [[{ ...reference, aggregateRating: { ratingValue: 4, weight: 9 } }], '0.aggregateRating.weight: '],
  ])('%# is refused', (items, words) => {
    expect(wrongWith(itemReferences, items)).toContain(words);
  });

  it('makes lists of single names, and fills in schema.org’s own scale', () => {
    const [read] = v.parse(itemReferences, [{ ...reference, genre: 'Drama', aggregateRating: { ratingValue: 4 } }]);
    expect(read).toMatchObject({
      identifier: ['imdb:tt0133093'],
      genre: ['Drama'],
      aggregateRating: { ratingValue: 4, bestRating: 5, worstRating: 1 },
    });
  });
});

describe('what goes out', () => {
  const mark = { '@type': 'Rating', ratingValue: 4, bestRating: 5, worstRating: 0.5 } as const;
  const review = {
    '@type': 'Review',
    itemReviewed: { '@type': 'Movie', name: 'Film', identifier: [], sameAs: [] },
    reviewRating: mark,
  } as const;
  const page = { '@context': 'https://schema.org', items: [] } as const;

  it('drops what a handler adds to a review, at every depth', () => {
    const leaky = {
      ...page,
      secret: 1,
      items: [
        {
          ...review,
          source: 'person',
          itemReviewed: { ...review.itemReviewed, id: 'internal' },
          reviewRating: { ...mark, value: 80 },
          reviewAspect: [{ ...mark, reviewAspect: 'sound', note: 'private' }],
        },
      ],
    };
    expect(v.parse(reviewPage, leaky)).toEqual({
      ...page,
      items: [{ ...review, reviewAspect: [{ ...mark, reviewAspect: 'sound' }] }],
    });
  });

  it('drops what a handler adds to a preference', () => {
    const preference = {
      '@type': 'PropertyValue',
      propertyID: 'diet',
      value: 'vegan',
      valueReference: 'must',
    } as const;
    const leaky = { ...page, items: [{ ...preference, isPrivate: false, id: 'internal' }] };
    expect(v.parse(preferencePage, leaky)).toEqual({ ...page, items: [preference] });
  });

  it('tells of a place in an order nothing but the index', () => {
    expect(v.parse(rankedItems, [{ index: 1, value: 97, causes: ['rated'] }])).toEqual([{ index: 1 }]);
  });

  it('never tells in a grant what was kept back', () => {
    const held = {
      id: 'a',
      person: 'b',
      scope: [{ collection: 'ratings', kinds: ['Movie'], without: ['secret'], filter: { min: 50, hidden: 1 } }],
      purpose: 'CustomerCare',
      agreement: 'SD-BASE',
      retention: 'P1D',
      sharing: 'none',
      from: '2026-01-02T03:04:05.000Z',
      uses: 'many',
      status: 'active',
      usedCalls: [],
      session: 'session',
    };
    const told = v.parse(grant, held);
    expect(JSON.stringify(told)).not.toMatch(/secret|hidden|usedCalls|session/u);
    expect(told.scope).toEqual([{ collection: 'ratings', kinds: ['Movie'], filter: { min: 50 } }]);
  });

  it('is never more than a page', () => {
    expect(wrongWith(reviewPage, { ...page, items: many(PAGE_LIMIT + 1, review) })).toContain('items: ');
  });
});
