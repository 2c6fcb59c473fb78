import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../../src/domain/clock.ts';
import type { Duration, Grant, GrantChange, GrantStatus } from '../../../src/domain/grant.ts';
import type { GivenNeed } from '../../../src/domain/grant.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import { foldGrants, ONCE_MS, turnsOf } from '../../../src/policy/fold-grants.ts';
import { changeOf, grantOf } from '../../support/grant-samples.ts';

const FROM = 1_000_000;

function statusAt(
  grant: Partial<Grant>,
  changes: readonly Partial<GrantChange>[],
  nowMs = FROM,
  session = 'here',
): GrantStatus {
  const full = grantOf({ fromMs: FROM, ...grant });
  const [held] = foldGrants(
    [full],
    changes.map((change) => changeOf(full, change)),
    { nowMs, session },
  );
  return held!.status;
}

describe('foldGrants', () => {
  it.each<[string, Partial<Grant>, Partial<GrantChange>[], number, GrantStatus]>([
    ['until stopped', {}, [], FROM + 1e12, 'active'],
    ['a moment before its end', { untilMs: FROM + 10 }, [], FROM + 9, 'active'],
    ['at its end', { untilMs: FROM + 10 }, [], FROM + 10, 'ended'],
    ['before a shorter end', { untilMs: FROM + 10 }, [{ kind: 'shortened', untilMs: FROM + 5 }], FROM + 4, 'active'],
    ['at a shorter end', { untilMs: FROM + 10 }, [{ kind: 'shortened', untilMs: FROM + 5 }], FROM + 5, 'ended'],
    ['at an end first set', {}, [{ kind: 'shortened', untilMs: FROM + 5 }], FROM + 5, 'ended'],
    ['never made longer', { untilMs: FROM + 10 }, [{ kind: 'shortened', untilMs: FROM + 50 }], FROM + 10, 'ended'],
    ['revoked', {}, [{ kind: 'revoked' }], FROM, 'revoked'],
    ['revoked, and over anyway', { untilMs: FROM + 10 }, [{ kind: 'revoked' }], FROM + 99, 'revoked'],
    ['withdrawn', {}, [{ kind: 'withdrawn' }], FROM, 'withdrawn'],
    ['replaced', {}, [{ kind: 'replaced' }], FROM, 'replaced'],
    [
      'first withdrawn, then revoked',
      {},
      [
        { kind: 'revoked', atMs: 9 },
        { kind: 'withdrawn', atMs: 8 },
      ],
      FROM,
      'withdrawn',
    ],
    ['of this session', { duration: 'session', session: 'here' }, [], FROM, 'active'],
    ['of another session', { duration: 'session', session: 'there' }, [], FROM, 'ended'],
    ['of no session', { duration: 'session' }, [], FROM, 'ended'],
    ['once, not yet used', { duration: 'once' }, [], FROM + ONCE_MS - 1, 'active'],
    ['once, never used', { duration: 'once' }, [], FROM + ONCE_MS, 'ended'],
    ['once, used', { duration: 'once' }, [{ kind: 'used', call: 'ratings' }], FROM, 'used'],
    ['once, used and long ago', { duration: 'once' }, [{ kind: 'used', call: 'ratings' }], FROM + ONCE_MS, 'used'],
    [
      'once, used and revoked',
      { duration: 'once' },
      [{ kind: 'used', call: 'ratings' }, { kind: 'revoked' }],
      FROM,
      'revoked',
    ],
  ])('%s: is what it should be', (_name, grant, changes, nowMs, status) => {
    expect(statusAt(grant, changes, nowMs)).toBe(status);
  });

  it('has a turn for each collection, and is used when all are spent', () => {
    const scope: GivenNeed[] = [
      { collection: 'ratings' },
      { collection: 'preferences' },
      { collection: 'ratings', derive: 'rank' },
    ];
    expect(turnsOf({ scope })).toEqual(['ratings', 'preferences', 'rank']);
    const once = { duration: 'once' as const, scope };
    expect(
      statusAt(once, [
        { kind: 'used', call: 'ratings' },
        { kind: 'used', call: 'rank' },
      ]),
    ).toBe('active');
    const all = (['ratings', 'rank', 'preferences'] as const).map((call) => ({ kind: 'used' as const, call }));
    expect(statusAt(once, all)).toBe('used');
    expect(statusAt({ duration: 'once', scope: [{ collection: 'intentions' }] }, [])).toBe('active');
  });

  it('keeps grants apart, in their order, and each change with its own', () => {
    const [first, second] = [grantOf({ id: 'a' as RecordId }), grantOf({ id: 'b' as RecordId })];
    const held = foldGrants([first, second], [changeOf(second, { kind: 'revoked' })], { nowMs: FROM, session: 'here' });
    expect(held.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'active'],
      ['b', 'revoked'],
    ]);
  });

  const durations: Duration[] = ['once', 'hour', 'session', 'month', 'until-stopped'];
  const grants = fc.record({
    duration: fc.constantFrom(...durations),
    untilMs: fc.option(fc.nat(100), { nil: undefined }),
    session: fc.constantFrom('here', 'there'),
  });
  const change = fc.record<Partial<GrantChange>>(
    {
      kind: fc.constantFrom('revoked', 'withdrawn', 'shortened', 'used', 'replaced'),
      untilMs: fc.nat(100),
      atMs: fc.nat(100),
      createdAt: fc.nat(9).map((digit) => String(digit) as Stamp),
    },
    { requiredKeys: ['kind', 'atMs', 'createdAt'] },
  );

  it('never becomes active again, whatever else happens and however late it gets', () => {
    fc.assert(
      fc.property(
        grants,
        fc.array(change),
        fc.array(change),
        fc.nat(200),
        fc.nat(200),
        (grant, some, more, nowMs, laterMs) => {
          const full = grantOf({
            fromMs: 0,
            duration: grant.duration,
            session: grant.session,
            ...(grant.untilMs !== undefined && { untilMs: grant.untilMs }),
          });
          const fold = (changes: readonly Partial<GrantChange>[], atMs: number) =>
            foldGrants(
              [full],
              changes.map((one) => changeOf(full, one)),
              { nowMs: atMs, session: 'here' },
            )[0]!.status;
          const before = fold(some, nowMs);
          const after = fold([...some, ...more], nowMs + laterMs);
          expect(before !== 'active' && after === 'active').toBe(false);
        },
      ),
    );
  });
});
