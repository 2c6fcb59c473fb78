import * as fc from 'fast-check';
import { readCurrency } from '../../src/domain/currency.ts';
import { DECLINE_REASONS } from '../../src/domain/decline.ts';
import { FAILURE_REASONS } from '../../src/domain/failure-notice.ts';
import type { MessageId } from '../../src/domain/ids.ts';
import type { Moment } from '../../src/domain/moment.ts';
import { type Money, moneyOf } from '../../src/domain/money.ts';
import { originOf } from '../../src/domain/origin.ts';
import type { Quantity, UnitCode } from '../../src/domain/quantity.ts';
import { AVAILABILITIES, type OfferedLine, type Quote, type QuoteLine } from '../../src/domain/quote.ts';
import type { QuotedValue } from '../../src/domain/requirement.ts';
import type { VendorMessage } from '../../src/domain/thread-message.ts';
import { decimal } from './request-samples.ts';
import { id, SHOP } from './samples.ts';

const CURRENCIES = ['EUR', 'JPY', 'KWD', 'CLF'].map((code) => readCurrency(code)!);
const UNITS = ['C62', 'KGM', 'MTR', 'E34'] as UnitCode[];

/** Words as shops write them, with markup and other scripts in them. */
export const words = fc
  .tuple(
    fc.constantFrom(
      'Rover',
      '<b onclick=alert(1)>',
      '</script>',
      '乳母車',
      '🚼',
      '"&\\',
      '{"a":1}',
      '__proto__',
      'a\nb',
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  .map(([first, rest]) => `${first}${rest.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')}`.trim());

const key = fc.stringMatching(/^[\w.:-]{1,12}$/u);
const messageId = key.map((text) => text as MessageId);
const copy = fc.integer({ min: 1, max: 1_000 });
const line = fc.integer({ min: 1, max: 1_000 });
/** Of nothing or more. */
const amountText = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([units, places]) => decimal((units / 10 ** places).toFixed(places)));
const positive = amountText.filter((one) => one !== '0');
const unit = fc.constantFrom(...UNITS);
const quantity: fc.Arbitrary<Quantity> = fc.record({ value: positive, unit });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Without the fields that are `undefined`, as the domain has it. */
function without<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

const value: fc.Arbitrary<QuotedValue> = fc.oneof(
  fc.boolean().map((is) => ({ kind: 'flag' as const, is })),
  words.map((text) => ({ kind: 'text' as const, text })),
  fc
    .record({ value: amountText, unit: maybe(unit) })
    .map((number) => ({ kind: 'number' as const, ...without(number) })),
);

function moneyIn(currency: Money['currency'], min = 0): fc.Arbitrary<Money> {
  return fc.integer({ min, max: Number.MAX_SAFE_INTEGER }).map((minor) => moneyOf(minor, currency));
}

function offeredIn(currency: Money['currency']): fc.Arbitrary<OfferedLine> {
  const steps = fc
    .record({ min: amountText, max: maybe(amountText), step: maybe(amountText) })
    .map((some) => without(some));
  return fc
    .record({
      key,
      line,
      name: words,
      brand: maybe(words),
      identifiers: fc.subarray([id('gtin:04006381333931'), id('mpn:rover/RD2')]),
      properties: fc.array(fc.record({ property: words, value }), { maxLength: 3 }),
      condition: fc.constantFrom('new' as const, 'refurbished' as const, 'used' as const, 'damaged' as const),
      isSubstitute: fc.boolean(),
      quantity,
      price: fc.record({
        per: quantity,
        tiers: fc.array(fc.record({ from: amountText, amount: moneyIn(currency) }), { minLength: 1, maxLength: 3 }),
      }),
      steps: maybe(steps),
      options: fc.array(
        fc
          .record({
            key,
            name: words,
            group: maybe(words),
            amount: moneyIn(currency, -1_000_000),
            per: fc.constantFrom('line' as const, 'unit' as const),
          })
          .map((option) => without(option)),
        { maxLength: 2 },
      ),
      availability: maybe(fc.constantFrom(...AVAILABILITIES)),
      inventory: maybe(amountText),
      leadTime: maybe(fc.record({ fromDays: fc.nat(3650), toDays: fc.nat(3650) })),
      warrantyMonths: maybe(fc.nat(600)),
      words: maybe(words),
    })
    .map((offered) => ({ kind: 'offered' as const, ...without(offered) }));
}

function lineIn(currency: Money['currency']): fc.Arbitrary<QuoteLine> {
  return fc.oneof(
    offeredIn(currency),
    fc.record({ kind: fc.constant('pending' as const), line, words: maybe(words) }).map((one) => without(one)),
    fc
      .record({
        kind: fc.constant('not-offered' as const),
        line,
        reason: fc.constantFrom(...DECLINE_REASONS),
        words: maybe(words),
      })
      .map((one) => without(one)),
  );
}

const quote: fc.Arbitrary<Quote> = fc.constantFrom(...CURRENCIES).chain((currency) => {
  const charge = fc.oneof(
    fc.constant({ kind: 'included' as const }),
    fc.constant({ kind: 'unknown' as const }),
    moneyIn(currency, 1).map((amount) => ({ kind: 'charged' as const, amount })),
  );
  return fc
    .record({
      id: messageId,
      copy,
      replaces: maybe(messageId),
      currency: fc.constant(currency),
      pricing: fc.constantFrom('fixed' as const, 'negotiable' as const),
      lines: fc.array(lineIn(currency), { minLength: 1, maxLength: 4 }),
      freight: charge,
      handling: charge,
      tax: fc.oneof(
        fc.constantFrom({ kind: 'included' as const }, { kind: 'excluded' as const }, { kind: 'unknown' as const }),
        moneyIn(currency).map((amount) => ({ kind: 'excluded-amount' as const, amount })),
        amountText.map((percent) => ({ kind: 'excluded-rate' as const, percent })),
      ),
      validFor: maybe(words),
      validUntilMs: fc.integer({ min: 0, max: 4_000_000_000_000 }),
      returns: fc.oneof(
        fc.constantFrom({ kind: 'none' as const }, { kind: 'unknown' as const }),
        fc.record({
          kind: fc.constant('days' as const),
          days: fc.nat(3650),
          paidBy: fc.constantFrom('vendor' as const, 'person' as const, 'unknown' as const),
        }),
      ),
      contact: maybe(fc.record({ name: words, email: maybe(words), phone: maybe(words) }).map((one) => without(one))),
      checkout: maybe(fc.webPath().map((path) => new URL(`/checkout${path}`, SHOP).href)),
      words: maybe(words),
    })
    .map((one) => ({ kind: 'quote' as const, ...without(one) }));
});

const order = fc
  .record({
    number: words,
    lines: fc.array(
      fc
        .record({ offer: maybe(key), name: words, quantity, amount: maybe(moneyIn(CURRENCIES[0]!)) })
        .map((one) => without(one)),
      { maxLength: 3 },
    ),
    freight: maybe(moneyIn(CURRENCIES[0]!)),
    handling: maybe(moneyIn(CURRENCIES[0]!)),
    tax: maybe(moneyIn(CURRENCIES[0]!)),
    total: maybe(moneyIn(CURRENCIES[1]!)),
    dueBy: maybe(fc.constantFrom('2026-12', '2026-12-24', '2026-12-24T10:00:00.000Z').map((text) => text as Moment)),
  })
  .map((one) => without(one));

/** All that a vendor can say, in every form that the domain has. */
export const vendorMessages: fc.Arbitrary<VendorMessage> = fc.oneof(
  { arbitrary: quote, weight: 5 },
  fc
    .record({
      id: messageId,
      copy,
      to: fc.constant(originOf('https://elsewhere.example')),
      name: words,
      words: maybe(words),
    })
    .map((one) => ({ kind: 'referral' as const, ...without(one) })),
  fc
    .record({
      id: messageId,
      copy,
      of: fc.constantFrom('request' as const, 'counter' as const, 'acceptance' as const),
      reason: fc.constantFrom(...DECLINE_REASONS),
      words: maybe(words),
    })
    .map((one) => ({ kind: 'decline' as const, ...without(one) })),
  fc
    .record({ id: messageId, copy, line: maybe(line), words })
    .map((one) => ({ kind: 'question' as const, ...without(one) })),
  fc
    .record({ id: messageId, copy, words: maybe(words) })
    .map((one) => ({ kind: 'interest' as const, ...without(one) })),
  fc.record({ id: messageId, quote: messageId, order }).map((one) => ({ kind: 'confirmation' as const, ...one })),
  fc
    .record({ id: messageId, reason: fc.constantFrom(...FAILURE_REASONS), words: maybe(words) })
    .map((one) => ({ kind: 'failure' as const, ...without(one) })),
);
