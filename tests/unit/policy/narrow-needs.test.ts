import { describe, expect, it } from 'vitest';
import type { GivenNeed } from '../../../src/domain/grant.ts';
import { LAST } from '../../../src/policy/moment-bound.ts';
import { narrowNeeds, rangeOfNeeds, type ReadQuery } from '../../../src/policy/narrow-needs.ts';

const ratings: GivenNeed = { collection: 'ratings' };

function narrowed(need: Partial<GivenNeed>, query: ReadQuery): GivenNeed {
  return narrowNeeds([{ ...ratings, ...need }], query)[0]!;
}

describe('narrowNeeds', () => {
  it('leaves what the query does not name', () => {
    const need: GivenNeed = { ...ratings, kinds: ['Movie'], keys: ['a'], filter: { since: '2020', min: 5 } };
    expect(narrowNeeds([need], {})).toEqual([need]);
  });

  it('keeps to what both name', () => {
    expect(narrowed({ kinds: ['Movie', 'Book'] }, { kinds: ['Book', 'Place'] }).kinds).toEqual(['Book']);
    expect(narrowed({}, { kinds: ['Book'] }).kinds).toEqual(['Book']);
    expect(narrowed({ kinds: [] }, { kinds: ['Book'] }).kinds).toEqual([]);
    expect(narrowed({ kinds: ['Movie'] }, { kinds: [] }).kinds).toEqual([]);
    expect(narrowed({ keys: ['a', 'b'] }, { keys: ['b', 'c'] }).keys).toEqual(['b']);
  });

  it.each([
    [undefined, '2020', '2020'],
    ['2020', undefined, '2020'],
    ['2020', '2021-05', '2021-05'],
    ['2021-05', '2020', '2021-05'],
    ['2020-01-01T00:00:00+02:00', '2020-01-01', '2020-01-01'],
    ['nonsense', '2020', 'nonsense'],
    ['2020', 'nonsense', 'nonsense'],
  ])('of %s and %s takes the later, or what can not be read', (own, asked, expected) => {
    const need = own === undefined ? {} : { filter: { since: own, max: 9 } };
    const { filter } = narrowed(need, { since: asked });
    expect(filter?.since).toBe(expected);
    expect(filter?.max).toBe(own === undefined ? undefined : 9);
  });
});

describe('rangeOfNeeds', () => {
  it.each<[string, GivenNeed[], ReturnType<typeof rangeOfNeeds>]>([
    ['no need', [], { kinds: [], since: LAST, until: '' }],
    ['one for everything', [ratings], { since: '', until: LAST }],
    ['one kind', [{ ...ratings, kinds: ['Book'] }], { kinds: ['Book'], since: '', until: LAST }],
    [
      'several',
      [
        { ...ratings, kinds: ['Book'], filter: { since: '2020-01-01', until: '2021' } },
        { ...ratings, kinds: ['Movie', 'Book'], filter: { since: '2019-05', until: '2020' } },
      ],
      { kinds: ['Book', 'Movie'], since: '2019-05', until: '2021' },
    ],
    ['one for every kind beside', [{ ...ratings, kinds: ['Book'] }, ratings], { since: '', until: LAST }],
    ['a date that is none', [{ ...ratings, filter: { since: 'x' } }], { since: LAST, until: '' }],
  ])('of %s', (_name, needs, expected) => {
    expect(rangeOfNeeds(needs)).toEqual(expected);
  });
});
