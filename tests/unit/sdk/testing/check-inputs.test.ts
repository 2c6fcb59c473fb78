import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { vendorCalls } from '../../../../src/protocol/vendor-wire.ts';
import {
  checkAsk,
  checkItems,
  checkPreferenceQuery,
  checkRatingQuery,
} from '../../../../src/sdk/testing/check-inputs.ts';
import { askFor } from './examples.ts';

/** Values that are right somewhere, wrong elsewhere, and the usual strangers. */
const strangers = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  'x',
  0,
  1,
  1.5,
  100,
  101,
  -1,
  500,
  501,
  true,
  [],
  {},
  ['Movie'],
  ['Nonsense'],
  ['diet'],
  ['Not a key'],
  'rank',
  'none',
  ['Acme'],
  [''],
  'P30D',
  'P',
  'PT',
  'P1Y6M',
  'PT12H',
  '2024',
  '2024-02-30',
  '2024-02-29',
  'soon',
  'SD-BASE',
  'ieee-7012:SD-BASE',
  'sd',
  'Marketing',
  'ratings',
  'preferences',
  ['dateCreated'],
  { min: 1 },
  { min: 0 },
  { since: '2024' },
  { other: 1 },
  'imdb:tt0133093',
  ['imdb:tt0133093'],
  'nothing',
  [{ collection: 'ratings' }],
  { ratingValue: 4 },
  { ratingValue: 6 },
  { ratingValue: 6, bestRating: 10 },
  { ratingValue: 4, bestRating: 1 },
  'x'.repeat(301),
);

function changed(base: Record<string, unknown>, keys: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  return fc.tuple(fc.constantFrom(...keys), strangers).map(([key, value]) => ({ ...base, [key]: value }));
}

function takes(check: (input: unknown) => unknown, input: unknown): boolean {
  try {
    check(input);
    return true;
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: 'DataError' });
    return false;
  }
}

/** The double's checks are written by hand, since the SDK carries no package: here they are held to the real ones. */
function agree(schema: v.GenericSchema, check: (input: unknown) => unknown, inputs: fc.Arbitrary<unknown>): void {
  fc.assert(
    fc.property(inputs, (input) => {
      const sent: unknown = JSON.parse(JSON.stringify(input));
      expect(takes(check, sent)).toBe(v.safeParse(schema, sent).success);
    }),
    { numRuns: 1_500 },
  );
}

describe('the checks of the test double', () => {
  it('call too many too many, not wrong', () => {
    const tooMany = { name: 'QuotaExceededError' };
    const identifiers = Array.from({ length: 501 }, () => 'imdb:tt0133093');
    expect(() => checkRatingQuery({ identifiers })).toThrow(expect.objectContaining(tooMany));
    expect(() => checkItems(identifiers.map((identifier) => ({ identifier })))).toThrow(
      expect.objectContaining(tooMany),
    );
  });

  it('take the asks that Sayso takes', () => {
    const need = { collection: 'ratings' };
    const needs = changed(need, ['collection', 'kinds', 'keys', 'fields', 'filter', 'derive', 'other']);
    agree(
      vendorCalls.request.input,
      checkAsk,
      fc.oneof(
        strangers,
        needs.map((each) => askFor([each as never])),
        changed(loose(askFor([{ collection: 'ratings' }])), [
          'id',
          'text',
          'purpose',
          'required',
          'optional',
          'retention',
          'sharing',
          'agreement',
          'other',
        ]),
      ),
    );
  });

  it('take the queries that Sayso takes', () => {
    const keys = ['kinds', 'keys', 'identifiers', 'since', 'limit', 'cursor', 'other'];
    const queries = changed({}, keys);
    agree(vendorCalls.ratings.input, checkRatingQuery, queries);
    agree(vendorCalls.preferences.input, checkPreferenceQuery, queries);
  });

  it('take the lists to rank that Sayso takes', () => {
    const keys = ['identifier', 'name', '@type', 'genre', 'brand', 'creator', 'isPartOf', 'aggregateRating', 'other'];
    agree(
      vendorCalls.rank.input,
      checkItems,
      fc.oneof(
        strangers,
        changed({ identifier: 'imdb:tt0133093' }, keys).map((item) => [item]),
      ),
    );
  });

  it.each([
    [{ ...askFor([]), purpose: 'Fun' }, /^purpose: one of /u],
    [askFor([{ collection: 'ratings', filter: { min: 0 } }]), /^required\[0\]\.filter\.min: a number from 1 to 100$/u],
    [{ ...askFor([{ collection: 'ratings' }]), extra: 1 }, /^extra: not a known field$/u],
    [askFor([]), /required and optional are both empty/u],
  ])('name path and rule: %#', (ask, message) => {
    expect(() => checkAsk(ask)).toThrow(message);
  });
});

function loose(ask: object): Record<string, unknown> {
  return { ...ask };
}
