import { afterEach, describe, expect, it, vi } from 'vitest';
import { readMoment } from '../../../../src/domain/moment.ts';
import { readMoney } from '../../../../src/domain/money.ts';
import type { Order } from '../../../../src/domain/order.ts';
import {
  agreedOrder,
  reconcileFulfilment,
  reconcileOrder,
  type Difference,
} from '../../../../src/policy/request/reconcile-order.ts';
import { euro, NOW, offer, quantity, quote } from '../../../support/request-samples.ts';

const QUOTE = quote('q1', {
  lines: [
    offer({ leadTime: { fromDays: 1, toDays: 3 } }),
    offer({ key: 'b', line: 2, name: 'Rain cover', quantity: quantity('2'), leadTime: { fromDays: 2, toDays: 5 } }),
  ],
});
const CHOICE = [
  { offer: 'a', options: [] },
  { offer: 'b', options: [] },
];
const AGREED = agreedOrder(QUOTE, { choice: CHOICE }, NOW);
const [PUSHCHAIR, COVER] = AGREED.lines as [Order['lines'][number], Order['lines'][number]];

function confirmed(changes: Partial<Order> = {}): Order {
  return { number: 'B-77', ...AGREED, ...changes };
}

afterEach(() => vi.unstubAllEnvs());

describe('agreedOrder', () => {
  it('is what was chosen, part by part, by the latest day of all', () => {
    expect(AGREED).toEqual({
      lines: [
        { offer: 'a', name: 'Rover Duo', quantity: quantity('1'), amount: euro('499') },
        { offer: 'b', name: 'Rain cover', quantity: quantity('2'), amount: euro('998') },
      ],
      freight: euro('9.90'),
      handling: euro('0'),
      tax: euro('0'),
      total: euro('1506.90'),
      dueBy: '2026-11-17',
    });
  });

  it('names the options that were chosen', () => {
    const options = [
      { key: 'red', name: 'Red cover', amount: euro('15'), per: 'unit' },
      { key: 'bag', name: 'Bag', amount: euro('20'), per: 'line' },
    ] as const;
    const one = quote('q1', { lines: [offer({ options })] });
    expect(agreedOrder(one, { choice: [{ offer: 'a', options: ['red'] }] }, NOW).lines).toEqual([
      { offer: 'a', name: 'Rover Duo', quantity: quantity('1'), options: ['Red cover'], amount: euro('514') },
    ]);
  });

  it.each([
    ['Pacific/Auckland', '2026-11-18'],
    ['America/Los_Angeles', '2026-11-17'],
  ])('is there by the day that it is where the person is: %s', (zone, day) => {
    vi.stubEnv('TZ', zone);
    expect(agreedOrder(QUOTE, { choice: CHOICE }, Date.parse('2026-11-12T20:00:00.000Z')).dueBy).toBe(day);
  });

  it('names no day where a line has none', () => {
    expect(agreedOrder(quote('q1'), { choice: CHOICE }, NOW)).not.toHaveProperty('dueBy');
  });
});

describe('reconcileOrder', () => {
  it('finds nothing where all is as agreed, or not said', () => {
    expect(reconcileOrder(AGREED, confirmed())).toEqual([]);
    expect(reconcileOrder(AGREED, { number: 'B-77', lines: AGREED.lines })).toEqual([]);
  });

  it.each([
    [{ lines: [PUSHCHAIR] }, [{ of: 'line', name: 'Rain cover', how: 'missing' }]],
    [
      { lines: [PUSHCHAIR, COVER, { name: 'Bag', quantity: quantity('1') }] },
      [{ of: 'line', name: 'Bag', how: 'added' }],
    ],
    [{ lines: [PUSHCHAIR, COVER, COVER] }, [{ of: 'line', name: 'Rain cover', how: 'added' }]],
    [
      { lines: [PUSHCHAIR, { ...COVER, quantity: quantity('1') }] },
      [{ of: 'quantity', name: 'Rain cover', how: 'less' }],
    ],
    [
      { lines: [PUSHCHAIR, { ...COVER, quantity: quantity('3') }] },
      [{ of: 'quantity', name: 'Rain cover', how: 'more' }],
    ],
    [
      { lines: [PUSHCHAIR, { ...COVER, quantity: quantity('2', 'KGM') }] },
      [{ of: 'quantity', name: 'Rain cover', how: 'not-comparable' }],
    ],
    [
      { lines: [{ ...PUSHCHAIR, amount: euro('500') }, COVER] },
      [{ of: 'line-amount', name: 'Rover Duo', how: 'more' }],
    ],
    [
      { lines: [{ ...PUSHCHAIR, name: 'Rover Solo' }, COVER] },
      [{ of: 'name', name: 'Rover Duo', how: 'other', said: 'Rover Solo' }],
    ],
    [{ lines: [{ ...PUSHCHAIR, name: 'ROVER  duo' }, COVER] }, []],
    [{ freight: euro('12') }, [{ of: 'freight', how: 'more' }]],
    [{ handling: euro('3') }, [{ of: 'handling', how: 'more' }]],
    [{ tax: euro('3') }, [{ of: 'tax', how: 'more' }]],
    [{ total: euro('1500') }, [{ of: 'total', how: 'less' }]],
    [{ total: readMoney('1506.90', 'USD')! }, [{ of: 'total', how: 'not-comparable' }]],
    [{ dueBy: readMoment('2026-11-18')! }, [{ of: 'date', how: 'later' }]],
    [{ dueBy: readMoment('2026-11-16')! }, [{ of: 'date', how: 'earlier' }]],
    [{ dueBy: readMoment('2026-11')! }, []],
  ] satisfies [Partial<Order>, Difference[]][])('marks %j', (changes, expected) => {
    expect(reconcileOrder(AGREED, confirmed(changes))).toEqual(expected);
  });

  it('marks that no amount is said, unless the lines say all of it', () => {
    const { total: _total, ...unsaid } = confirmed();
    const { amount: _amount, ...free } = PUSHCHAIR;
    expect(reconcileOrder(AGREED, { ...unsaid, lines: [free, COVER] })).toEqual([{ of: 'total', how: 'not-said' }]);
    expect(reconcileOrder(AGREED, unsaid)).toEqual([]);
    expect(reconcileOrder(AGREED, confirmed({ lines: [free, COVER] }))).toEqual([]);
  });

  it('marks a charge that nobody had named, and none of nothing', () => {
    const { freight: _freight, ...unsaid } = AGREED;
    expect(reconcileOrder(unsaid, confirmed())).toEqual([{ of: 'freight', how: 'not-comparable' }]);
    expect(reconcileOrder(unsaid, confirmed({ freight: euro('0') }))).toEqual([]);
  });
});

describe('reconcileFulfilment', () => {
  it('marks what came, when, and what was charged', () => {
    const came = { lines: [PUSHCHAIR], cameAt: readMoment('2026-11-19T10:00:00.000Z')!, charged: euro('1600') };
    expect(reconcileFulfilment(AGREED, came)).toEqual([
      { of: 'line', name: 'Rain cover', how: 'missing' },
      { of: 'total', how: 'more' },
      { of: 'date', how: 'later' },
    ]);
  });
});
