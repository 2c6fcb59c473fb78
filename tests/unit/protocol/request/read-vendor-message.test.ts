import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/domain/errors.ts';
import { originOf } from '../../../../src/domain/origin.ts';
import { REQUEST_LIMITS } from '../../../../src/policy/request/request-limits.ts';
import { readVendorMessage } from '../../../../src/protocol/request/read-vendor-message.ts';
import { WIRE_LIMITS } from '../../../../src/protocol/request/wire-limits.ts';
import { messageId } from '../../../support/request-samples.ts';
import { SHOP } from '../../../support/samples.ts';
import { WIRE_LINE, WIRE_QUOTE } from '../../../support/wire-samples.ts';

const FROM = { id: messageId('m1'), vendor: SHOP };

/** `too-much lines: Invalid length …`: the code, then what is told. */
function refusal(body: unknown): string {
  try {
    readVendorMessage(body, FROM);
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return `${thrown.code} ${thrown.message}`;
    }
    throw thrown;
  }
  return 'taken';
}

const line = (changes: object) => ({ ...WIRE_QUOTE, lines: [{ ...WIRE_LINE, ...changes }] });
const price = (text: unknown, currency = 'EUR') =>
  line({ priceSpecification: [{ price: text, priceCurrency: currency }] });
const property = (value: unknown, more: object = {}) =>
  line({ itemOffered: { name: 'Rover', additionalProperty: [{ name: 'weight', value, ...more }] } });
const referral = {
  kind: 'referral',
  '@type': 'Organization',
  copy: 1,
  name: 'Elsewhere',
  url: 'https://elsewhere.example/a?b',
};
const parsed = (json: string) => JSON.parse(json) as unknown;

describe('a vendor’s message', () => {
  it('needs no more than this', () => {
    expect(readVendorMessage(WIRE_QUOTE, FROM)).toStrictEqual({
      kind: 'quote',
      id: 'm1',
      copy: 1,
      currency: 'EUR',
      pricing: 'fixed',
      lines: [
        {
          kind: 'offered',
          key: 'a',
          line: 1,
          name: 'Rover Duo',
          identifiers: [],
          properties: [],
          condition: 'new',
          isSubstitute: false,
          quantity: { value: '1', unit: 'C62' },
          price: {
            per: { value: '1', unit: 'C62' },
            tiers: [{ from: '0', amount: { minor: 49_900, currency: 'EUR' } }],
          },
          options: [],
        },
      ],
      freight: { kind: 'unknown' },
      handling: { kind: 'unknown' },
      tax: { kind: 'unknown' },
      validUntilMs: Date.parse('2026-12-01T17:00:00Z'),
      returns: { kind: 'unknown' },
    });
  });

  it('of a referral keeps where to, and nothing that could name the person', () => {
    expect(readVendorMessage(referral, FROM)).toMatchObject({ to: 'https://elsewhere.example' });
  });

  it('sends nobody to the person’s own machine, but from there', () => {
    const local = { ...referral, url: 'http://localhost:8080' };
    expect(refusal(local)).toBe('bad-request url: Not an address that others can reach');
    expect(readVendorMessage(local, { ...FROM, vendor: originOf('http://shop.localhost:7000') })).toMatchObject({
      to: 'http://localhost:8080',
    });
  });

  it('names its checkout on its own origin, in full or not, without a fragment', () => {
    const checkout = (address: string) => readVendorMessage({ ...WIRE_QUOTE, checkoutPageURLTemplate: address }, FROM);
    expect(checkout('/cart/7?q=a#there')).toMatchObject({ checkout: 'https://shop.example/cart/7?q=a' });
    expect(checkout('https://shop.example/cart')).toMatchObject({ checkout: 'https://shop.example/cart' });
    const local = { ...FROM, vendor: originOf('http://shop.localhost:7000') };
    expect(readVendorMessage({ ...WIRE_QUOTE, checkoutPageURLTemplate: '/cart' }, local)).toMatchObject({
      checkout: 'http://shop.localhost:7000/cart',
    });
  });

  it.each([
    'https://elsewhere.example/cart',
    '//elsewhere.example/cart',
    'http://shop.example/cart',
    'https://me:you@shop.example/cart',
    'javascript:alert(1)',
    'data:text/html,x',
    `/${'a'.repeat(2_048)}`,
  ])('threat 25 has no checkout elsewhere: %#', (checkoutPageURLTemplate) => {
    expect(refusal({ ...WIRE_QUOTE, checkoutPageURLTemplate })).toMatch(/^bad-request checkoutPageURLTemplate: /u);
  });

  it('threat 25 shows markup as the text that it is', () => {
    const markup = '<img src=x onerror="alert(1)">';
    expect(readVendorMessage({ ...WIRE_QUOTE, description: markup }, FROM)).toMatchObject({ words: markup });
  });

  it('has identifiers as far as Sayso knows their scheme', () => {
    const itemOffered = { name: 'Rover', identifier: ['gtin:4006381333931', 'house:7', 'gtin:1'] };
    expect(readVendorMessage(line({ itemOffered }), FROM)).toMatchObject({
      lines: [{ identifiers: ['gtin:04006381333931'] }],
    });
  });

  it('may say a number with its unit as text, or without one as JSON has it', () => {
    const value = (body: unknown) => {
      const read = readVendorMessage(body, FROM);
      const [first] = read.kind === 'quote' ? read.lines : [];
      return first?.kind === 'offered' ? first.properties[0]?.value : undefined;
    };
    expect(value(property('11.50', { unitCode: 'KGM' }))).toEqual({ kind: 'number', value: '11.5', unit: 'KGM' });
    expect(value(property(4))).toEqual({ kind: 'number', value: '4' });
    expect(value(property('4'))).toEqual({ kind: 'text', text: '4' });
  });
});

describe('of what is hostile', () => {
  it.each<[string, unknown, string]>([
    ['nothing', null, 'bad-request the value: '],
    ['a list', [], 'bad-request kind: '],
    ['a text', 'quote', 'bad-request the value: '],
    ['another kind', { ...WIRE_QUOTE, kind: 'Offer' }, 'bad-request kind: '],
    ['a kind of an object', { ...WIRE_QUOTE, kind: 'constructor' }, 'bad-request kind: '],
    ['another type', { ...WIRE_QUOTE, '@type': 'Quotation' }, 'bad-request @type: '],
    ['a field more', { ...WIRE_QUOTE, budget: 1 }, 'bad-request budget: '],
    ['an own __proto__', parsed(`{"__proto__":{},${JSON.stringify(WIRE_QUOTE).slice(1)}`), 'bad-request __proto__: '],
    [
      'an own __proto__ inside',
      line({ itemOffered: parsed('{"__proto__":{"name":"x"}}') }),
      'bad-request lines.0.itemOffered.',
    ],
    ['a copy of nothing', { ...WIRE_QUOTE, copy: 0 }, 'bad-request copy: '],
    ['a copy that is no whole number', { ...WIRE_QUOTE, copy: 1.5 }, 'bad-request copy: '],
    ['a copy beyond the safe integers', { ...WIRE_QUOTE, copy: 2 ** 53 }, 'bad-request copy: '],
    ['a copy that is not a number', { ...WIRE_QUOTE, copy: NaN }, 'bad-request copy: '],
    [
      'a copy without end',
      parsed(JSON.stringify(WIRE_QUOTE).replace('"copy":1', '"copy":1e999')),
      'bad-request copy: ',
    ],
    ['a copy as text', { ...WIRE_QUOTE, copy: '1' }, 'bad-request copy: '],
    ['a message that replaces anything', { ...WIRE_QUOTE, replaces: 'a b' }, 'bad-request replaces: '],
    ['a currency that is none', { ...WIRE_QUOTE, priceCurrency: 'XAU' }, 'bad-request priceCurrency: '],
    ['a currency in small letters', { ...WIRE_QUOTE, priceCurrency: 'eur' }, 'bad-request priceCurrency: '],
    ['a price as a number', price(499), 'bad-request lines.0.priceSpecification.0.price: '],
    [
      'a price finer than a cent',
      price('4.999'),
      'bad-request lines.0.priceSpecification.0.price: Not an amount of that',
    ],
    ['a price with an exponent', price('1e3'), 'bad-request lines.0.priceSpecification.0.price: '],
    ['a price with a comma', price('4,99'), 'bad-request lines.0.priceSpecification.0.price: '],
    ['a price beyond the safe integers', price('9999999999999999'), 'bad-request lines.0.priceSpecification.0.price: '],
    ['a price in no currency', price('1', 'ZZZ'), 'bad-request lines.0.priceSpecification.0.price: '],
    ['a yen with cents', price('1.5', 'JPY'), 'bad-request lines.0.priceSpecification.0.price: '],
    ['no price', line({ priceSpecification: [] }), 'bad-request lines.0.priceSpecification: '],
    [
      'steps for different quantities',
      line({
        priceSpecification: [
          { price: '1', priceCurrency: 'EUR' },
          { price: '1', priceCurrency: 'EUR', referenceQuantity: { value: '2', unitCode: 'C62' } },
        ],
      }),
      'bad-request lines.0: priceSpecification: the steps',
    ],
    [
      'a quantity in words',
      line({ eligibleQuantity: { value: 'two', unitCode: 'C62' } }),
      'bad-request lines.0.eligibleQuantity.value: ',
    ],
    [
      'a quantity below nothing',
      line({ eligibleQuantity: { value: '-1', unitCode: 'C62' } }),
      'bad-request lines.0.eligibleQuantity.value: ',
    ],
    [
      'a unit that is none',
      line({ eligibleQuantity: { value: '1', unitCode: 'piece' } }),
      'bad-request lines.0.eligibleQuantity.unitCode: ',
    ],
    [
      'a property that a double rounded',
      property(0.1 + 0.2),
      'bad-request lines.0.itemOffered.additionalProperty.0.value: ',
    ],
    ['a property without end', property(1e308), 'bad-request lines.0.itemOffered.additionalProperty.0.value: '],
    [
      'a flag with a unit',
      property(true, { unitCode: 'KGM' }),
      'bad-request lines.0.itemOffered.additionalProperty.0.value: ',
    ],
    [
      'words with a unit',
      property('light', { unitCode: 'KGM' }),
      'bad-request lines.0.itemOffered.additionalProperty.0.value: ',
    ],
    [
      'an object as a property',
      property({ toString: 1 }),
      'bad-request lines.0.itemOffered.additionalProperty.0.value: ',
    ],
    ['a name of blanks', line({ itemOffered: { name: ' \u200b ' } }), 'bad-request lines.0.itemOffered.name: '],
    ['a name with a bell', line({ itemOffered: { name: 'a\u0007' } }), 'bad-request lines.0.itemOffered.name: '],
    [
      'a name with half of a pair',
      line({ itemOffered: { name: 'a\ud800' } }),
      'bad-request lines.0.itemOffered.name: ',
    ],
    ['a name without end', line({ itemOffered: { name: 'a'.repeat(301) } }), 'bad-request lines.0.itemOffered.name: '],
    ['words without end', { ...WIRE_QUOTE, description: 'a'.repeat(2_001) }, 'bad-request description: '],
    [
      'a condition of another vocabulary',
      line({ itemCondition: 'http://evil.example/NewCondition' }),
      'bad-request lines.0.itemCondition: ',
    ],
    ['a day for a moment', { ...WIRE_QUOTE, priceValidUntil: '2026-12-01' }, 'bad-request priceValidUntil: '],
    [
      'no such day',
      { ...WIRE_QUOTE, priceValidUntil: '2026-02-30T00:00:00Z' },
      'bad-request priceValidUntil: No such moment',
    ],
    [
      'a tax on top of one that is in',
      { ...WIRE_QUOTE, priceSpecification: { valueAddedTaxIncluded: true, taxPercent: '19' } },
      'bad-request priceSpecification: A tax is named',
    ],
    [
      'two freights',
      {
        ...WIRE_QUOTE,
        priceSpecification: {
          priceComponent: [1, 2].map(() => ({
            '@type': 'DeliveryChargeSpecification',
            price: '1',
            priceCurrency: 'EUR',
          })),
        },
      },
      'bad-request priceSpecification.priceComponent: One part is named twice',
    ],
    [
      'a right of return without days',
      { ...WIRE_QUOTE, hasMerchantReturnPolicy: { returnPolicyCategory: 'MerchantReturnFiniteReturnWindow' } },
      'bad-request hasMerchantReturnPolicy: merchantReturnDays',
    ],
    [
      'nobody to talk to',
      { ...WIRE_QUOTE, seller: { contactPoint: {} } },
      'bad-request seller.contactPoint: Says nobody',
    ],
    ['a referral to a script', { ...referral, url: 'javascript:alert(1)' }, 'bad-request url: '],
    ['a referral without https', { ...referral, url: 'http://elsewhere.example' }, 'bad-request url: '],
    ['a reason of its own', { kind: 'decline', copy: 1, reason: 'sold out' }, 'bad-request reason: '],
    ['a failure of its own', { kind: 'failure', reason: 'boredom' }, 'bad-request reason: '],
  ])('%s is refused, with path and rule', (_what, body, told) => {
    expect(refusal(body).slice(0, told.length)).toBe(told);
  });

  it.each<[string, unknown]>([
    ['10,000 lines', { ...WIRE_QUOTE, lines: Array.from({ length: 10_000 }, () => WIRE_LINE) }],
    [
      '31 options',
      line({
        addOn: Array.from({ length: 31 }, (_none, index) => ({
          key: `o${index}`,
          name: 'O',
          priceSpecification: { '@type': 'PriceSpecification', price: '1', priceCurrency: 'EUR' },
        })),
      }),
    ],
    [
      '21 steps',
      line({ priceSpecification: Array.from({ length: 21 }, () => ({ price: '1', priceCurrency: 'EUR' })) }),
    ],
    ['13 identifiers', line({ itemOffered: { name: 'R', identifier: Array.from({ length: 13 }, () => 'isbn:1') } })],
    [
      '101 properties',
      line({
        itemOffered: { name: 'R', additionalProperty: Array.from({ length: 101 }, () => ({ name: 'a', value: true })) },
      }),
    ],
  ])('%s are too much', (_what, body) => {
    expect(refusal(body)).toMatch(/^too-much [\w.]+: /u);
  });

  it('a million faults take no longer than the first', () => {
    const faults = { ...WIRE_QUOTE, lines: Array.from({ length: 1_000_000 }, () => ({})) };
    const startedAt = performance.now();
    expect(refusal(faults)).toMatch(/^bad-request lines\.0\.kind: /u);
    // A thousand times what one takes: a bound on the order of the work, not a measurement.
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});

describe('the limits of the wire', () => {
  it('are those of the request', () => {
    const { lines, quoteLines, options, tiers, properties, days, months, messages } = WIRE_LIMITS;
    expect(REQUEST_LIMITS).toMatchObject({ lines, quoteLines, options, tiers, properties, days, months, messages });
  });
});
