import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Money } from '../../../../src/domain/money.ts';
import type { Quote } from '../../../../src/domain/quote.ts';
import type { RequestForProposals } from '../../../../src/domain/request-for-proposals.ts';
import type { WholeCopy } from '../../../../src/domain/vendor-copy.ts';
import { firstChoice } from '../../../../src/policy/request/check-choice.ts';
import { isOffered } from '../../../../src/policy/request/check-quote.ts';
import { copyForVendor } from '../../../../src/policy/request/copy-for-vendor.ts';
import { openPartOf } from '../../../../src/policy/request/open-part.ts';
import { totalToTheDoor } from '../../../../src/policy/request/total-to-the-door.ts';
import { orderDocument, type OrderParts } from '../../../../src/transfer/ubl/order.ts';
import { quotation, type QuotedTotals } from '../../../../src/transfer/ubl/quotation.ts';
import { requestForQuotation } from '../../../../src/transfer/ubl/request-for-quotation.ts';
import {
  ASKED,
  DAY,
  decimal,
  DELIVERY,
  EUR,
  euro,
  messageId,
  NOW,
  offer,
  quantity,
  quote,
  request,
  THREAD,
} from '../../../support/request-samples.ts';
import { id, SHOP } from '../../../support/samples.ts';
import { ublSequence } from '../../../fixtures/ubl-sequences.ts';
import { allNamed, readUbl, ublMisfits, type UblNode } from '../../../support/ubl-misfit.ts';

const HOSTILE = ']]><script>alert("1")</script>&amp;<!-- \u0000\u000b\ufffe\ud800 "\' --><?x?>\r\n\t🙂';

function copyOf(changes: Partial<RequestForProposals> = {}): WholeCopy {
  const copy = copyForVendor(openPartOf(request(changes)), 'whole', { id: THREAD, person: ASKED.person, copy: 1 });
  return copy as WholeCopy;
}

/** As a quote comes to with the first choice. */
function totalsOf(of: Quote): QuotedTotals {
  const price = totalToTheDoor(of, firstChoice(of, request().lines));
  const nothing: Money = { minor: 0, currency: of.currency };
  return price.kind === 'priced'
    ? { ...price, lines: new Map(price.lines.map(({ offer: key, amount }) => [key, amount])) }
    : { lines: new Map(), goods: nothing, atLeast: nothing, unknown: ['goods'] };
}

function quoted(changes: Partial<Quote> = {}, copy = copyOf()): string {
  const of = quote('q1', changes);
  return quotation({ copy, quote: of, totals: totalsOf(of), vendor: SHOP, person: ASKED.person, quotedAtMs: NOW });
}

function ordered(changes: Partial<OrderParts['order']> = {}, delivery = DELIVERY): string {
  return orderDocument({
    order: {
      number: 'B-77',
      lines: [{ offer: 'a', name: 'Rover Duo', quantity: quantity('1'), amount: euro('499') }],
      freight: euro('9.90'),
      total: euro('508.90'),
      ...changes,
    },
    quote: messageId('q1'),
    currency: EUR,
    delivery,
    vendor: SHOP,
    person: ASKED.person,
    acceptedAtMs: NOW,
  });
}

const FULL = offer({
  name: HOSTILE,
  brand: HOSTILE,
  identifiers: [id('gtin:4006381333931'), id('mpn:rover/DUO-7'), id('wikidata:Q42')],
  properties: [
    { property: 'weight', value: { kind: 'number', value: decimal('11.5'), unit: quantity('1', 'KGM').unit } },
    { property: HOSTILE, value: { kind: 'text', text: HOSTILE } },
    { property: 'folds', value: { kind: 'flag', is: true } },
  ],
  quantity: quantity('12'),
  price: {
    per: quantity('1'),
    tiers: [
      { from: decimal('0'), amount: euro('4.20') },
      { from: decimal('10'), amount: euro('3.99') },
    ],
  },
  steps: { min: decimal('1'), max: decimal('100'), step: decimal('1') },
  options: [{ key: 'w', name: HOSTILE, amount: euro('-0.05'), per: 'unit' }],
  availability: 'InStock',
  inventory: decimal('40'),
  leadTime: { fromDays: 2, toDays: 4 },
  warrantyMonths: 24,
  words: HOSTILE,
});

const DOCUMENTS: readonly (readonly [string, () => string])[] = [
  ['a request', () => requestForQuotation(copyOf(), SHOP, NOW)],
  [
    'a request with everything in it',
    () =>
      requestForQuotation(
        copyOf({
          category: HOSTILE,
          attachments: [HOSTILE, 'and so on'],
          budget: { max: euro('700'), min: euro('300'), isShown: true },
          rule: { pick: 'cheapest', price: euro('480'), deadlineMs: NOW + DAY },
          answerByMs: NOW + DAY,
          deliveryMethods: ['delivery', 'pick-up'],
          paymentMethods: ['invoice', HOSTILE],
          lines: [
            {
              ...request().lines[0]!,
              requirements: [
                {
                  property: HOSTILE,
                  strength: 'must',
                  wanted: { kind: 'text', anyOf: ['a', HOSTILE] },
                  isPrivate: false,
                },
                {
                  property: 'suited for',
                  strength: 'must',
                  wanted: { kind: 'text', anyOf: ['a newborn', 'twins'], isAll: true },
                  isPrivate: false,
                },
                { property: 'folds', strength: 'prefer', wanted: { kind: 'flag', is: true }, isPrivate: false },
                {
                  property: 'width',
                  strength: 'avoid',
                  wanted: { kind: 'range', min: decimal('76') },
                  isPrivate: false,
                },
              ],
            },
          ],
        }),
        SHOP,
        NOW,
      ),
  ],
  ['a request to nobody by name', () => requestForQuotation(copyOf(), undefined, NOW)],
  ['a request by a month', () => requestForQuotation(copyOf({ neededBy: '2026-12' as never }), SHOP, NOW)],
  ['a quote', () => quoted()],
  [
    'a quote with everything in it',
    () =>
      quoted({
        lines: [
          FULL,
          { ...FULL, key: 's', isSubstitute: true },
          { kind: 'not-offered', line: 2, reason: 'out-of-stock', words: HOSTILE },
        ],
        handling: { kind: 'charged', amount: euro('2') },
        tax: { kind: 'excluded-rate', percent: decimal('19') },
        returns: { kind: 'days', days: 14, paidBy: 'vendor' },
        contact: { name: HOSTILE, email: 'kim@shop.example', phone: '+49 431 1' },
        validFor: HOSTILE,
        words: HOSTILE,
      }),
  ],
  [
    'a quote that says nothing yet',
    () => quoted({ lines: [{ kind: 'pending', line: 1 }], freight: { kind: 'unknown' } }),
  ],
  ['an order', () => ordered()],
  [
    'an order with everything in it',
    () =>
      ordered(
        { number: HOSTILE, tax: euro('80.01'), handling: euro('2'), dueBy: request().neededBy! },
        { ...DELIVERY, name: HOSTILE, street: HOSTILE, words: HOSTILE, email: 'a@b.example' },
      ),
  ],
  [
    'an order of something else',
    () => ordered({ lines: [{ name: 'Doll', quantity: quantity('1') }], freight: undefined as never }),
  ],
];

/** What each of the three has to have, by the published schemas: written down once more, by hand, beside the sequences. */
const MANDATORY: Readonly<Record<string, readonly string[]>> = {
  RequestForQuotation: [
    'cbc:IssueDate',
    'cbc:IssueTime',
    'cac:SellerSupplierParty',
    'cac:RequestForQuotationLine',
    'cac:LineItem',
    'cac:Item',
  ],
  Quotation: [
    'cbc:IssueDate',
    'cac:SellerSupplierParty',
    'cac:QuotedMonetaryTotal',
    'cbc:PayableAmount',
    'cac:QuotationLine',
    'cac:LineItem',
    'cac:Item',
  ],
  Order: [
    'cbc:ID',
    'cbc:IssueDate',
    'cac:BuyerCustomerParty',
    'cac:SellerSupplierParty',
    'cac:OrderLine',
    'cac:LineItem',
    'cac:Item',
  ],
};

/** @param path - the places of children, from the root down */
function nodeAt(root: UblNode, path: readonly number[]): UblNode {
  return path.reduce((node, place) => node.children[place]!, root);
}

describe('the documents', () => {
  it.each(DOCUMENTS)('are well-formed, and in the order of the published sequences: %s', (_what, make) => {
    const xml = make();
    const root = readUbl(xml);
    expect(ublMisfits(root)).toEqual([]);
    expect(root.attributes['xmlns']).toBe(`urn:oasis:names:specification:ubl:schema:xsd:${root.name}-2`);
  });

  it.each(DOCUMENTS)('have each element that has to be there, and miss none of them unseen: %s', (_what, make) => {
    const found: string[] = [];
    const walk = (path: readonly number[]): void => {
      const { name, children } = nodeAt(readUbl(make()), path);
      const required = ublSequence(name.replace('cac:', ''))?.filter(({ isRequired }) => isRequired) ?? [];
      for (const slot of required) {
        expect(children.map((child) => child.name)).toContain(slot.name);
        const root = readUbl(make());
        const spoilt = nodeAt(root, path).children;
        spoilt.splice(0, spoilt.length, ...spoilt.filter((child) => child.name !== slot.name));
        expect(ublMisfits(root).join('\n')).toContain(`has 0 ${slot.name}`);
        found.push(slot.name);
      }
      children.forEach((child, place) => child.name.startsWith('cac:') && walk([...path, place]));
    };
    walk([]);
    expect(found).toEqual(expect.arrayContaining([...MANDATORY[readUbl(make()).name]!]));
  });

  it.each(DOCUMENTS)('stand in that one order, and in no other unseen: %s', (_what, make) => {
    const walk = (path: readonly number[]): void => {
      const { children } = nodeAt(readUbl(make()), path);
      children.forEach((child, place) => {
        const next = children[place + 1];
        if (next && next.name !== child.name) {
          const root = readUbl(make());
          const swapped = nodeAt(root, path).children;
          [swapped[place], swapped[place + 1]] = [swapped[place + 1]!, swapped[place]!];
          expect(ublMisfits(root).join('\n')).toContain('stands too late');
        }
        if (child.name.startsWith('cac:')) {
          walk([...path, place]);
        }
      });
    };
    walk([]);
  });

  it.each(DOCUMENTS)(
    'name the currency of each amount, with all its decimals, and the unit of each quantity: %s',
    (_what, make) => {
      const elements = allBasic(make());
      for (const { name, attributes, text } of elements.filter(({ name: of }) => of.endsWith('Amount'))) {
        expect([name, attributes, text]).toEqual([
          name,
          { currencyID: 'EUR' },
          expect.stringMatching(/^-?\d+\.\d\d$/u),
        ]);
      }
      for (const { name, attributes, text } of elements.filter(({ name: of }) => of.endsWith('Quantity'))) {
        expect([name, text]).toEqual([name, expect.stringMatching(/^\d+(?:\.\d+)?$/u)]);
        expect(attributes['unitCode']).toMatch(/^[A-Z\d]{1,3}$/u);
      }
    },
  );

  it('write yen without decimals and dinars with three', () => {
    const yen = quote('q1', {
      currency: 'JPY' as never,
      lines: [
        offer({
          price: {
            per: quantity('1'),
            tiers: [{ from: decimal('0'), amount: { minor: 80_000, currency: 'JPY' as never } }],
          },
        }),
      ],
      freight: { kind: 'included' },
    });
    const xml = quotation({
      copy: copyOf(),
      quote: yen,
      totals: totalsOf(yen),
      vendor: SHOP,
      person: ASKED.person,
      quotedAtMs: NOW,
    });
    expect(xml).toContain('<cbc:PriceAmount currencyID="JPY">80000</cbc:PriceAmount>');
    const dinar = ordered({ total: { minor: 12_345, currency: 'KWD' as never } });
    expect(dinar).toContain('<cbc:PayableAmount currencyID="KWD">12.345</cbc:PayableAmount>');
  });

  it('hold any text as it is, but for what XML has no way to write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (words) => {
        const root = readUbl(quoted({ words }));
        const [note] = allNamed(root, 'cbc:Note');
        // All but the characters of XML 1.0.
        expect(note?.text).toBe(words.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd'));
        expect(ublMisfits(root)).toEqual([]);
      }),
    );
  });
});

describe('a request as UBL', () => {
  it('says nothing that is private', () => {
    const xml = requestForQuotation(copyOf(), SHOP, NOW);
    for (const secret of ['Grandmother', 'twins', 'Wobbly', '700', '300', request().id, 'otherplace']) {
      expect(xml).not.toContain(secret);
    }
    expect(xml).toContain('Rover Duo');
  });

  it('says a budget that is shown, and a requirement as it is', () => {
    const xml = requestForQuotation(copyOf({ budget: { max: euro('700'), isShown: true } }), SHOP, NOW);
    expect(allNamed(readUbl(xml), 'cbc:Note').map(({ text }) => text)).toContain('Budget: up to 700.00 EUR');
    const [property] = allNamed(readUbl(xml), 'cac:AdditionalItemProperty');
    expect(property?.children.map(({ name, text }) => [name, text.trim()])).toEqual([
      ['cbc:Name', 'weight'],
      ['cbc:ValueQualifier', 'KGM'],
      ['cbc:ImportanceCode', 'must'],
      ['cac:ItemPropertyRange', ''],
    ]);
  });
});

describe('a quote as UBL', () => {
  it('has the total to the door, and each line’s own amount', () => {
    const root = readUbl(quoted());
    expect(allNamed(root, 'cbc:PayableAmount').map(({ text }) => text)).toEqual(['1506.90']);
    expect(
      allNamed(root, 'cac:QuotationLine').map(
        (line) => line.children.find(({ name }) => name === 'cbc:LineExtensionAmount')?.text,
      ),
    ).toEqual(['499.00', '998.00']);
  });

  it('says what is not in the total', () => {
    const root = readUbl(quoted({ freight: { kind: 'unknown' }, tax: { kind: 'unknown' } }));
    expect(allNamed(root, 'cbc:Note').map(({ text }) => text)).toContain('Not in the total: freight, tax');
  });

  it('sets a substitute beside what was asked for', () => {
    const root = readUbl(quoted({ lines: [{ ...FULL, name: 'Rover Solo', isSubstitute: true }] }));
    const [line] = allNamed(root, 'cac:QuotationLine');
    const names = (of: string) =>
      allNamed(line!, of)
        .flatMap((item) => allNamed(item, 'cac:Item'))
        .map((item) => item.children[0]?.text);
    expect(names('cac:LineItem')).toEqual(['Rover Duo']);
    expect(names('cac:SellerProposedSubstituteLineItem')).toEqual(['Rover Solo']);
  });

  it('has as many offers as the quote, in a quote of any of them', () => {
    expect(quote('q1').lines.filter(isOffered)).toHaveLength(allNamed(readUbl(quoted()), 'cac:QuotationLine').length);
  });
});

function allBasic(xml: string) {
  const basic: ReturnType<typeof readUbl>[] = [];
  const walk = (node: ReturnType<typeof readUbl>): void => {
    if (node.name.startsWith('cbc:')) {
      basic.push(node);
    }
    node.children.forEach(walk);
  };
  walk(readUbl(xml));
  return basic;
}
