import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RevisionCache } from '../../../src/store/cache.ts';
import { earlierFingerprint, fingerprint } from '../../../src/store/fingerprint.ts';
import { secretOf } from '../../../src/store/secret.ts';
import { TallyCounter } from '../../../src/store/tally.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import { testContext } from '../../support/test-context.ts';

describe('fingerprint', () => {
  it('is the same for the same content, in any order, whenever it was written', () => {
    expect(fingerprint({ a: 1, b: { c: [1, 2] }, updatedAt: 'x' })).toBe(
      fingerprint({ b: { c: [1, 2] }, updatedAt: 'y', a: 1 }),
    );
    expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 }));
    expect(fingerprint({ a: 1, deletedAt: 'x' })).toBe(fingerprint({ a: 1, deletedAt: 'y' }));
  });

  it('of what was deleted is known as journals before held it, with the time of that', () => {
    expect(earlierFingerprint({ itemId: 'a1', deletedAt: '2026-11-20', updatedAt: 'x' })).toBe('300854a86e0959be');
  });

  it('minds everything else: order in lists, deeper stamps, types', () => {
    const base = { a: [1, 2], in: { updatedAt: 'x' } };
    for (const other of [
      { ...base, a: [2, 1] },
      { ...base, in: { updatedAt: 'y' } },
      { ...base, a: ['1', 2] },
      { ...base, z: null },
    ]) {
      expect(fingerprint(other)).not.toBe(fingerprint(base));
    }
  });

  it('differs for different texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(fingerprint({ text: one }) === fingerprint({ text: other })).toBe(one === other);
      }),
    );
  });
});

describe('RevisionCache', () => {
  it('forgets everything at another revision', () => {
    const cache = new RevisionCache<string, number>(10);
    cache.set('1', 'a', 1);
    expect(cache.get('1', 'a')).toBe(1);
    expect(cache.get('2', 'a')).toBeUndefined();
    cache.set('2', 'b', 2);
    expect(cache.get('1', 'a')).toBeUndefined();
    expect(cache.has('2', 'a')).toBe(false);
    expect(cache.revision).toBe('2');
  });

  it('keeps so many, and those that were used last', () => {
    const cache = new RevisionCache<string, number>(2);
    cache.set('1', 'a', 1);
    cache.set('1', 'b', 2);
    cache.get('1', 'a');
    cache.set('1', 'c', 3);
    expect([cache.get('1', 'a'), cache.get('1', 'b'), cache.get('1', 'c')]).toEqual([1, undefined, 3]);
    expect(cache.size).toBe(2);
  });

  it('knows a value that is nothing from no value', () => {
    const cache = new RevisionCache<string, undefined>(2);
    cache.set('1', 'a', undefined);
    expect(cache.has('1', 'a')).toBe(true);
  });
});

describe('TallyCounter', () => {
  it('counts what is there and forgets what is not, whatever it is called', () => {
    const rating = {
      kind: 'Movie',
      source: 'person',
      tags: ['__proto__', 'constructor', 'a', 'a'],
    } as unknown as Rating;
    const counter = new TallyCounter();
    counter.replace(undefined, rating);
    const tally = counter.tally();
    expect(tally.total).toBe(1);
    expect(Object.entries(tally.tags).sort()).toEqual([
      ['__proto__', 1],
      ['a', 1],
      ['constructor', 1],
    ]);
    const again = new TallyCounter(tally);
    again.replace(rating, { ...rating, tags: ['a'] });
    again.replace(undefined, { itemId: 'x', deletedAt: 'y' } as unknown as Rating);
    expect(again.tally()).toEqual({
      total: 1,
      kinds: { Movie: 1 },
      tags: { a: 1 },
      sources: { person: 1 },
      undated: {},
    });
  });
});

describe('secretOf', () => {
  it('is made once, and the same for all contexts over one database', async () => {
    const context = testContext();
    const [one, two] = await Promise.all([secretOf(context.database), secretOf(context.reopen().database)]);
    expect(one).toHaveLength(32);
    expect(two).toEqual(one);
    expect(await secretOf(testContext().database)).not.toEqual(one);
  });
});
