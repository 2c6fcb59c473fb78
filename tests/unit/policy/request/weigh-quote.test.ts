import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readMoment } from '../../../../src/domain/moment.ts';
import { firstChoice } from '../../../../src/policy/request/check-choice.ts';
import { withOffer, withOption } from '../../../../src/policy/request/change-choice.ts';
import { totalToTheDoor } from '../../../../src/policy/request/total-to-the-door.ts';
import { comparedOf, weighQuote } from '../../../../src/policy/request/weigh-quote.ts';
import type { Quote, QuoteOption } from '../../../../src/domain/quote.ts';
import type { RequestForProposals } from '../../../../src/domain/request-for-proposals.ts';
import { decimal, euro, NOW, offer, quantity, quote, request } from '../../../support/request-samples.ts';

const REQUEST = request();
const KILOGRAM = quantity('1', 'KGM').unit;
const WEIGHT = { property: 'Weight', value: { kind: 'number', value: decimal('11.5'), unit: KILOGRAM } } as const;
const GOOD = offer({ properties: [WEIGHT], warrantyMonths: 24, leadTime: { fromDays: 2, toDays: 4 } });
const COVER = offer({ key: 'b', line: 2, name: 'Rain cover', quantity: quantity('2'), warrantyMonths: 12 });

function weighed(changes: Partial<Quote>, of: RequestForProposals = REQUEST) {
  const one = quote('q1', changes);
  return weighQuote(of, one, { choice: firstChoice(one, of.lines), nowMs: NOW });
}

afterEach(() => vi.unstubAllEnvs());

describe('weighQuote', () => {
  it('holds each line against what was asked, and counts what has to be apart from what would be liked', () => {
    const found = weighed({ lines: [GOOD, COVER] });
    expect(found.lines.map(({ chosen }) => chosen?.name)).toEqual(['Rover Duo', 'Rain cover']);
    // Line 1: how many, new, by when, its weight. Line 2: how many, any, by when (not said).
    expect(found.musts).toEqual(['met', 'met', 'met', 'met', 'met', 'met', 'not-said']);
    // Line 1: the warranty, and a brand that is not Wobbly. Line 2: the warranty is too short.
    expect(found.wishes).toEqual(['met', 'met', 'partly']);
    expect(found).toMatchObject({ isWhole: true, warrantyMonths: 12, price: { kind: 'priced' } });
    expect(found).not.toHaveProperty('leadDays');
  });

  it('takes the latest of what comes, and the shortest warranty, when all of it is told', () => {
    const cover = { ...COVER, leadTime: { fromDays: 1, toDays: 9 } };
    expect(weighed({ lines: [GOOD, cover] })).toMatchObject({ leadDays: 9, warrantyMonths: 12 });
  });

  it.each([
    ['America/Los_Angeles', 'met'],
    ['Europe/Berlin', 'not'],
  ])('takes a day for one where the person is: %s', (zone, level) => {
    vi.stubEnv('TZ', zone);
    const lines = [offer({ leadTime: { fromDays: 2, toDays: 2 } })];
    const one = quote('q1', { lines });
    const of = request({ neededBy: readMoment('2026-11-14')! });
    // The evening of the 12th in California is the 13th in Berlin.
    const nowMs = Date.parse('2026-11-13T04:00:00.000Z');
    const [line] = weighQuote(of, one, { choice: firstChoice(one, of.lines), nowMs }).lines;
    expect(line!.asked.find((asked) => asked.of === 'date')!.level).toBe(level);
  });

  it.each([
    ['to follow', { kind: 'pending', line: 2 }, ['not-said']],
    ['not offered', { kind: 'not-offered', line: 2, reason: 'out-of-stock' }, ['not']],
  ] as const)('says of a line that is %s what is missing', (_name, line, levels) => {
    const found = weighed({ lines: [GOOD, line] });
    expect(found.isWhole).toBe(false);
    expect(found.lines[1]).toMatchObject({ other: line, asked: [], requirements: [] });
    expect(found.musts.slice(4)).toEqual(levels);
  });

  it.each([
    ['all of it', [GOOD, COVER], 2],
    ['a line less', [GOOD], 1],
    ['a line to follow', [GOOD, { kind: 'pending', line: 2 } as const], 1],
    ['fewer than asked', [GOOD, { ...COVER, quantity: quantity('1') }], 1],
    ['more than asked', [GOOD, { ...COVER, quantity: quantity('3') }], 2],
    ['so many of another unit', [GOOD, { ...COVER, quantity: quantity('2', 'KGM') }], 1],
  ])('is of a part of the request unless every line is there in full: %s', (_name, lines, inFull) => {
    const asked = { ...REQUEST, lines: [REQUEST.lines[0]!, { ...REQUEST.lines[1]!, quantity: quantity('2') }] };
    const found = weighed({ lines }, asked);
    expect(found.linesInFull).toBe(inFull);
    expect(comparedOf(found, {}).isPart).toBe(inFull < 2);
  });

  it('counts every requirement of a line that is not answered as not met', () => {
    const found = weighed({ lines: [COVER] });
    expect(found.musts.slice(0, 2)).toEqual(['not', 'not']);
    expect(found.wishes.slice(0, 1)).toEqual(['not']);
  });

  it.each([
    [{ kind: 'unknown' }, undefined],
    [{ kind: 'none' }, 0],
    [{ kind: 'days', days: 30, paidBy: 'vendor' }, 30],
  ] as const)('takes %j as so many days to send it back: %s', (returns, days) => {
    expect(weighed({ returns }).returnDays).toBe(days);
  });

  it('is compared by its total only when all of it is known', () => {
    const own = { ownRating: 80 };
    expect(comparedOf(weighed({}), own)).toMatchObject({ total: euro('1506.90'), ownRating: 80 });
    expect(comparedOf(weighed({ freight: { kind: 'unknown' } }), own)).not.toHaveProperty('total');
  });
});

const OPTIONS: readonly QuoteOption[] = [
  { key: 'red', name: 'Red', group: 'colour', amount: euro('5'), per: 'unit' },
  { key: 'blue', name: 'Blue', group: 'colour', amount: euro('0'), per: 'unit' },
  { key: 'bag', name: 'Bag', amount: euro('20'), per: 'line' },
  { key: 'bell', name: 'Bell', amount: euro('3'), per: 'unit' },
];

describe('a choice that is changed', () => {
  const one = offer({ options: OPTIONS });
  const other = offer({ key: 'c', name: 'Rover Solo', isSubstitute: true });
  const whole = quote('q1', { lines: [one, other, COVER] });
  const start = firstChoice(whole, REQUEST.lines);

  it('takes one of a group, and lets go of its rival', () => {
    const red = withOption(start, one, 'red', true);
    expect(withOption(red, one, 'blue', true)[0]?.options).toEqual(['blue']);
    expect(withOption(red, one, 'red', false)).toEqual(start);
  });

  it('takes another offer for a line without the options of the first, or none', () => {
    const chosen = withOffer(withOption(start, one, 'bag', true), [one, other], 'c');
    expect(chosen).toEqual([
      { offer: 'b', options: [] },
      { offer: 'c', options: [] },
    ]);
    expect(withOffer(start, [one, other], undefined)).toEqual([{ offer: 'b', options: [] }]);
  });

  it('can always be had, whatever is pressed in whatever order, and costs its options more', () => {
    const press = fc.record({ key: fc.constantFrom(...OPTIONS.map(({ key }) => key)), isTaken: fc.boolean() });
    const without = totalToTheDoor(whole, start);
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
        const choice = presses.reduce((now, { key, isTaken }) => withOption(now, one, key, isTaken), start);
        const price = totalToTheDoor(whole, choice);
        const taken = choice.find((chosen) => chosen.offer === one.key)?.options ?? [];
        const more = OPTIONS.filter(({ key }) => taken.includes(key)).reduce(
          (sum, { amount }) => sum + amount.minor,
          0,
        );
        expect(price).toMatchObject({ kind: 'priced' });
        expect(price.kind === 'priced' && without.kind === 'priced' && price.goods.minor - without.goods.minor).toBe(
          more,
        );
      }),
    );
  });
});
