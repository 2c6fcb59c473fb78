import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../../src/domain/quote.ts';
import type { ThreadId } from '../../../../src/domain/ids.ts';
import { ruleOutcome } from '../../../../src/policy/request/rule-outcome.ts';
import { DAY, decimal, euro, HOUR, NOW, offer, quantity, quote, request } from '../../../support/request-samples.ts';

const DEADLINE = NOW + 9 * HOUR;
const [line] = request().lines;
const RULE = { pick: 'cheapest', price: euro('520'), deadlineMs: DEADLINE } as const;
const REQUEST = request({ lines: [line!], rule: RULE });
const LIGHT = {
  property: 'weight',
  value: { kind: 'number', value: decimal('9'), unit: quantity('1', 'KGM').unit },
} as const;
const IN_TIME = { fromDays: 1, toDays: 3 };

function standing(thread: string, changes: Partial<Quote> = {}, quotedAtMs = NOW) {
  const lines = [offer({ properties: [LIGHT], leadTime: IN_TIME })];
  return { thread: thread as ThreadId, quote: quote(thread, { lines, ...changes }), quotedAtMs };
}

describe('ruleOutcome', () => {
  it('is nothing without a rule, and waits until its deadline', () => {
    expect(ruleOutcome(request(), [standing('a')], DEADLINE)).toBeUndefined();
    expect(ruleOutcome(REQUEST, [standing('a')], DEADLINE - 1)).toEqual({ kind: 'waiting', untilMs: DEADLINE });
  });

  it('proposes whom the rule picks among those that say yes to all of it, whatever order they are read in', () => {
    const cheap = standing('cheap', { freight: { kind: 'included' } }, NOW + HOUR);
    const dear = standing('dear');
    const heavy = standing('heavy', { lines: [offer({ leadTime: IN_TIME })] });
    const outcome = ruleOutcome(REQUEST, [dear, heavy, cheap], DEADLINE);
    expect(outcome).toEqual({
      kind: 'proposed',
      thread: 'cheap',
      others: ['dear'],
      missed: [{ thread: 'heavy', because: 'must-not-met' }],
    });
    expect(ruleOutcome(REQUEST, [cheap, heavy, dear], DEADLINE)).toEqual(outcome);
  });

  it('does not change by waiting while the quotes are valid: days are counted from when they were quoted', () => {
    const close = request({ lines: [line!], rule: RULE, neededBy: REQUEST.neededBy! });
    const slow = standing('slow', {
      lines: [offer({ properties: [LIGHT], leadTime: { fromDays: 1, toDays: 18 } })],
      validUntilMs: NOW + 9 * DAY,
    });
    expect(ruleOutcome(close, [slow], DEADLINE)).toMatchObject({ kind: 'proposed' });
    expect(ruleOutcome(close, [slow], DEADLINE + 5 * DAY)).toEqual(ruleOutcome(close, [slow], DEADLINE));
  });
});
