import { readCurrency, type CurrencyCode } from '../../src/domain/currency.ts';
import { readDecimal, type Decimal } from '../../src/domain/decimal.ts';
import type { Decline } from '../../src/domain/decline.ts';
import {
  readMessageId,
  recordId,
  type ItemId,
  type MessageId,
  type PairwiseId,
  type ThreadId,
} from '../../src/domain/ids.ts';
import { readMoment } from '../../src/domain/moment.ts';
import { readMoney, type Money } from '../../src/domain/money.ts';
import { ONE, readQuantity, type Quantity } from '../../src/domain/quantity.ts';
import type { OfferedLine, Quote } from '../../src/domain/quote.ts';
import type { DeliveryDetails, RequestForProposals } from '../../src/domain/request-for-proposals.ts';
import type { Confirmation } from '../../src/domain/thread-message.ts';
import type { AskedVendor } from '../../src/policy/request/step-thread.ts';
import { CINEMA, id, SHOP } from './samples.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A whole minute: 12 November 2026, 09:00 UTC. */
export const NOW = Date.parse('2026-11-12T09:00:00.000Z');

export const EUR: CurrencyCode = readCurrency('EUR')!;

export function decimal(text: string): Decimal {
  return readDecimal(text)!;
}

export function euro(amount: string): Money {
  return readMoney(amount, 'EUR')!;
}

export function quantity(value: string, unit: string = ONE): Quantity {
  return readQuantity(value, unit)!;
}

export function messageId(text: string): MessageId {
  return readMessageId(text)!;
}

export const PUSHCHAIR_ID = recordId('01930000-0000-7000-8000-0000000000aa') as ItemId;

/** Two lines, with something private in every corner. */
export function request(changes: Partial<RequestForProposals> = {}): RequestForProposals {
  return {
    id: recordId('01930000-0000-7000-8000-000000000001'),
    version: 1,
    title: 'For the twins',
    kind: 'Product',
    category: 'pushchair',
    lines: [
      {
        number: 1,
        wanted: {
          kind: 'item',
          itemId: PUSHCHAIR_ID,
          itemKind: 'Product',
          name: 'Rover Duo',
          brand: 'Rover',
          identifiers: [
            id('gtin:4006381333931'),
            id('sku:otherplace.example/77'),
            id('url:https://otherplace.example/77'),
          ],
        },
        intentionId: recordId('01930000-0000-7000-8000-0000000000bb'),
        requirements: [
          {
            property: 'weight',
            strength: 'must',
            wanted: { kind: 'range', max: decimal('12'), unit: quantity('1', 'KGM').unit },
            isPrivate: false,
          },
          { property: 'brand', strength: 'avoid', wanted: { kind: 'text', anyOf: ['Wobbly'] }, isPrivate: true },
        ],
        quantity: quantity('1'),
        condition: 'new',
        substitutes: 'welcome',
      },
      {
        number: 2,
        wanted: { kind: 'words', words: 'rain cover that fits' },
        requirements: [],
        quantity: quantity('2'),
        condition: 'any',
        substitutes: 'unwelcome',
      },
    ],
    neededBy: readMoment('2026-12-01')!,
    area: { country: 'DE', region: 'Kiel' },
    deliveryMethods: ['delivery'],
    paymentMethods: ['invoice'],
    warrantyMonths: 24,
    budget: { max: euro('700'), min: euro('300'), isShown: false },
    attachments: ['It has to go through a door of 76 cm.'],
    note: 'Grandmother pays half.',
    lapsesAtMs: NOW + 10 * DAY,
    opening: 'whole',
    ...changes,
  };
}

export const DELIVERY: DeliveryDetails = {
  name: 'Kim Petersen',
  street: 'Fördestraße 12',
  postalCode: '24105',
  locality: 'Kiel',
  country: 'DE',
  phone: '+49 431 555 0100',
};

export const THREAD = '3f2c8a10-4b1d-4c55-9a7e-111111111111' as ThreadId;
export const OTHER_THREAD = '9d0be7c4-7d5f-4b02-8f3c-222222222222' as ThreadId;

export const ASKED: AskedVendor = {
  id: THREAD,
  vendor: SHOP,
  person: 'a1a1a1a1-1111-4111-8111-a1a1a1a1a1a1' as PairwiseId,
  channel: 'endpoint',
};
export const OTHER_ASKED: AskedVendor = {
  id: OTHER_THREAD,
  vendor: CINEMA,
  person: 'b2b2b2b2-2222-4222-8222-b2b2b2b2b2b2' as PairwiseId,
  channel: 'endpoint',
};

export function offer(changes: Partial<OfferedLine> = {}): OfferedLine {
  return {
    kind: 'offered',
    key: 'a',
    line: 1,
    name: 'Rover Duo',
    brand: 'Rover',
    identifiers: [],
    properties: [],
    condition: 'new',
    isSubstitute: false,
    quantity: quantity('1'),
    price: { per: quantity('1'), tiers: [{ from: decimal('0'), amount: euro('499') }] },
    options: [],
    ...changes,
  };
}

/** Whole, negotiable, tax in, freight 9.90. */
export function quote(name: string, changes: Partial<Quote> = {}): Quote {
  return {
    kind: 'quote',
    id: messageId(name),
    copy: 1,
    currency: EUR,
    pricing: 'negotiable',
    lines: [offer(), offer({ key: 'b', line: 2, name: 'Rain cover', quantity: quantity('2') })],
    freight: { kind: 'charged', amount: euro('9.90') },
    handling: { kind: 'included' },
    tax: { kind: 'included' },
    validUntilMs: NOW + 5 * DAY,
    returns: { kind: 'unknown' },
    ...changes,
  };
}

export function decline(name: string, of: Decline['of'] = 'request'): Decline {
  return { kind: 'decline', id: messageId(name), copy: 1, of, reason: 'out-of-stock' };
}

export function confirmation(name: string, of: string): Confirmation {
  return { kind: 'confirmation', id: messageId(name), quote: messageId(of), order: { number: 'B-77', lines: [] } };
}
