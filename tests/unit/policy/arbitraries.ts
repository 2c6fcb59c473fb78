import fc from 'fast-check';
import { STRENGTHS, type Preference } from '../../../src/domain/preference.ts';
import type { RankItem } from '../../../src/policy/rank-item.ts';
import type { RankInput } from '../../../src/policy/rank.ts';
import { buildTaste } from '../../../src/policy/build-taste.ts';
import type { TasteRating } from '../../../src/policy/taste.ts';
import { preferenceOf } from './preference-of.ts';

/** Few enough that they meet, and some that objects inherit. */
const name = fc.constantFrom('Acme', 'acme ', 'Mann', 'Drama', 'Crime', '__proto__', 'constructor', 'toString', '');
const kind = fc.constantFrom('Movie' as const, 'Book' as const, 'Product' as const);
const value = fc.integer({ min: 1, max: 100 });
/** What a vendor could get past a careless reader. */
const wildNumber = fc.oneof(fc.double({ min: 1, max: 100 }), fc.double());

const optional = { requiredKeys: [] };

export const tasteRating: fc.Arbitrary<TasteRating> = fc
  .record(
    {
      creators: fc.array(name, { maxLength: 3 }),
      brand: name,
      series: name,
      genres: fc.array(name, { maxLength: 4 }),
      year: fc.integer({ min: 1900, max: 2030 }),
    },
    optional,
  )
  .chain((facts) => fc.record({ kind, value }).map((rest) => ({ ...facts, ...rest })));

export const tasteRatings = fc.array(tasteRating, { maxLength: 30 });

export const rankItem: fc.Arbitrary<RankItem> = fc.record(
  {
    name: fc.oneof(name, fc.constant('Heat (1995)')),
    kind,
    genre: fc.array(name, { maxLength: 4 }),
    brand: name,
    creator: fc.array(name, { maxLength: 3 }),
    isPartOf: name,
    average: fc.record({ value: wildNumber, count: wildNumber }, { requiredKeys: ['value'] }),
  },
  optional,
);

export const preference: fc.Arbitrary<Preference> = fc
  .record({
    key: fc.constantFrom('brand', 'maker', 'genre', 'series', 'shoe-size'),
    value: name,
    strength: fc.constantFrom(...STRENGTHS),
    isPrivate: fc.boolean(),
    kinds: fc.option(fc.array(kind, { maxLength: 2 }), { nil: undefined }),
  })
  .map(({ kinds, ...rest }) => preferenceOf({ ...rest, ...(kinds && { kinds }) }));

export const rankInput: fc.Arbitrary<RankInput> = fc.record({
  items: fc.array(rankItem, { maxLength: 25 }),
  taste: tasteRatings.map((ratings) => buildTaste(ratings)),
  direct: fc
    .array(fc.tuple(fc.integer({ min: -2, max: 27 }), fc.oneof(value, wildNumber)), { maxLength: 8 })
    .map((entries) => new Map(entries)),
  preferences: fc.array(preference, { maxLength: 5 }),
});
