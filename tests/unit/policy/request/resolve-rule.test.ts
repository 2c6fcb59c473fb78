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

  it('proposes the nearest, and whose distance nobody knows last', () => {
    const all = [candidate('a'), candidate('b', { distanceMetres: 900 }), candidate('c', { distanceMetres: 300 })];
    expect(resolveRule({ ...RULE, pick: 'nearest' }, all, DEADLINE)).toMatchObject({ thread: 'c', others: ['b', 'a'] });
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
