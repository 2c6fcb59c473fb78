import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestForProposals } from '../../../../src/domain/request-for-proposals.ts';
import { copyForVendor, copyWithDelivery, saysTheSame } from '../../../../src/policy/request/copy-for-vendor.ts';
import { openPartOf } from '../../../../src/policy/request/open-part.ts';
import { ASKED, decimal, DELIVERY, euro, NOW, quantity, request } from '../../../support/request-samples.ts';

const NAME = { id: ASKED.id, person: ASKED.person, copy: 3 };

const KIND = {
  stage: 'kind',
  request: ASKED.id,
  person: ASKED.person,
  copy: 3,
  kind: 'Product',
  category: 'pushchair',
  neededBy: '2026-12-01',
  lapsesAtMs: request().lapsesAtMs,
};

const WHOLE = {
  ...KIND,
  stage: 'whole',
  lines: [
    {
      number: 1,
      name: 'Rover Duo',
      itemKind: 'Product',
      brand: 'Rover',
      identifiers: ['gtin:04006381333931'],
      requirements: [
        { property: 'weight', strength: 'must', wanted: { kind: 'range', max: decimal('12'), unit: 'KGM' } },
      ],
      quantity: quantity('1'),
      condition: 'new',
      substitutes: 'welcome',
    },
    {
      number: 2,
      name: 'rain cover that fits',
      identifiers: [],
      requirements: [],
      quantity: quantity('2'),
      condition: 'any',
      substitutes: 'unwelcome',
    },
  ],
  area: { country: 'DE', region: 'Kiel' },
  deliveryMethods: ['delivery'],
  paymentMethods: ['invoice'],
  warrantyMonths: 24,
  attachments: ['It has to go through a door of 76 cm.'],
};

describe('what leaves', () => {
  it('is at the first stage what sort of thing and when, and not a field more', () => {
    expect(copyForVendor(openPartOf(request()), 'kind', NAME)).toStrictEqual(KIND);
  });

  it('is at the second stage the rest but the private fields, and not a field more', () => {
    expect(copyForVendor(openPartOf(request()), 'whole', NAME)).toStrictEqual(WHOLE);
  });

  it('is with an acceptance where it goes, too, and not a field more', () => {
    expect(copyWithDelivery(openPartOf(request()), NAME, DELIVERY)).toStrictEqual({
      ...WHOLE,
      stage: 'delivery',
      delivery: DELIVERY,
    });
  });

  it('has the budget only where the person shows it, and never at the first stage', () => {
    const shown = openPartOf(request({ budget: { max: euro('700'), min: euro('300'), isShown: true } }));
    expect(copyForVendor(shown, 'kind', NAME)).toStrictEqual(KIND);
    expect(copyForVendor(shown, 'whole', NAME)).toStrictEqual({
      ...WHOLE,
      budget: { max: euro('700'), min: euro('300') },
    });
  });

  it('has the price of a rule, and not how it picks', () => {
    const ruled = request({ rule: { pick: 'nearest', price: euro('20'), deadlineMs: NOW + 1 } });
    expect(copyForVendor(openPartOf(ruled), 'whole', NAME)).toStrictEqual({
      ...WHOLE,
      fixedPrice: { price: euro('20'), deadlineMs: NOW },
    });
  });

  it('has no moment finer than a minute, by which two vendors would know one request', () => {
    const copy = copyForVendor(
      openPartOf(request({ lapsesAtMs: NOW + 61_234, answerByMs: NOW + 59_999 })),
      'kind',
      NAME,
    );
    expect(copy).toMatchObject({ lapsesAtMs: NOW + 60_000, answerByMs: NOW });
  });

  it('leaves out fields that nobody has named, whatever a record has beside them', () => {
    const stray = { secret: 'x' };
    const odd = request({
      ...stray,
      area: { country: 'DE', ...stray },
      budget: { max: euro('1'), isShown: true, ...stray },
      lines: request().lines.map((line) => ({ ...line, ...stray })),
    });
    const copy = copyWithDelivery(openPartOf(odd), NAME, { ...DELIVERY, ...stray });
    expect(JSON.stringify(copy)).not.toContain('secret');
  });

  it('is the same to the byte, whatever is private', () => {
    const privateFields = fc.record({
      title: fc.string(),
      note: fc.string(),
      version: fc.nat(),
      max: fc.nat(1_000_000),
      words: fc.string(),
    });
    fc.assert(
      fc.property(privateFields, fc.constantFrom('kind' as const, 'whole' as const), (fields, stage) => {
        const bytes = (of: RequestForProposals) => JSON.stringify(copyForVendor(openPartOf(of), stage, NAME));
        const [first, ...rest] = request().lines;
        const other = request({
          title: fields.title,
          note: fields.note,
          version: fields.version,
          budget: { max: { ...euro('1'), minor: fields.max }, isShown: false },
          lines: [
            {
              ...first!,
              requirements: [
                { property: fields.words, strength: 'must', wanted: { kind: 'flag', is: true }, isPrivate: true },
                ...first!.requirements,
              ],
            },
            ...rest,
          ],
        });
        expect(bytes(other)).toBe(bytes(request()));
      }),
    );
  });
});

describe('saysTheSame', () => {
  it('looks at all but the number of the copy', () => {
    const copy = copyForVendor(openPartOf(request()), 'whole', NAME);
    expect(saysTheSame(copy, { ...copy, copy: 4 })).toBe(true);
    expect(saysTheSame(copy, copyForVendor(openPartOf(request({ category: 'pram' })), 'whole', NAME))).toBe(false);
    expect(saysTheSame(copy, copyForVendor(openPartOf(request()), 'kind', NAME))).toBe(false);
  });
});
