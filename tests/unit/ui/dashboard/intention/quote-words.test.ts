import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../../../src/domain/quote.ts';
import {
  offerFacts,
  priceText,
  propertyText,
  quoteRows,
} from '../../../../../src/ui/dashboard/intention/quote-rows.ts';
import { readCounter } from '../../../../../src/ui/dashboard/intention/read-counter.ts';
import { decimal, EUR, euro, messageId, offer, quantity, quote } from '../../../../support/request-samples.ts';

function rows(changes: Partial<Quote>): string[] {
  return quoteRows(quote('q1', changes)).map(({ label, text }) => `${label}: ${text}`);
}

describe('quoteRows', () => {
  it('says everything, and what the vendor does not say', () => {
    expect(rows({})).toEqual([
      'Prices: negotiable',
      'Freight: €9.90',
      'Tax: included',
      expect.stringMatching(/^Valid until: Nov 17, 2026/u),
      'Returns: they don’t say',
    ]);
  });

  it.each<[Partial<Quote>, string]>([
    [{ pricing: 'fixed' }, 'Prices: fixed'],
    [{ freight: { kind: 'unknown' } }, 'Freight: they don’t say'],
    [{ freight: { kind: 'included' } }, 'Freight: included'],
    [{ handling: { kind: 'charged', amount: euro('2') } }, 'Handling: €2.00'],
    [{ tax: { kind: 'excluded-rate', percent: decimal('19') } }, 'Tax: 19 % on top'],
    [{ tax: { kind: 'excluded-amount', amount: euro('80') } }, 'Tax: €80.00 on top'],
    [{ tax: { kind: 'excluded' } }, 'Tax: on top, they don’t say how much'],
    [{ tax: { kind: 'unknown' } }, 'Tax: they don’t say'],
    [{ returns: { kind: 'none' } }, 'Returns: none'],
    [{ returns: { kind: 'days', days: 30, paidBy: 'person' } }, 'Returns: within 30 days, you pay for it'],
    [{ returns: { kind: 'days', days: 1, paidBy: 'vendor' } }, 'Returns: within 1 day, they pay for it'],
    [{ validFor: 'main\u202Eland' }, 'Valid for: \u2068mainland\u2069'],
    [{ contact: { name: 'Ann', email: 'a@shop.example' } }, 'To talk to: \u2068Ann\u2069, \u2068a@shop.example\u2069'],
  ])('says %j', (changes, row) => {
    expect(rows(changes)).toContain(row);
  });
});

describe('an offer, in words', () => {
  it('begins with the price', () => {
    const all = offer({
      isSubstitute: true,
      availability: 'BackOrder',
      inventory: decimal('3'),
      leadTime: { fromDays: 2, toDays: 4 },
      warrantyMonths: 24,
      options: [{ key: 'o', name: 'Red', amount: euro('5'), per: 'line' }],
    });
    expect(offerFacts(all)).toEqual([
      '€499.00 each',
      'instead of what you asked for',
      'new',
      'on back order',
      '3 there',
      '2 to 4 days to the door',
      'warranty: 24 months',
      '1 option',
    ]);
  });

  it('says for how many a price is, and from how many on it is another', () => {
    const tiers = [
      { from: decimal('0'), amount: euro('4.20') },
      { from: decimal('500'), amount: euro('3.90') },
    ];
    expect(priceText({ per: quantity('100'), tiers })).toBe('€4.20 for 100 and from 500 on €3.90');
  });

  it('says what a thing is like', () => {
    expect(
      propertyText({
        property: 'weight',
        value: { kind: 'number', value: decimal('11'), unit: quantity('1', 'KGM').unit },
      }),
    ).toBe('\u2068weight\u2069: 11 kg');
    expect(propertyText({ property: 'folds', value: { kind: 'flag', is: false } })).toBe('\u2068folds\u2069: no');
    expect(propertyText({ property: 'colour', value: { kind: 'text', text: 'r\u202Eed' } })).toBe(
      '\u2068colour\u2069: \u2068red\u2069',
    );
  });
});

describe('readCounter', () => {
  const nothing = { total: '', lines: [{ offer: 'a', quantity: ' ', amount: ' ' }], words: ' ' };

  it('takes what was typed, in the currency of the quote, and leaves out what was not', () => {
    expect(
      readCounter(quote('q1'), {
        total: '450,50',
        lines: [
          { offer: 'a', quantity: '', amount: '440' },
          { offer: 'b', quantity: '', amount: '' },
        ],
        words: ' Please. ',
      }),
    ).toEqual({
      quote: messageId('q1'),
      lines: [{ offer: 'a', amount: euro('440') }],
      total: euro('450.50'),
      words: 'Please.',
    });
    expect(readCounter(quote('q1'), { ...nothing, words: 'x' })).toEqual({
      quote: messageId('q1'),
      lines: [],
      words: 'x',
    });
  });

  it('tells what is wrong', () => {
    expect(readCounter(quote('q1'), nothing)).toBe('empty');
    expect(readCounter(quote('q1'), { ...nothing, total: 'half' })).toBe('amount');
    expect(
      readCounter(quote('q1', { currency: EUR }), {
        ...nothing,
        lines: [{ offer: 'a', quantity: '', amount: '1.005' + '5' }],
      }),
    ).toBe('amount');
    for (const quantity of ['0', '-1', 'two', '1e3']) {
      const lines = [{ offer: 'a', quantity, amount: '' }];
      expect(readCounter(quote('q1'), { ...nothing, lines })).toBe('quantity');
    }
  });

  it('takes other numbers of things, in the unit of the offer, and leaves out what is as it was', () => {
    const typed = (a: string, b: string) => ({
      ...nothing,
      lines: [
        { offer: 'a', quantity: a, amount: '' },
        { offer: 'b', quantity: b, amount: '30' },
      ],
    });
    expect(readCounter(quote('q1'), typed('2,5', '3'))).toEqual({
      quote: messageId('q1'),
      lines: [
        { offer: 'a', quantity: quantity('2.5') },
        { offer: 'b', quantity: quantity('3'), amount: euro('30') },
      ],
    });
    expect(readCounter(quote('q1'), { ...typed('1', '2'), lines: typed('1', '2').lines.slice(0, 1) })).toBe('empty');
  });
});
