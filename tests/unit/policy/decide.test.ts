import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenNeed, GrantStatus } from '../../../src/domain/grant.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import { decide, type ReadCall } from '../../../src/policy/decide.ts';
import { heldOf, vendorOf } from '../../support/grant-samples.ts';

const CALLS: ReadCall[] = ['ratings', 'preferences', 'rank'];
const ratings: GivenNeed = { collection: 'ratings' };
const preferences: GivenNeed = { collection: 'preferences' };
const rank: GivenNeed = { collection: 'ratings', derive: 'rank' };
const rankPreferences: GivenNeed = { collection: 'preferences', derive: 'rank' };

function served(scope: readonly GivenNeed[]): ReadCall[] {
  return CALLS.filter((call) => decide({ vendor: vendorOf(), held: [heldOf({ scope })], call }).kind === 'allow');
}

describe('decide', () => {
  it.each<[string, GivenNeed[], ReadCall[]]>([
    ['nothing', [], []],
    ['ratings', [ratings], ['ratings', 'rank']],
    ['ratings for ordering alone', [rank], ['rank']],
    ['preferences', [preferences], ['preferences']],
    ['preferences for ordering alone', [rankPreferences], ['rank']],
    ['intentions', [{ collection: 'intentions' }], []],
    ['ratings of no kind at all', [{ ...ratings, kinds: [] }], ['ratings', 'rank']],
    ['everything', [ratings, preferences, rank], ['ratings', 'preferences', 'rank']],
  ])('serves whom %s were given the right calls', (_name, scope, calls) => {
    expect(served(scope)).toEqual(calls);
  });

  it.each([
    ['never chosen', undefined],
    ['not connected', vendorOf({ isConnected: false })],
    ['blocked', vendorOf({ isBlocked: true })],
    ['blocked and not connected', vendorOf({ isBlocked: true, isConnected: false })],
  ])('serves an origin that is %s nothing, whatever it holds', (_name, vendor) => {
    expect(decide({ vendor, held: [heldOf()], call: 'ratings' })).toEqual({ kind: 'deny' });
  });

  it.each<GrantStatus>(['ended', 'revoked', 'withdrawn', 'replaced', 'used'])(
    'does not serve under a grant that is %s',
    (status) => {
      expect(decide({ vendor: vendorOf(), held: [heldOf({ status })], call: 'ratings' }).kind).toBe('deny');
      expect(decide({ vendor: vendorOf(), held: [heldOf({ status })], call: 'ratings' }, [heldOf().id]).kind).toBe(
        'deny',
      );
    },
  );

  it('serves each call of a just-once grant one time, and its pages', () => {
    const once = heldOf({ duration: 'once', scope: [ratings, preferences], usedCalls: ['ratings'] });
    const kindOf = (call: ReadCall, continued: RecordId[] = []) =>
      decide({ vendor: vendorOf(), held: [once], call }, continued).kind;
    expect(kindOf('ratings')).toBe('deny');
    expect(kindOf('ratings', [once.id])).toBe('allow');
    expect(kindOf('preferences')).toBe('allow');
    const used = { ...once, status: 'used' as const, usedCalls: ['ratings', 'preferences'] };
    expect(decide({ vendor: vendorOf(), held: [used], call: 'ratings' }, [once.id]).kind).toBe('allow');
    const revoked = { ...used, status: 'revoked' as const };
    expect(decide({ vendor: vendorOf(), held: [revoked], call: 'ratings' }, [once.id]).kind).toBe('deny');
  });

  it('puts first what lasts longest, and just-once last', () => {
    const held = [
      heldOf({ id: 'once' as RecordId, duration: 'once', untilMs: 9e15 }),
      heldOf({ id: 'hour' as RecordId, duration: 'hour', untilMs: 10 }),
      heldOf({ id: 'ever' as RecordId }),
      heldOf({ id: 'month' as RecordId, duration: 'month', untilMs: 20 }),
    ];
    const verdict = decide({ vendor: vendorOf(), held, call: 'ratings' });
    expect(verdict.kind === 'allow' && verdict.covering.map(({ grant }) => grant.id)).toEqual([
      'ever',
      'month',
      'hour',
      'once',
    ]);
  });

  it('never allows by a grant that does not hold, or to one that was given no such need', () => {
    const need = fc.constantFrom(ratings, preferences, rank, rankPreferences);
    const grant = fc.record({
      status: fc.constantFrom<GrantStatus>('active', 'ended', 'revoked', 'used'),
      scope: fc.array(need, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(grant), fc.constantFrom(...CALLS), (grants, call) => {
        const verdict = decide({ vendor: vendorOf(), held: grants.map(heldOf), call });
        const covering = verdict.kind === 'allow' ? verdict.covering : [];
        expect(covering.every(({ grant: { status } }) => status === 'active')).toBe(true);
        expect(covering.every(({ need: { derive } }) => call === 'rank' || derive === undefined)).toBe(true);
        expect(verdict.kind === 'deny').toBe(covering.length === 0);
      }),
    );
  });
});
