import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../../src/domain/acceptance.ts';
import type { Quote } from '../../../../src/domain/quote.ts';
import { firstChoice } from '../../../../src/policy/request/check-choice.ts';
import { totalToTheDoor } from '../../../../src/policy/request/total-to-the-door.ts';
import { decimal, euro, offer, quantity, quote, request } from '../../../support/request-samples.ts';

const SCREWS = offer({
  key: 'screws',
  line: 2,
  quantity: quantity('250'),
  price: {
    per: quantity('100'),
    tiers: [
      { from: decimal('0'), amount: euro('4.20') },
      { from: decimal('200'), amount: euro('3.99') },
      { from: decimal('1000'), amount: euro('3') },
    ],
  },
  steps: { min: decimal('50'), max: decimal('2000'), step: decimal('50') },
  options: [
    { key: 'box', name: 'In a box', amount: euro('1.50'), per: 'line' },
    { key: 'zinc', name: 'Zinc', group: 'finish', amount: euro('0.01'), per: 'unit' },
    { key: 'raw', name: 'Raw', group: 'finish', amount: euro('-0.01'), per: 'unit' },
  ],
});

function screws(changes: Partial<Quote> = {}): Quote {
  return quote('q', { lines: [SCREWS], freight: { kind: 'included' }, ...changes });
}

function of(count: string, ...options: string[]): Choice {
  return [{ offer: 'screws', quantity: quantity(count), options }];
}

describe('totalToTheDoor', () => {
  it.each([
    ['250', [], '9.98', 'the price of its step, rounded once'],
    ['150', [], '6.30', 'the price of the first step'],
    ['200', [], '7.98', 'the step begins where it says'],
    ['1000', [], '30.00', 'the last step'],
    ['100', ['box'], '5.70', 'an option once a line'],
    ['100', ['zinc'], '5.20', 'an option for each'],
    ['100', ['raw', 'box'], '4.70', 'an option that takes something off'],
  ])('is for %s with %j: %s: %s', (count, options, total) => {
    expect(totalToTheDoor(screws(), of(count, ...options))).toMatchObject({ total: euro(total), unknown: [] });
  });

  it.each([
    ['nothing-chosen', []],
    ['no-such-offer', [{ offer: 'nails', options: [] }]],
    ['no-such-option', of('100', 'gold')],
    ['option-twice', of('100', 'box', 'box')],
    ['two-of-one-group', of('100', 'zinc', 'raw')],
    ['other-unit', [{ offer: 'screws', quantity: quantity('100', 'KGM'), options: [] }]],
    ['too-few', of('49')],
    ['too-many', of('2050')],
    ['not-in-steps', of('120')],
    ['two-of-one-line', [...of('100'), ...of('100')]],
  ] satisfies [string, Choice][])('says %s', (problem, choice) => {
    expect(totalToTheDoor(screws(), choice)).toEqual({ kind: 'impossible', problem });
  });

  it('takes no more than there is', () => {
    const few = screws({ lines: [{ ...SCREWS, inventory: decimal('100') }] });
    expect(totalToTheDoor(few, of('150'))).toEqual({ kind: 'impossible', problem: 'too-many' });
    expect(totalToTheDoor(few, of('100'))).toMatchObject({ kind: 'priced' });
  });

  it.each([
    [{ freight: { kind: 'charged', amount: euro('5') } }, '14.98', []],
    [{ handling: { kind: 'charged', amount: euro('2') } }, '11.98', []],
    [{ freight: { kind: 'unknown' } }, '9.98', ['freight']],
    [{ handling: { kind: 'unknown' } }, '9.98', ['handling']],
    [{ tax: { kind: 'excluded' } }, '9.98', ['tax']],
    [{ tax: { kind: 'unknown' } }, '9.98', ['tax']],
    [{ tax: { kind: 'excluded-amount', amount: euro('1.90') } }, '11.88', []],
    [{ tax: { kind: 'excluded-rate', percent: decimal('19') } }, '11.88', []],
    [
      { tax: { kind: 'excluded-rate', percent: decimal('19') }, freight: { kind: 'charged', amount: euro('5') } },
      '17.83',
      [],
    ],
    [
      { tax: { kind: 'excluded-rate', percent: decimal('19') }, freight: { kind: 'unknown' } },
      '9.98',
      ['freight', 'tax'],
    ],
  ] satisfies [Partial<Quote>, string, string[]][])('with %j is %s, unknown %j', (changes, sum, unknown) => {
    const price = totalToTheDoor(screws(changes), of('250'));
    expect(price).toMatchObject({ atLeast: euro(sum), unknown });
    expect('total' in price).toBe(unknown.length === 0);
  });

  it('does not guess the tax of another choice from an amount for the quote as it stands', () => {
    const taxed = screws({ tax: { kind: 'excluded-amount', amount: euro('1.90') } });
    expect(totalToTheDoor(taxed, of('200'))).toMatchObject({ unknown: ['tax'] });
    expect(totalToTheDoor(taxed, of('250', 'box'))).toMatchObject({ unknown: ['tax'] });
    expect(totalToTheDoor(taxed, [{ offer: 'screws', options: [] }])).toMatchObject({ unknown: [] });
  });

  it('says so when the sum is beyond counting', () => {
    const dear = screws({
      lines: [
        { ...SCREWS, price: { ...SCREWS.price, tiers: [{ from: decimal('0'), amount: euro('90071992547409') }] } },
      ],
    });
    expect(totalToTheDoor(dear, of('250'))).toEqual({ kind: 'impossible', problem: 'too-large' });
  });

  it('is the sum of its parts', () => {
    const cents = fc.nat(1_000_000).map((minor) => ({ ...euro('0'), minor }));
    fc.assert(
      fc.property(cents, cents, cents, fc.integer({ min: 1, max: 40 }), (unit, freight, handling, fifties) => {
        const priced = totalToTheDoor(
          screws({
            lines: [{ ...SCREWS, price: { per: quantity('1'), tiers: [{ from: decimal('0'), amount: unit }] } }],
            freight: { kind: 'charged', amount: freight },
            handling: { kind: 'charged', amount: handling },
          }),
          of(String(fifties * 50)),
        );
        expect(priced).toMatchObject({
          total: { minor: unit.minor * fifties * 50 + freight.minor + handling.minor, currency: 'EUR' },
        });
      }),
    );
  });
});

describe('firstChoice', () => {
  const original = offer({ key: 'original' });
  const instead = offer({ key: 'instead', isSubstitute: true });
  const cover = offer({ key: 'cover', line: 2, isSubstitute: true });

  it.each([
    [[instead, original], ['original'], 'what was asked for before what stands instead'],
    [[instead], ['instead'], 'a substitute where it is welcome'],
    [[cover], [], 'no substitute where it is not'],
    [[], [], 'nothing of nothing'],
    [[original, { kind: 'pending', line: 2 } as const], ['original'], 'nothing that is pending'],
  ])('of %# takes %j: %s', (lines, keys) => {
    const choice = firstChoice(quote('q', { lines }), request().lines);
    expect(choice).toEqual(keys.map((key) => ({ offer: key, options: [] })));
  });
});
