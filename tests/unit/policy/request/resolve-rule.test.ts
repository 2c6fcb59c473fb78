import { describe, expect, it } from 'vitest';
import type { ThreadId } from '../../../../src/domain/ids.ts';
import { readMoney } from '../../../../src/domain/money.ts';
import type { Rule } from '../../../../src/domain/request-for-proposals.ts';
import { resolveRule, type RuleCandidate } from '../../../../src/policy/request/resolve-rule.ts';
import type { PricedChoice } from '../../../../src/policy/request/total-to-the-door.ts';
import { DAY, euro, HOUR, NOW, quote } from '../../../support/request-samples.ts';

const DEADLINE = NOW + 9 * HOUR;
const RULE: Rule = { pick: 'cheapest', price: euro('20'), deadlineMs: DEADLINE };

function priced(total = euro('18')): PricedChoice {
  return { kind: 'priced', lines: [], goods: total, isTaxIncluded: true, unknown: [], atLeast: total, total };
}

function candidate(thread: string, changes: Partial<RuleCandidate> = {}): RuleCandidate {
  return {
    thread: thread as ThreadId,
    quote: quote('q'),
    quotedAtMs: NOW,
    price: priced(),
    isWhole: true,
    musts: ['met'],
    ...changes,
  };
}

describe('resolveRule', () => {
  it('waits for its deadline, whoever said yes', () => {
    expect(resolveRule(RULE, [candidate('a')], DEADLINE - 1)).toEqual({ kind: 'waiting', untilMs: DEADLINE });
  });

  it('proposes the cheapest, and of equal ones the first', () => {
    const all = [
      candidate('a'),
      candidate('b', { price: priced(euro('17')) }),
      candidate('c', { price: priced(euro('17')) }),
    ];
    expect(resolveRule(RULE, all, DEADLINE)).toEqual({ kind: 'proposed', thread: 'b', others: ['c', 'a'], missed: [] });
    expect(resolveRule(RULE, all, DEADLINE + DAY)).toEqual(resolveRule(RULE, all, DEADLINE));
  });

  it.each([
    [['c', 'b'], 'c', ['b', 'a', 'd']],
    [['z', 'd'], 'd', ['a', 'b', 'c']],
    [[], 'a', ['b', 'c', 'd']],
    [undefined, 'a', ['b', 'c', 'd']],
  ])('proposes the nearest in the person’s order %j, and then as they came', (order, thread, others) => {
    const all = ['a', 'b', 'c', 'd'].map((one) => candidate(one, { price: priced(euro(one === 'd' ? '1' : '18')) }));
    const rule: Rule = { ...RULE, pick: 'nearest', ...(order && { nearestFirst: order as ThreadId[] }) };
    expect(resolveRule(rule, all, DEADLINE)).toMatchObject({ thread, others });
  });

  it.each([
    ['after-the-deadline', { quotedAtMs: DEADLINE + 1 }],
    ['no-longer-valid', { quote: quote('q', { validUntilMs: DEADLINE }) }],
    ['not-everything', { isWhole: false }],
    ['not-everything', { price: { kind: 'impossible', problem: 'too-few' } }],
    ['must-not-met', { musts: ['met', 'not-said'] }],
    ['total-unknown', { price: (({ total: _total, ...rest }) => rest)(priced()) }],
    ['other-currency', { price: priced(readMoney('20', 'USD')) }],
    ['above-the-price', { price: priced(euro('20.01')) }],
  ] satisfies [string, Partial<RuleCandidate>][])('says why it is nobody: %s', (because, changes) => {
    expect(resolveRule(RULE, [candidate('a', changes)], DEADLINE)).toEqual({
      kind: 'nobody',
      missed: [{ thread: 'a', because }],
    });
  });

  it('takes the price itself', () => {
    expect(resolveRule(RULE, [candidate('a', { price: priced(euro('20')) })], DEADLINE).kind).toBe('proposed');
  });
});
