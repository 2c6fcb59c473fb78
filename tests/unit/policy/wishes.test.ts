import { describe, expect, it } from 'vitest';
import type { RankItem } from '../../../src/policy/rank-item.ts';
import { judge, readWishes } from '../../../src/policy/wishes.ts';
import { preferenceOf } from './preference-of.ts';

const ACME: RankItem = { name: 'Anvil', kind: 'Product', brand: 'ACME', genre: ['Tools'] };

function judged(item: RankItem, ...preferences: Parameters<typeof preferenceOf>[0][]) {
  return judge(item, readWishes(preferences.map((about) => preferenceOf(about))));
}

describe('judge', () => {
  it('finds nothing to say where nothing is wished', () => {
    expect(judged(ACME)).toEqual({ tier: 0, points: 0, causes: [], tierCauses: [] });
  });

  it.each([
    ['brand', 'acme', 15],
    ['maker', 'Acme', 15],
    ['genre', 'tools', 15],
    ['genre', 'Toys', 0],
    ['shoe-size', 'acme', 0],
    ['brand', '', 0],
  ])('prefers %s %j by %i points', (key, value, points) => {
    expect(judged(ACME, { key, value, strength: 'prefer' }).points).toBe(points);
  });

  it('takes a creator for a maker, not for a brand', () => {
    const item: RankItem = { creator: ['Acme'] };
    expect(judged(item, { key: 'maker', value: 'Acme', strength: 'avoid' }).points).toBeLessThan(0);
    expect(judged(item, { key: 'brand', value: 'Acme', strength: 'avoid' }).points).toBe(0);
  });

  it('finds a series by the free key of that name', () => {
    expect(judged({ isPartOf: 'Dune' }, { key: 'series', value: 'dune', strength: 'never' }).tier).toBe(3);
  });

  it('puts never below every must', () => {
    const wishes = [
      { key: 'brand', value: 'Acme', strength: 'never' },
      { key: 'brand', value: 'Acme', strength: 'must' },
    ] as const;
    expect(judged(ACME, ...wishes)).toMatchObject({ tier: 3, tierCauses: [{ kind: 'never', of: 'Acme' }] });
  });

  it.each([
    ['is met', { brand: 'Acme' }, 0, [{ kind: 'preferred', of: 'Acme' }]],
    ['can not be checked', {}, 1, [{ kind: 'unmet', of: 'Acme' }]],
    ['is not met', { brand: 'Other' }, 2, [{ kind: 'unmet', of: 'Acme' }]],
  ])('puts an item whose must %s in its tier', (_case, item, tier, tierCauses) => {
    expect(judged(item, { key: 'brand', value: 'Acme', strength: 'must' })).toMatchObject({ tier, tierCauses });
  });

  it('asks for one of several musts of a key', () => {
    const musts = ['Acme', 'Apex'].map((value) => ({ key: 'brand', value, strength: 'must' }) as const);
    expect(judged({ brand: 'Apex' }, ...musts).tier).toBe(0);
    expect(judged({ brand: 'Other' }, ...musts).tier).toBe(2);
  });

  it('asks for each of the musts of several keys', () => {
    const musts = [
      { key: 'brand', value: 'Acme', strength: 'must' },
      { key: 'genre', value: 'Toys', strength: 'must' },
    ] as const;
    expect(judged({ brand: 'Acme', genre: ['Toys'] }, ...musts).tier).toBe(0);
    expect(judged({ brand: 'Acme' }, ...musts).tier).toBe(1);
    expect(judged({ brand: 'Other' }, ...musts).tier).toBe(2);
    expect(judged({ brand: 'Acme', genre: ['Tools'] }, ...musts).tier).toBe(2);
  });

  it.each([
    ['all kinds when none are named', undefined, 3],
    ['the kinds that are named', ['Movie', 'Product'], 3],
    ['no other kind', ['Movie'], 0],
    ['nothing when the list is empty', [], 0],
  ] as const)('applies to %s', (_case, kinds, tier) => {
    expect(judged(ACME, { key: 'brand', value: 'Acme', strength: 'never', ...(kinds && { kinds }) }).tier).toBe(tier);
  });

  it('holds a wish for some kinds against no item of an untold kind', () => {
    expect(judged({ brand: 'Acme' }, { key: 'brand', value: 'Acme', strength: 'never', kinds: ['Product'] }).tier).toBe(
      0,
    );
  });

  it.each(['must', 'prefer', 'avoid', 'never'] as const)('never lets a private %s show in the order', (strength) => {
    const secret = { key: 'brand', value: 'Acme', strength, isPrivate: true };
    expect(judged(ACME, secret)).toEqual(judged(ACME));
    expect(judged({ brand: 'Other' }, secret)).toEqual(judged({ brand: 'Other' }));
  });

  it('adds up what is preferred and avoided, naming both', () => {
    const { points, causes } = judged(
      ACME,
      { key: 'brand', value: 'Acme', strength: 'prefer' },
      { key: 'genre', value: 'Tools', strength: 'avoid' },
    );
    expect(points).toBe(-10);
    expect(causes.map(({ cause }) => cause)).toEqual([
      { kind: 'preferred', of: 'Acme' },
      { kind: 'avoided', of: 'Tools' },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes %s for a name like any other', (value) => {
    expect(judged({ brand: value }, { key: 'brand', value, strength: 'never' }).tier).toBe(3);
    expect(judged({ brand: value }, { key: 'brand', value: 'Acme', strength: 'never' }).tier).toBe(0);
  });
});
