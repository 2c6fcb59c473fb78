import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filter, type Need, RATING_FIELDS } from '../../../src/domain/ask.ts';
import { isWithinAsk, narrows } from '../../../src/policy/scope.ts';
import { ask } from '../../support/granting.ts';

describe('narrows', () => {
  const need: Need = {
    collection: 'ratings',
    kinds: ['Movie', 'Book'],
    fields: ['reviewBody'],
    filter: { since: '2020', until: '2021', min: 20, max: 80 },
  };

  it.each<[string, Partial<Need>, boolean]>([
    ['the same', {}, true],
    ['fewer kinds', { kinds: ['Movie'] }, true],
    ['no kinds', { kinds: [] }, true],
    ['another kind', { kinds: ['Movie', 'Place'] }, false],
    ['no fields', { fields: [] }, true],
    ['another field', { fields: ['keywords'] }, false],
    ['a tighter filter', { filter: { since: '2020-02', until: '2020-03', min: 30, max: 70 } }, true],
    ['the same start in other words', { filter: { ...need.filter, since: '2020-01-01T00:00:00Z' } }, true],
    ['an earlier start', { filter: { ...need.filter, since: '2019' } }, false],
    ['a later end', { filter: { ...need.filter, until: '2021-01-02' } }, false],
    ['a lower mark', { filter: { ...need.filter, min: 19 } }, false],
    ['a higher mark', { filter: { ...need.filter, max: 81 } }, false],
    ['a filter with less in it', { filter: { since: '2020', until: '2021', min: 20 } }, false],
    ['no filter', { filter: {} }, false],
    ['a date that is none', { filter: { ...need.filter, since: 'z' } }, false],
    ['another collection', { collection: 'preferences' }, false],
    ['an order instead', { derive: 'rank' }, false],
  ])('given %s', (_name, given, expected) => {
    expect(narrows({ ...need, ...given }, need)).toBe(expected);
  });

  it('takes nothing for everything: an absent list is a part of an absent one only', () => {
    expect(narrows({ collection: 'ratings' }, need)).toBe(false);
    expect(narrows({ collection: 'ratings' }, { collection: 'ratings' })).toBe(true);
    expect(narrows({ collection: 'preferences', keys: ['diet'] }, { collection: 'preferences' })).toBe(true);
    expect(narrows({ collection: 'preferences' }, { collection: 'preferences', keys: [] })).toBe(false);
  });

  it('does not let an asked date that is none stand for no bound', () => {
    expect(narrows({ collection: 'ratings' }, { collection: 'ratings', filter: { since: 'z' } })).toBe(false);
  });

  const filter = fc.record<Filter>(
    { since: fc.constantFrom('2019', '2020', '2021'), min: fc.nat(9), max: fc.nat(9) },
    { requiredKeys: [] },
  );
  const anyNeed = fc.record<Need>(
    {
      collection: fc.constantFrom('ratings', 'preferences'),
      kinds: fc.subarray(['Movie' as const, 'Book' as const]),
      keys: fc.subarray(['a', 'b']),
      fields: fc.subarray([...RATING_FIELDS]),
      filter,
    },
    { requiredKeys: ['collection'] },
  );

  it('holds for itself, and for a part of a part', () => {
    fc.assert(
      fc.property(anyNeed, anyNeed, anyNeed, (one, two, three) => {
        expect(narrows(one, one)).toBe(true);
        expect(!(narrows(one, two) && narrows(two, three)) || narrows(one, three)).toBe(true);
        expect(isWithinAsk([one], ask([], { optional: [one] }))).toBe(true);
      }),
    );
  });

  it('is for each part of a scope', () => {
    expect(isWithinAsk([need, { ...need, kinds: ['Place'] }], ask([need]))).toBe(false);
    expect(isWithinAsk([], ask([need]))).toBe(true);
  });
});
