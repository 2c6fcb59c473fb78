import { describe, expect, it } from 'vitest';
import { checkoutQuote, type Checkout, openCheckoutMandate } from '../../../src/transfer/checkout.ts';
import { DAY, EUR, euro, messageId, NOW, quantity } from '../../support/request-samples.ts';
import { id, SHOP } from '../../support/samples.ts';

const JWK = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
const CHECKOUT: Checkout = {
  vendor: SHOP,
  quote: messageId('q-1'),
  currency: EUR,
  lines: [
    {
      offer: 'a',
      name: 'Rover Duo',
      identifiers: [id('gtin:4006381333931')],
      quantity: quantity('3'),
      amount: euro('1497'),
      options: [
        { key: 'red', name: 'Red cover', per: 'unit', amount: euro('60') },
        { key: 'box', name: 'Without the box', per: 'line', amount: euro('-5') },
      ],
    },
    { offer: 'b', name: 'Rain cover', identifiers: [], quantity: quantity('2'), amount: euro('39.90'), options: [] },
  ],
  goods: euro('1591.90'),
  freight: euro('9.90'),
  handling: euro('0'),
  tax: euro('304.34'),
  total: euro('1906.14'),
  acceptedAtMs: NOW,
  validUntilMs: NOW + DAY,
};

describe('an open checkout mandate of AP2', () => {
  it('lets what was accepted be bought of that vendor alone, until the quote ends, by who holds the key', () => {
    expect(openCheckoutMandate(CHECKOUT, JWK)).toEqual({
      vct: 'mandate.checkout.open.1',
      constraints: [
        {
          type: 'checkout.line_items',
          items: [
            { id: 'a', acceptable_items: [{ id: '04006381333931', title: 'Rover Duo' }], quantity: 3 },
            { id: 'a/red', acceptable_items: [{ id: 'a/red', title: 'Red cover' }], quantity: 3 },
            { id: 'a/box', acceptable_items: [{ id: 'a/box', title: 'Without the box' }], quantity: 1 },
            { id: 'b', acceptable_items: [{ id: 'b', title: 'Rain cover' }], quantity: 2 },
          ],
        },
        {
          type: 'checkout.allowed_merchants',
          allowed: [{ id: SHOP, name: new URL(SHOP).host, website: SHOP }],
        },
      ],
      cnf: { jwk: JWK },
      iat: NOW / 1_000,
      exp: (NOW + DAY) / 1_000,
    });
  });

  it('is none for parts of a thing: it would be rounded to another quantity', () => {
    const lines = CHECKOUT.lines.map((line) => ({ ...line, quantity: quantity('1.5', 'MTR') }));
    expect(openCheckoutMandate({ ...CHECKOUT, lines }, JWK)).toBeUndefined();
  });
});

describe('a quote for a checkout of ACP', () => {
  it('is its id with its end, and lines in minor units: what was chosen with a thing comes after it', () => {
    expect(checkoutQuote(CHECKOUT)).toEqual({
      quote_id: 'q-1',
      expires_at: new Date(NOW + DAY).toISOString(),
      currency: 'eur',
      line_items: [
        {
          id: 'a',
          item: { id: '04006381333931', name: 'Rover Duo' },
          quantity: '3',
          totals: [{ type: 'total', display_text: 'Total', amount: 149_700 }],
        },
        {
          id: 'a/red',
          item: { id: 'a/red', name: 'Red cover' },
          quantity: '3',
          parent_id: 'a',
          totals: [{ type: 'total', display_text: 'Total', amount: 6_000 }],
        },
        {
          id: 'a/box',
          item: { id: 'a/box', name: 'Without the box' },
          quantity: '1',
          parent_id: 'a',
          totals: [{ type: 'total', display_text: 'Total', amount: -500 }],
        },
        {
          id: 'b',
          item: { id: 'b', name: 'Rain cover' },
          quantity: '2',
          totals: [{ type: 'total', display_text: 'Total', amount: 3_990 }],
        },
      ],
      totals: [
        { type: 'subtotal', display_text: 'Subtotal', amount: 159_190 },
        { type: 'fulfillment', display_text: 'Freight', amount: 990 },
        { type: 'tax', display_text: 'Tax', amount: 30_434 },
        { type: 'total', display_text: 'Total', amount: 190_614 },
      ],
    });
  });

  it('names no total that is not known', () => {
    const { total: _total, tax: _tax, ...open } = CHECKOUT;
    expect(checkoutQuote(open).totals.map(({ type }) => type)).toEqual(['subtotal', 'fulfillment']);
  });
});
