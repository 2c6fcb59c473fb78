import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Proposal } from '../../../../src/domain/proposal.ts';
import type { Intention, Order, OwnershipInfo, Receipt } from '../../../../src/protocol/customer-reply.ts';
import type { IntentionQuery, Page } from '../../../../src/protocol/customer.ts';
import { openPartOf } from '../../../../src/policy/request/open-part.ts';
import { copyForVendor } from '../../../../src/policy/request/copy-for-vendor.ts';
import { requestCalls } from '../../../../src/protocol/request/request-calls.ts';
import { demandOf } from '../../../../src/protocol/request/to-demand.ts';
import { personMessageOf } from '../../../../src/protocol/request/to-person-message.ts';
import { vendorCalls } from '../../../../src/protocol/vendor-wire.ts';
import { ASKED, request, THREAD } from '../../../support/request-samples.ts';
import { PROPOSED_OWNERSHIP, SIGNED_BY_VENDOR } from '../../../support/wire-samples.ts';
import { wrongWith } from '../../../support/wrong-with.ts';

const { intentions, reply, propose } = requestCalls;

const ORDER: Order = {
  '@type': 'Order',
  id: 'p1',
  orderNumber: 'B-77',
  orderedItem: [{ offer: 'a', name: 'Rover Duo', orderQuantity: { value: '1', unitCode: 'C62' } }],
  priceSpecification: { price: '508.90', priceCurrency: 'EUR' },
  orderDelivery: { expectedArrivalUntil: '2026-12-01' },
  request: THREAD,
};

describe('the calls about requests', () => {
  it('are calls of the vendor wire', () => {
    expect(vendorCalls).toMatchObject(requestCalls);
  });

  it('are by their types what vendors are told they are', () => {
    expectTypeOf<v.InferOutput<typeof intentions.output>>().toExtend<Page<Intention>>();
    expectTypeOf<IntentionQuery>().toExtend<NonNullable<v.InferInput<typeof intentions.input>>>();
    expectTypeOf<v.InferOutput<typeof propose.input>>().toExtend<Proposal>();
    expectTypeOf<v.InferOutput<typeof reply.output>>().toExtend<Receipt>();
    expectTypeOf<ReadonlyDeep<v.InferInput<typeof propose.input>>>().toEqualTypeOf<
      ReadonlyDeep<Order | OwnershipInfo>
    >();
  });
});

type ReadonlyDeep<T> = { readonly [K in keyof T]: ReadonlyDeep<T[K]> };

describe('intentions', () => {
  it('let nothing out that the wire does not have, at any depth', () => {
    const copy = copyForVendor(openPartOf(request()), 'whole', { id: ASKED.id, person: ASKED.person, copy: 1 });
    const stray = { title: 'For the twins', budget: 700 };
    const demand = demandOf(copy);
    const body = personMessageOf({ kind: 'request', copy });
    const envelope = {
      sayso: '1' as const,
      from: ASKED.person,
      to: 'https://shop.example',
      request: THREAD,
      number: 1,
      at: '2026-11-12T09:00:00.000Z',
      key: 'k'.repeat(43),
      publicKey: { kty: 'OKP' as const, crv: 'Ed25519' as const, x: 'A'.repeat(43) },
      signature: 's'.repeat(86),
    };
    const page = v.parse(intentions.output, {
      '@context': 'https://schema.org',
      items: [
        {
          ...demand,
          ...stray,
          itemOffered: { ...demand.itemOffered, ...stray },
          messages: [{ ...envelope, ...stray, body: { ...body, ...stray } }],
        },
      ],
    });
    expect(page.items).toStrictEqual([{ ...demand, messages: [{ ...envelope, body }] }]);
  });

  it.each([[undefined], [null], [{}], [{ since: '2026-11-12', limit: 1, cursor: 'c' }]])('take %j', (query) => {
    expect(wrongWith(intentions.input, query)).toBeUndefined();
  });

  it.each([
    [{ limit: 0 }, 'limit'],
    [{ limit: 501 }, 'limit'],
    [{ since: 'yesterday' }, 'since'],
    [{ request: THREAD }, 'request'],
  ])('refuse %j', (query, path) => {
    expect(wrongWith(intentions.input, query)).toContain(path);
  });
});

describe('reply', () => {
  it('takes the name of the request and an envelope that nobody has looked into', () => {
    expect(v.parse(reply.input, [THREAD, SIGNED_BY_VENDOR])).toEqual({ request: THREAD, reply: SIGNED_BY_VENDOR });
  });

  it.each([[[]], [[THREAD]], [[THREAD, 'no']], [['1', {}]], [[THREAD, {}, {}]], [{}], [null]])(
    'refuses %j',
    (input) => {
      expect(wrongWith(reply.input, input)).toBeDefined();
    },
  );
});

describe('propose', () => {
  it('reads an order and something owned', () => {
    expect(v.parse(propose.input, ORDER)).toEqual({
      kind: 'order',
      id: 'p1',
      request: THREAD,
      order: {
        number: 'B-77',
        lines: [{ offer: 'a', name: 'Rover Duo', quantity: { value: '1', unit: 'C62' } }],
        total: { minor: 50_890, currency: 'EUR' },
        dueBy: '2026-12-01',
      },
    });
    expect(v.parse(propose.input, PROPOSED_OWNERSHIP)).toEqual({
      kind: 'ownership',
      id: 'o1',
      itemKind: 'Product',
      name: 'Rover Duo',
      identifiers: ['gtin:04006381333931'],
      at: '2026-11',
    });
  });

  it.each<[object, string]>([
    [{ ...ORDER, '@type': 'Review' }, '@type'],
    [{ ...ORDER, id: '' }, 'id'],
    [{ ...ORDER, orderNumber: ' ' }, 'orderNumber'],
    [{ ...ORDER, orderedItem: Array.from({ length: 301 }, () => ORDER.orderedItem[0]) }, 'orderedItem'],
    [{ ...ORDER, priceSpecification: { price: '1' } }, 'priceSpecification.price'],
    [{ ...ORDER, person: 'x' }, 'person'],
    [{ ...PROPOSED_OWNERSHIP, typeOfGood: { '@type': 'Gun', name: 'x' } }, 'typeOfGood.@type'],
    [{ ...PROPOSED_OWNERSHIP, ownedFrom: 'long ago' }, 'ownedFrom'],
  ])('refuses %j by path', (input, path) => {
    expect(wrongWith(propose.input, input)).toContain(`${path}: `);
  });
});
