import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RANK_ITEMS, MIN_RANK_ITEMS, RANK_CALLS_PER_HOUR, rankBudget } from '../../../src/policy/rank-budget.ts';

const NOW = Date.UTC(2025, 0, 1);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALLOW = { kind: 'allow' };

function calls(count: number, atMs: number): number[] {
  return Array.from({ length: count }, () => atMs);
}

describe('rankBudget', () => {
  it.each([
    ['none before', [], ALLOW],
    ['one short of the budget', calls(RANK_CALLS_PER_HOUR - 1, NOW - MINUTE), ALLOW],
    ['the budget spent', calls(RANK_CALLS_PER_HOUR, NOW - MINUTE), { kind: 'deny', reason: 'over-budget' }],
    ['spent this very moment', calls(RANK_CALLS_PER_HOUR, NOW), { kind: 'deny', reason: 'over-budget' }],
    ['spent just within the hour', calls(RANK_CALLS_PER_HOUR, NOW - HOUR + 1), { kind: 'deny', reason: 'over-budget' }],
    ['spent an hour ago', calls(RANK_CALLS_PER_HOUR, NOW - HOUR), ALLOW],
    [
      'spent by a clock a minute ahead',
      calls(RANK_CALLS_PER_HOUR, NOW + MINUTE),
      { kind: 'deny', reason: 'over-budget' },
    ],
    ['spent by a clock years ahead', calls(RANK_CALLS_PER_HOUR, NOW + 9e10), ALLOW],
    ['times that are none', calls(RANK_CALLS_PER_HOUR, Number.NaN), ALLOW],
  ])('with %s', (_case, callsAtMs, verdict) => {
    expect(rankBudget(callsAtMs, 60, NOW)).toEqual(verdict);
  });

  it.each([
    [0, { kind: 'deny', reason: 'too-short' }],
    [MIN_RANK_ITEMS - 1, { kind: 'deny', reason: 'too-short' }],
    [MIN_RANK_ITEMS, ALLOW],
    [MAX_RANK_ITEMS, ALLOW],
    [MAX_RANK_ITEMS + 1, { kind: 'deny', reason: 'too-long' }],
    [Number.NaN, { kind: 'deny', reason: 'too-short' }],
  ])('with a list of %d', (length, verdict) => {
    expect(rankBudget([], length, NOW)).toEqual(verdict);
  });

  it('never allows more than the budget in any hour, however the calls fall', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 * MINUTE }), { minLength: 100, maxLength: 200 }), (pauses) => {
        const allowed: number[] = [];
        let nowMs = NOW;
        for (const pause of pauses) {
          nowMs += pause;
          if (rankBudget(allowed, 60, nowMs).kind === 'allow') {
            allowed.push(nowMs);
          }
        }
        for (const atMs of allowed) {
          const within = allowed.filter((other) => other <= atMs && atMs - other < HOUR);
          expect(within.length).toBeLessThanOrEqual(RANK_CALLS_PER_HOUR);
        }
      }),
      { numRuns: 30 },
    );
  });
});
