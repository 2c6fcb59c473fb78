import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ThreadEvent } from '../../../../src/policy/request/thread-event.ts';
import { openPartOf } from '../../../../src/policy/request/open-part.ts';
import { copyForVendor, copyWithDelivery } from '../../../../src/policy/request/copy-for-vendor.ts';
import { openThread, stepThread } from '../../../../src/policy/request/step-thread.ts';
import type { Thread } from '../../../../src/domain/thread.ts';
import type { Demand, PersonMessage as VendorSide } from '../../../../src/protocol/customer-request.ts';
import { demand } from '../../../../src/protocol/request/demand-schema.ts';
import { personMessage, type WirePersonMessage } from '../../../../src/protocol/request/person-message-schema.ts';
import { demandOf } from '../../../../src/protocol/request/to-demand.ts';
import { personMessageOf } from '../../../../src/protocol/request/to-person-message.ts';
import {
  ASKED,
  DAY,
  decimal,
  DELIVERY,
  euro,
  messageId,
  NOW,
  quantity,
  quote,
  request,
} from '../../../support/request-samples.ts';

const NAME = { id: ASKED.id, person: ASKED.person, copy: 1 };

const HEAD = '"identifier":"3f2c8a10-4b1d-4c55-9a7e-111111111111","person":"a1a1a1a1-1111-4111-8111-a1a1a1a1a1a1"';
const WHEN = '"availabilityEnds":"2026-12-01","validThrough":"2026-11-22T09:00:00.000Z"';
const head = (stage: string, copy: number) =>
  `"@type":"Demand","stage":"${stage}",${HEAD},"copy":${copy},"agreement":"PDC-INTENT",` +
  `"itemOffered":{"@type":"Product","category":"pushchair"},${WHEN}`;
const REST =
  '"lines":[{"@type":"Demand","line":1,"itemOffered":{"@type":"Product","name":"Rover Duo","brand":"Rover",' +
  '"identifier":["gtin:04006381333931"],"additionalProperty":[{"@type":"PropertyValue","name":"weight","maxValue":"12",' +
  '"unitCode":"KGM","valueReference":"must"}]},"eligibleQuantity":{"@type":"QuantitativeValue","value":"1","unitCode":"C62"},' +
  '"itemCondition":"https://schema.org/NewCondition","substitutes":"welcome"},{"@type":"Demand","line":2,' +
  '"itemOffered":{"name":"rain cover that fits","identifier":[],"additionalProperty":[]},' +
  '"eligibleQuantity":{"@type":"QuantitativeValue","value":"2","unitCode":"C62"},"substitutes":"unwelcome"}],' +
  '"areaServed":{"@type":"AdministrativeArea","address":{"@type":"PostalAddress","addressCountry":"DE","addressRegion":"Kiel"}},' +
  '"availableDeliveryMethod":["https://schema.org/ParcelService"],"acceptedPaymentMethod":["invoice"],' +
  '"warranty":{"@type":"WarrantyPromise","durationOfWarranty":{"@type":"QuantitativeValue","value":24,"unitCode":"MON"}}';
const WORDS = '"description":["It has to go through a door of 76 cm."]';
const BUDGET =
  '"priceSpecification":{"@type":"PriceSpecification","minPrice":"300.00","maxPrice":"700.00","priceCurrency":"EUR"}';
const ADDRESS =
  '"deliveryAddress":{"@type":"PostalAddress","name":"Kim Petersen","streetAddress":"Fördestraße 12","postalCode":"24105",' +
  '"addressLocality":"Kiel","addressCountry":"DE","telephone":"+49 431 555 0100"}';

/** What is sent, as it leaves: through the allow-list. */
function bytes(message: WirePersonMessage): string {
  return JSON.stringify(v.parse(personMessage, message));
}

/** Everything that a thread sends because of the events, in order. */
function sentIn(
  opening: 'kind' | 'whole',
  events: readonly ThreadEvent[],
  changes: Parameters<typeof request>[0] = {},
) {
  const open = openPartOf(request({ opening, ...changes }));
  const sent: string[] = [];
  let step = openThread(request().id, ASKED, { open, nowMs: NOW });
  const keep = (thread: Thread) => {
    sent.push(...step.effects.flatMap((one) => (one.kind === 'send' ? [bytes(personMessageOf(one.message))] : [])));
    return thread;
  };
  for (const event of events) {
    step = stepThread(keep(step.thread), event, { open, nowMs: NOW });
  }
  keep(step.thread);
  return sent;
}

const ACKNOWLEDGED: ThreadEvent = { kind: 'delivered', number: 1 };
const INTEREST: ThreadEvent = { kind: 'heard', message: { kind: 'interest', id: messageId('i1'), copy: 1 } };
const QUOTED = (copy: number): ThreadEvent => ({ kind: 'heard', message: quote('q1', { copy }) });
const COUNTER: ThreadEvent = {
  kind: 'counter',
  counter: {
    quote: messageId('q1'),
    lines: [{ offer: 'a', quantity: quantity('2'), amount: euro('450') }],
    total: euro('480.5'),
    words: 'For two?',
  },
};
const ACCEPT: ThreadEvent = {
  kind: 'accept',
  acceptance: {
    quote: messageId('q1'),
    choice: [{ offer: 'a', quantity: quantity('1'), options: ['red'] }],
    total: euro('508.90'),
  },
  delivery: DELIVERY,
};
const accept = (): ThreadEvent => ({
  ...ACCEPT,
  acceptance: {
    quote: messageId('q1'),
    choice: [{ offer: 'a', quantity: quantity('1'), options: [] }],
    total: euro('508.90'),
  },
});

describe('the bytes that leave', () => {
  it('are at the first stage what sort of thing and when, and not one more', () => {
    expect(sentIn('kind', [])).toEqual([`{"kind":"request","demand":{${head('kind', 1)}}}`]);
  });

  it('are the rest only after the vendor answered and the person said so', () => {
    const before = sentIn('kind', [{ kind: 'show-rest' }, ACKNOWLEDGED, { kind: 'show-rest' }, INTEREST]);
    expect(before).toEqual([`{"kind":"request","demand":{${head('kind', 1)}}}`]);
    expect(sentIn('kind', [ACKNOWLEDGED, INTEREST, { kind: 'show-rest' }])).toEqual([
      ...before,
      `{"kind":"request","demand":{${head('whole', 2)},${REST},${WORDS}}}`,
    ]);
  });

  it('have an address only in the acceptance', () => {
    expect(sentIn('whole', [ACKNOWLEDGED, QUOTED(1), COUNTER, accept()])).toEqual([
      `{"kind":"request","demand":{${head('whole', 1)},${REST},${WORDS}}}`,
      '{"kind":"counter","quote":"q1","lines":[{"offer":"a","eligibleQuantity":{"@type":"QuantitativeValue","value":"2",' +
        '"unitCode":"C62"},"priceSpecification":{"@type":"PriceSpecification","price":"450.00","priceCurrency":"EUR"}}],' +
        '"priceSpecification":{"@type":"PriceSpecification","price":"480.50","priceCurrency":"EUR"},"description":"For two?"}',
      '{"kind":"acceptance","quote":"q1","chosen":[{"offer":"a","eligibleQuantity":{"@type":"QuantitativeValue","value":"1",' +
        '"unitCode":"C62"},"addOn":[]}],"priceSpecification":{"@type":"PriceSpecification","price":"508.90",' +
        `"priceCurrency":"EUR"},"demand":{${head('delivery', 1)},${REST},${WORDS},${ADDRESS}}}`,
    ]);
  });

  it('have the budget only where it is shown, and not at the first stage', () => {
    const budget = { max: euro('700'), min: euro('300'), isShown: true };
    expect(sentIn('kind', [], { budget })).toEqual([`{"kind":"request","demand":{${head('kind', 1)}}}`]);
    expect(sentIn('whole', [], { budget })).toEqual([
      `{"kind":"request","demand":{${head('whole', 1)},${REST},${BUDGET},${WORDS}}}`,
    ]);
  });

  it('of every other message are these', () => {
    const other = (message: Parameters<typeof personMessageOf>[0]) => bytes(personMessageOf(message));
    expect(other({ kind: 'answer', question: messageId('w1'), words: 'Blue.' })).toBe(
      '{"kind":"answer","question":"w1","text":"Blue."}',
    );
    expect(other({ kind: 'let-down' })).toBe('{"kind":"let-down"}');
    expect(other({ kind: 'let-down', reason: 'comparison' })).toBe('{"kind":"let-down","reason":"comparison"}');
    expect(other({ kind: 'ended', as: 'withdrawn' })).toBe('{"kind":"ended","as":"withdrawn"}');
  });

  it('of a failure notice have no moment finer than a minute, by which two vendors would know one request', () => {
    const notice = { reason: 'not-answered' as const, atMs: NOW + 59_999, isEnd: true };
    expect(bytes(personMessageOf({ kind: 'failure', notice }))).toBe(
      '{"kind":"failure","reason":"not-answered","at":"2026-11-12T09:00:00.000Z","isEnd":true}',
    );
  });
});

describe('demandOf', () => {
  it('says the price of a rule, a range from below, several values, yes and no, and what may be either', () => {
    const [first] = request().lines;
    const open = openPartOf(
      request({
        rule: { pick: 'nearest', price: euro('20'), deadlineMs: NOW + DAY },
        answerByMs: NOW + DAY,
        deliveryMethods: ['pick-up'],
        lines: [
          {
            ...first!,
            condition: 'used',
            requirements: [
              { property: 'width', strength: 'must', wanted: { kind: 'range', min: decimal('0.5') }, isPrivate: false },
              {
                property: 'colour',
                strength: 'prefer',
                wanted: { kind: 'text', anyOf: ['red', 'blue'] },
                isPrivate: false,
              },
              {
                property: 'suited for',
                strength: 'must',
                wanted: { kind: 'text', anyOf: ['a newborn', 'twins'], isAll: true },
                isPrivate: false,
              },
              { property: 'folds', strength: 'avoid', wanted: { kind: 'flag', is: false }, isPrivate: false },
            ],
          },
        ],
      }),
    );
    expect(demandOf(copyForVendor(open, 'whole', NAME))).toMatchObject({
      answerBy: '2026-11-13T09:00:00.000Z',
      availableDeliveryMethod: ['https://schema.org/OnSitePickup'],
      fixedPrice: {
        '@type': 'PriceSpecification',
        price: '20.00',
        priceCurrency: 'EUR',
        validThrough: '2026-11-13T09:00:00.000Z',
      },
      lines: [
        {
          itemCondition: 'https://schema.org/UsedCondition',
          itemOffered: {
            additionalProperty: [
              { '@type': 'PropertyValue', name: 'width', minValue: '0.5', valueReference: 'must' },
              { '@type': 'PropertyValue', name: 'colour', value: ['red', 'blue'], valueReference: 'prefer' },
              { '@type': 'PropertyValue', name: 'suited for', value: ['a newborn'], valueReference: 'must' },
              { '@type': 'PropertyValue', name: 'suited for', value: ['twins'], valueReference: 'must' },
              { '@type': 'PropertyValue', name: 'folds', value: false, valueReference: 'avoid' },
            ],
          },
        },
      ],
    });
  });

  it('says nothing that the allow-list would drop, at any stage', () => {
    const open = openPartOf(
      request({
        budget: { max: euro('700'), isShown: true },
        rule: { pick: 'cheapest', price: euro('20'), deadlineMs: NOW },
        answerByMs: NOW,
      }),
    );
    const copies = [
      copyForVendor(open, 'kind', NAME),
      copyForVendor(open, 'whole', NAME),
      copyWithDelivery(open, NAME, { ...DELIVERY, email: 'kim@home.example', words: 'Ring twice' }),
    ];
    for (const copy of copies) {
      expect(v.parse(demand, demandOf(copy))).toStrictEqual(demandOf(copy));
    }
  });

  it('is by its types what vendors are told it is', () => {
    expectTypeOf<v.InferOutput<typeof demand>>().toExtend<Demand>();
    expectTypeOf<WirePersonMessage>().toExtend<VendorSide>();
  });
});
