import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filter, RATING_FIELDS } from '../../../src/domain/ask.ts';
import type { Stamp } from '../../../src/domain/clock.ts';
import type { GivenNeed } from '../../../src/domain/grant.ts';
import type { ItemId, RecordId } from '../../../src/domain/ids.ts';
import type { ItemKind } from '../../../src/domain/item.ts';
import { readMoment } from '../../../src/domain/moment.ts';
import type { Preference } from '../../../src/domain/preference.ts';
import { minimisePreferences, minimiseRatings, type RatedItem } from '../../../src/policy/minimise.ts';
import { narrowNeeds, rangeOfNeeds } from '../../../src/policy/narrow-needs.ts';
import { preferencesForRank } from '../../../src/policy/rank-basis.ts';
import { stars } from '../../support/samples.ts';

const STAMP = '000000000000000aaaaaaaa' as Stamp;

function rated(
  id: string,
  { kind = 'Movie', value = 50, at = '2020-06-15' }: { kind?: ItemKind; value?: number; at?: string } = {},
): RatedItem {
  const itemId = id as ItemId;
  const stamps = { createdAt: STAMP, updatedAt: STAMP };
  return {
    item: { id: itemId, kind, name: id, identifiers: [], ...stamps },
    rating: {
      itemId,
      kind,
      value,
      given: stars(value / 20),
      ratedAt: readMoment(at)!,
      text: 'words',
      tags: ['tag'],
      aspects: [{ name: 'sound', given: stars(3) }],
      editedAt: readMoment('2025')!,
      source: 'person',
      ...stamps,
    },
  };
}

function wish(id: string, rest: Partial<Preference> = {}): Preference {
  return {
    id: id as RecordId,
    key: 'brand',
    value: 'x',
    strength: 'prefer',
    isPrivate: false,
    createdAt: STAMP,
    updatedAt: STAMP,
    ...rest,
  };
}

function goes(record: RatedItem, need: Omit<GivenNeed, 'collection'>): boolean {
  return minimiseRatings([record], [{ collection: 'ratings', ...need }]).length === 1;
}

describe('minimiseRatings', () => {
  it.each<[Filter, string, boolean]>([
    [{ since: '2020' }, '2020', true],
    [{ since: '2020-01-01' }, '2020', true],
    [{ since: '2020-01-01T00:00:00Z' }, '2020', true],
    [{ since: '2020-01-02' }, '2020', false],
    [{ since: '2020-06-15' }, '2020-06-15', true],
    [{ since: '2020-06-15' }, '2020-06-15T00:00:00.000Z', true],
    [{ since: '2020-06-15T02:00:00+02:00' }, '2020-06-15', true],
    [{ since: '2020-06-15T00:00:00.001Z' }, '2020-06-15', false],
    [{ since: '2020-06-01' }, '2020-06', true],
    [{ since: '2020-06-02' }, '2020-06', false],
    [{ until: '2020-06-15' }, '2020-06-15', false],
    [{ until: '2020-06-15' }, '2020-06', true],
    [{ until: '2020-06-01' }, '2020-06', false],
    [{ until: '2020-01-01' }, '2020', false],
    [{ until: '2020-06-15T00:00:00.001Z' }, '2020-06-15', true],
    [{ until: '2020' }, '2019-12-31T23:59:59.999Z', true],
    [{ since: '2020', until: '2020' }, '2020', false],
    [{ since: 'some day' }, '2020', false],
    [{ until: 'some day' }, '2020', false],
  ])('with %j a rating of %s goes: %s', (filter, at, expected) => {
    expect(goes(rated('a', { at }), { filter })).toBe(expected);
  });

  it.each<[Filter, number, boolean]>([
    [{ min: 50 }, 50, true],
    [{ min: 51 }, 50, false],
    [{ max: 50 }, 50, true],
    [{ max: 49 }, 50, false],
    [{ min: 60, max: 40 }, 50, false],
    [{}, 1, true],
  ])('with %j a mark of %i goes: %s', (filter, value, expected) => {
    expect(goes(rated('a', { value }), { filter })).toBe(expected);
  });

  it('takes an absent list of kinds for all and an empty one for none', () => {
    expect(goes(rated('a'), {})).toBe(true);
    expect(goes(rated('a'), { kinds: [] })).toBe(false);
    expect(goes(rated('a'), { kinds: ['Movie'] })).toBe(true);
    expect(goes(rated('a'), { kinds: ['Book'] })).toBe(false);
  });

  it('keeps back what was kept back, and gives nothing for an order or of another collection', () => {
    expect(goes(rated('a'), { without: ['a' as RecordId] })).toBe(false);
    expect(goes(rated('a'), { without: ['b' as RecordId] })).toBe(true);
    expect(goes(rated('a'), { derive: 'rank' })).toBe(false);
    expect(minimiseRatings([rated('a')], [{ collection: 'preferences' }, { collection: 'intentions' }])).toEqual([]);
  });

  it('joins the fields of the needs that cover a record, and of no others', () => {
    const needs: GivenNeed[] = [
      { collection: 'ratings', kinds: ['Movie'], fields: ['reviewBody'] },
      { collection: 'ratings', fields: ['dateCreated'] },
      { collection: 'ratings', kinds: ['Book'], fields: ['keywords', 'reviewAspect'] },
      { collection: 'ratings', derive: 'rank', fields: ['keywords'] },
    ];
    const [movie, book, place] = minimiseRatings(
      [rated('m'), rated('b', { kind: 'Book' }), rated('p', { kind: 'Place' })],
      needs,
    );
    expect(movie).toMatchObject({
      fields: ['reviewBody', 'dateCreated'],
      coveredBy: [0, 1],
      rating: { text: 'words' },
    });
    expect(Object.keys(movie!.rating)).not.toContain('tags');
    expect(book).toMatchObject({
      fields: ['dateCreated', 'keywords', 'reviewAspect'],
      coveredBy: [1, 2],
      rating: { tags: ['tag'] },
    });
    expect(Object.keys(book!.rating)).not.toContain('text');
    expect(place).toMatchObject({ fields: ['dateCreated'], coveredBy: [1] });
  });

  const moment = fc.constantFrom(
    '2019',
    '2020',
    '2020-01',
    '2020-06',
    '2020-06-15',
    '2020-06-15T00:00:00.000Z',
    '2020-06-15T12:00:00.000Z',
  );
  const kind = fc.constantFrom<ItemKind>('Movie', 'Book', 'Place');
  const filter = fc.record<Filter>(
    { since: moment, until: moment, min: fc.nat(100), max: fc.nat(100) },
    { requiredKeys: [] },
  );
  const need = fc.record<GivenNeed>(
    {
      collection: fc.constant('ratings'),
      kinds: fc.uniqueArray(kind),
      fields: fc.subarray([...RATING_FIELDS]),
      filter,
      without: fc.subarray(['0', '1', '2'] as string[]) as fc.Arbitrary<RecordId[]>,
    },
    { requiredKeys: ['collection'] },
  );
  const records = fc
    .array(fc.record({ kind, value: fc.integer({ min: 1, max: 100 }), at: moment }), { maxLength: 6 })
    .map((rows) => rows.map((row, index) => rated(String(index), row)));

  it('gives no more for a narrower query, and never more than the needs alone', () => {
    fc.assert(
      fc.property(
        records,
        fc.array(need, { maxLength: 4 }),
        fc.uniqueArray(kind),
        moment,
        (rows, needs, kinds, since) => {
          const all = minimiseRatings(rows, needs);
          const narrow = minimiseRatings(rows, narrowNeeds(needs, { kinds, since }));
          for (const { item, rating, fields } of narrow) {
            const whole = all.find((one) => one.item.id === item.id);
            expect(whole?.fields).toEqual(expect.arrayContaining([...fields]));
            expect(kinds).toContain(rating.kind);
          }
        },
      ),
    );
  });

  it('is the same for one need more as for both alone', () => {
    fc.assert(
      fc.property(records, need, need, (rows, one, other) => {
        const ids = (needs: GivenNeed[]) => minimiseRatings(rows, needs).map(({ item }) => item.id);
        expect(new Set(ids([one, other]))).toEqual(new Set([...ids([one]), ...ids([other])]));
      }),
    );
  });

  it('gives nothing that lies outside the range an index is read in', () => {
    fc.assert(
      fc.property(records, fc.array(need, { minLength: 1, maxLength: 4 }), (rows, needs) => {
        const { kinds, since, until } = rangeOfNeeds(needs);
        for (const { rating } of minimiseRatings(rows, needs)) {
          expect(kinds === undefined || kinds.includes(rating.kind)).toBe(true);
          expect(rating.ratedAt >= since && rating.ratedAt < until).toBe(true);
        }
      }),
    );
  });

  it('never tells words that no need names', () => {
    fc.assert(
      fc.property(records, fc.array(need), (rows, needs) => {
        for (const { rating, fields } of minimiseRatings(rows, needs)) {
          expect('text' in rating).toBe(fields.includes('reviewBody'));
          expect('tags' in rating).toBe(fields.includes('keywords'));
          expect('aspects' in rating).toBe(fields.includes('reviewAspect'));
          expect('editedAt' in rating).toBe(false);
        }
      }),
    );
  });
});

describe('minimisePreferences', () => {
  const all: GivenNeed = { collection: 'preferences' };

  it.each<[string, GivenNeed, Partial<Preference>, boolean]>([
    ['everything', all, {}, true],
    ['a private one', all, { isPrivate: true }, false],
    ['a private one by name', { ...all, keys: ['brand'] }, { isPrivate: true }, false],
    ['its key', { ...all, keys: ['diet', 'brand'] }, {}, true],
    ['another key', { ...all, keys: ['diet'] }, {}, false],
    ['no key', { ...all, keys: [] }, {}, false],
    ['kinds it applies to', { ...all, kinds: ['Book'] }, { kinds: ['Book', 'Movie'] }, true],
    ['kinds it does not apply to', { ...all, kinds: ['Place'] }, { kinds: ['Book'] }, false],
    ['kinds, of one for all', { ...all, kinds: ['Place'] }, {}, true],
    ['kinds, of one for none', { ...all, kinds: ['Place'] }, { kinds: [] }, false],
    ['no kinds', { ...all, kinds: [] }, {}, false],
    ['all but it', { ...all, without: ['p' as RecordId] }, {}, false],
    ['what an order may rest on', { ...all, derive: 'rank' }, {}, false],
    ['ratings', { collection: 'ratings' }, {}, false],
    ['dates, which it has none of', { ...all, filter: { since: '2000' } }, {}, false],
    ['an empty filter', { ...all, filter: {} }, {}, true],
  ])('given %s', (_name, need, preference, expected) => {
    expect(minimisePreferences([wish('p', preference)], [need]).length === 1).toBe(expected);
  });
});

describe('preferencesForRank', () => {
  it('heeds what was given, for ordering or for reading, and nothing private', () => {
    const wishes = [wish('a'), wish('b', { key: 'diet' }), wish('c', { isPrivate: true })];
    const idsFor = (needs: GivenNeed[]) => preferencesForRank(wishes, needs).map(({ id }) => id);
    expect(idsFor([{ collection: 'ratings', derive: 'rank' }])).toEqual([]);
    expect(idsFor([{ collection: 'preferences' }])).toEqual(['a', 'b']);
    expect(idsFor([{ collection: 'preferences', derive: 'rank' }])).toEqual(['a', 'b']);
    expect(idsFor([{ collection: 'preferences', derive: 'rank', keys: ['diet'] }])).toEqual(['b']);
    expect(idsFor([{ collection: 'ratings' }, { collection: 'preferences', derive: 'rank', keys: [] }])).toEqual([]);
  });
});
