import { describe, expect, it } from 'vitest';
import { readMoney } from '../../../../src/domain/money.ts';
import type { OfferedLine, Quote } from '../../../../src/domain/quote.ts';
import { quoteProblem } from '../../../../src/policy/request/check-quote.ts';
import { copyForVendor } from '../../../../src/policy/request/copy-for-vendor.ts';
import { ASKED, decimal, euro, NOW, offer, quantity, quote } from '../../../support/request-samples.ts';
import { OPEN } from '../../../support/thread-samples.ts';

const NAME = { id: ASKED.id, person: ASKED.person, copy: 1 };
const WHOLE = copyForVendor(OPEN, 'whole', NAME);
const YEN = readMoney('5', 'JPY')!;

function withOffer(changes: Partial<OfferedLine>): Partial<Quote> {
  return { lines: [offer(changes)] };
}

function tiers(...all: [from: string, amount: string][]): Partial<Quote> {
  const steps = all.map(([from, amount]) => ({ from: decimal(from), amount: euro(amount) }));
  return withOffer({ price: { per: quantity('1'), tiers: steps } });
}

function many<T>(count: number, one: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => one(index));
}

describe('quoteProblem', () => {
  it('is none of a quote that agrees with itself', () => {
    expect(quoteProblem(quote('q'), WHOLE, NOW)).toBeUndefined();
  });

  it('is of any quote that it answers a copy without lines', () => {
    expect(quoteProblem(quote('q'), copyForVendor(OPEN, 'kind', NAME), NOW)).toBe('not-now');
  });

  it.each([
    ['no line', { lines: [] }],
    ['two offers of one key', { lines: [offer(), offer()] }],
    ['a line offered and pending', { lines: [offer(), { kind: 'pending', line: 1 }] }],
    [
      'a line pending twice',
      {
        lines: [
          { kind: 'pending', line: 1 },
          { kind: 'pending', line: 1 },
        ],
      },
    ],
    ['freight in other money', { freight: { kind: 'charged', amount: YEN } }],
    ['handling below nothing', { handling: { kind: 'charged', amount: euro('-1') } }],
    ['tax in other money', { tax: { kind: 'excluded-amount', amount: YEN } }],
    ['tax below nothing', { tax: { kind: 'excluded-rate', percent: decimal('-19') } }],
    ['tax above all', { tax: { kind: 'excluded-rate', percent: decimal('100.1') } }],
    ['an option in other money', withOffer({ options: [{ key: 'o', name: 'O', amount: YEN, per: 'line' }] })],
    ['a price below nothing', tiers(['0', '-1'])],
    ['no price', tiers()],
    ['a price that begins somewhere', tiers(['1', '5'])],
    ['price steps out of order', tiers(['0', '5'], ['10', '4'], ['5', '3'])],
    ['a quantity in another unit than the price', withOffer({ quantity: quantity('1', 'KGM') })],
    ['a step of nothing', withOffer({ steps: { step: decimal('0') } })],
    ['a most below the least', withOffer({ steps: { min: decimal('5'), max: decimal('4') } })],
    ['a lead time that ends before it begins', withOffer({ leadTime: { fromDays: 5, toDays: 4 } })],
    ['a lead time of half days', withOffer({ leadTime: { fromDays: 0.5, toDays: 4 } })],
    ['a warranty without end', withOffer({ warrantyMonths: Infinity })],
    ['returns below nothing', { returns: { kind: 'days', days: -1, paidBy: 'vendor' } }],
    ['an end that is no number', { validUntilMs: Number.NaN }],
  ] satisfies [string, Partial<Quote>][])('is that it does not agree with itself: %s', (_what, changes) => {
    expect(quoteProblem(quote('q', changes), WHOLE, NOW)).toBe('quote-inconsistent');
  });

  it.each([
    ['lines', { lines: many(301, (index) => offer({ key: `${index}` })) }],
    ['offers for a line', { lines: many(11, (index) => offer({ key: `${index}` })) }],
    ['price steps', tiers(...many(21, (index): [string, string] => [`${index}`, '1']))],
    [
      'options',
      withOffer({ options: many(31, (index) => ({ key: `${index}`, name: 'O', amount: euro('1'), per: 'line' })) }),
    ],
    ['properties', withOffer({ properties: many(101, () => ({ property: 'p', value: { kind: 'flag', is: true } })) })],
  ] satisfies [string, Partial<Quote>][])('is that it has too many %s', (_what, changes) => {
    expect(quoteProblem(quote('q', changes), WHOLE, NOW)).toBe('too-large');
  });

  it('is that it names a line which the copy has not', () => {
    expect(quoteProblem(quote('q', withOffer({ line: 3 })), WHOLE, NOW)).toBe('unknown-line');
  });

  it('is that it is over', () => {
    expect(quoteProblem(quote('q', { validUntilMs: NOW }), WHOLE, NOW)).toBe('quote-expired');
    expect(quoteProblem(quote('q', { validUntilMs: NOW + 1 }), WHOLE, NOW)).toBeUndefined();
  });
});
