import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney } from '../../../../src/domain/money.ts';
import { COMPARE_CRITERIA, orderOffers, type ComparedOffer } from '../../../../src/policy/request/order-offers.ts';
import { euro } from '../../../support/request-samples.ts';

function compared(changes: Partial<ComparedOffer> = {}): ComparedOffer {
  return { musts: [], wishes: [], ...changes };
}

describe('orderOffers', () => {
  it.each([
    ['musts', [{ musts: ['not'] }, { musts: ['not-said'] }, { musts: ['partly'] }, { musts: ['met'] }], [3, 1, 2, 0]],
    [
      'wishes',
      [{ wishes: ['not'] }, { wishes: ['not-said'] }, { wishes: ['partly'] }, { wishes: ['met'] }],
      [3, 2, 1, 0],
    ],
    ['total', [{}, { total: euro('2') }, { total: euro('1') }], [2, 1, 0]],
    [
      'total',
      [
        { total: euro('1'), isPart: true },
        { total: euro('3'), isPart: false },
        { isPart: true },
        {},
        { total: euro('2'), isPart: false },
      ],
      [4, 1, 3, 0, 2],
    ],
    [
      'budget',
      [
        { budget: 'above' },
        { budget: 'open' },
        { budget: 'within', isPart: true },
        { budget: 'above', isPart: true },
        { budget: 'within', isPart: false },
        { budget: 'other-currency' },
      ],
      [4, 1, 2, 5, 0, 3],
    ],
    ['lead-time', [{}, { leadDays: 2 }, { leadDays: 1 }], [2, 1, 0]],
    ['warranty', [{}, { warrantyMonths: 0 }, { warrantyMonths: 24 }], [2, 1, 0]],
    ['returns', [{}, { returnDays: 14 }, { returnDays: 30 }], [2, 1, 0]],
    ['own-rating', [{}, { ownRating: 1 }, { ownRating: 100 }], [2, 1, 0]],
    ['history', [{}, { keptShare: 0 }, { keptShare: 1 }], [2, 1, 0]],
  ] satisfies [(typeof COMPARE_CRITERIA)[number], Partial<ComparedOffer>[], number[]][])(
    'by %s: what is unknown comes last',
    (criterion, offers, order) => {
      expect(orderOffers(offers.map(compared), [criterion])).toEqual({ order, notCompared: [] });
    },
  );

  it('goes by the first that tells them apart, in the order that the person gave', () => {
    const offers = [compared({ total: euro('1'), leadDays: 9 }), compared({ total: euro('2'), leadDays: 1 })];
    expect(orderOffers(offers, ['total', 'lead-time']).order).toEqual([0, 1]);
    expect(orderOffers(offers, ['lead-time', 'total']).order).toEqual([1, 0]);
  });

  it('compares no totals in several currencies, and says so', () => {
    const offers = [
      compared({ total: euro('2'), leadDays: 2 }),
      compared({ total: readMoney('1', 'JPY')!, leadDays: 1 }),
    ];
    expect(orderOffers(offers, ['total'])).toEqual({ order: [0, 1], notCompared: ['total'] });
    expect(orderOffers(offers, ['total', 'lead-time']).order).toEqual([1, 0]);
  });

  it('leaves equal ones as they came, and loses none', () => {
    const level = fc.constantFrom('met' as const, 'partly' as const, 'not' as const, 'not-said' as const);
    const offer = fc.record({
      musts: fc.array(level, { maxLength: 2 }),
      wishes: fc.array(level, { maxLength: 2 }),
      total: fc.option(
        fc.nat(2).map((minor) => ({ ...euro('0'), minor })),
        { nil: undefined },
      ),
      leadDays: fc.option(fc.nat(2), { nil: undefined }),
    });
    const clean = (each: Partial<ComparedOffer>) => JSON.parse(JSON.stringify(each)) as ComparedOffer;
    fc.assert(
      fc.property(fc.array(offer), fc.shuffledSubarray([...COMPARE_CRITERIA]), (offers, criteria) => {
        const all = offers.map((each) => clean(each as Partial<ComparedOffer>));
        const { order } = orderOffers(all, criteria);
        expect(order.toSorted((left, right) => left - right)).toEqual(all.map((_, index) => index));
        const again = orderOffers(
          order.map((index) => all[index]!),
          criteria,
        );
        expect(again.order).toEqual(order.map((_, index) => index));
      }),
    );
  });
});
