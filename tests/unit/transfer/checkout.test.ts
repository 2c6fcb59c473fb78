import { describe, expect, it } from 'vitest';
import { checkoutQuote, type Checkout, openCheckoutMandate } from '../../../src/transfer/checkout.ts';
import { DAY, euro, messageId, NOW, quantity } from '../../support/request-samples.ts';
import { id, SHOP } from '../../support/samples.ts';

const JWK = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
const CHECKOUT: Checkout = {
  vendor: SHOP,
  quote: messageId('q-1'),
  lines: [
    { offer: 'a', name: 'Rover Duo', identifiers: [id('gtin:4006381333931')], quantity: quantity('1') },
    { offer: 'b', name: 'Rain cover', identifiers: [], quantity: quantity('2') },
  ],
  total: euro('548.80'),
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
            { id: 'a', acceptable_items: [{ id: '04006381333931', title: 'Rover Duo' }], quantity: 1 },
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
  it('is its id with its end, and amounts in minor units', () => {
    expect(checkoutQuote(CHECKOUT)).toEqual({
      quote_id: 'q-1',
      expires_at: new Date(NOW + DAY).toISOString(),
      line_items: [
        { id: '04006381333931', quantity: '1' },
        { id: 'b', quantity: '2' },
      ],
      currency: 'eur',
      total: 54_880,
    });
  });

  it('names no total that is not known', () => {
    const { total: _total, ...open } = CHECKOUT;
    expect(checkoutQuote(open)).not.toHaveProperty('currency');
    expect(checkoutQuote(open)).not.toHaveProperty('total');
  });
});
