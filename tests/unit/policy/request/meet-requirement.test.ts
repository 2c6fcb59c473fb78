import { describe, expect, it } from 'vitest';
import { readMoment } from '../../../../src/domain/moment.ts';
import { readUnitCode } from '../../../../src/domain/quantity.ts';
import type { OfferedLine } from '../../../../src/domain/quote.ts';
import type { QuotedValue, RequirementStrength, WantedValue } from '../../../../src/domain/requirement.ts';
import { meetLine } from '../../../../src/policy/request/meet-line.ts';
import { meetRequirements } from '../../../../src/policy/request/meet-requirement.ts';
import { decimal, NOW, offer, quantity, request } from '../../../support/request-samples.ts';

function text(words: string): QuotedValue {
  return { kind: 'text', text: words };
}

function number(value: string, unit?: string): QuotedValue {
  return { kind: 'number', value: decimal(value), ...(unit !== undefined && { unit: readUnitCode(unit)! }) };
}

function range(min?: string, max?: string, unit?: string): WantedValue {
  return {
    kind: 'range',
    ...(min !== undefined && { min: decimal(min) }),
    ...(max !== undefined && { max: decimal(max) }),
    ...(unit !== undefined && { unit: readUnitCode(unit)! }),
  };
}

const RED: WantedValue = { kind: 'text', anyOf: ['red', 'dark blue'] };
const BOTH: WantedValue = { kind: 'text', anyOf: ['a newborn', 'a toddler'], isAll: true };
const EITHER: WantedValue = { kind: 'text', anyOf: ['a newborn', 'letters and sheets'] };
const TRAIN: WantedValue = { kind: 'text', anyOf: ['by train'] };
const YES: WantedValue = { kind: 'flag', is: true };

function meet(wanted: WantedValue, said: QuotedValue | undefined, strength: RequirementStrength = 'must'): string {
  const properties = said ? [{ property: 'The Thing', value: said }] : [];
  const [meeting] = meetRequirements([{ property: 'the thing', strength, wanted, isPrivate: false }], { properties });
  return `${meeting?.level}: ${meeting?.reason}`;
}

describe('meetRequirements', () => {
  it.each([
    [RED, text('Red'), 'met: same'],
    [RED, text('dark-blue'), 'met: same'],
    [RED, text('red / white'), 'partly: among-others'],
    [RED, text('redwood'), 'not: other'],
    [RED, text(''), 'not: other'],
    [RED, { kind: 'flag', is: true }, 'not-said: other-sort'],
    [RED, undefined, 'not-said: not-said'],
    [RED, text('red and dark blue'), 'met: same'],
    [RED, text('the Red'), 'met: same'],
    [BOTH, text('a newborn, a toddler'), 'met: same'],
    [BOTH, text('Newborn; TODDLER; twins'), 'met: same'],
    [BOTH, text('toddlers and the newborn'), 'partly: among-others'],
    [BOTH, text('toddler'), 'partly: among-others'],
    [BOTH, text('from newborn on'), 'not-said: alike'],
    [BOTH, text('newborns'), 'not: other'],
    [BOTH, text('twins'), 'not: other'],
    [EITHER, text('newborn'), 'met: same'],
    [EITHER, text('Letters and sheets'), 'met: same'],
    [EITHER, text('letters and sheets, a newborn'), 'met: same'],
    [EITHER, text('newborn, toddler'), 'partly: among-others'],
    [TRAIN, text('train'), 'not-said: alike'],
    [TRAIN, text('By train'), 'met: same'],
    [TRAIN, text('by night train'), 'not: other'],
    [TRAIN, text('trainer'), 'not: other'],
    [TRAIN, text('not by train, by ship'), 'not-said: alike'],
    [TRAIN, text('by ship'), 'not: other'],
    [TRAIN, text(' , '), 'not: other'],
    [{ kind: 'text', anyOf: ['Zug'] }, text('mit dem Zug'), 'not-said: alike'],
    [{ kind: 'text', anyOf: ['mit dem Zug'] }, text('Zug'), 'not-said: alike'],
    [{ kind: 'text', anyOf: ['EU 42'] }, number('42'), 'not-said: alike'],
    [{ kind: 'text', anyOf: ['42'] }, number('425'), 'not: other'],
    [{ kind: 'text', anyOf: ['42'] }, number('42'), 'met: same'],
    [range(undefined, '12', 'KGM'), number('11999', 'GRM'), 'met: in-range'],
    [range(undefined, '12', 'KGM'), number('12', 'KGM'), 'met: in-range'],
    [range(undefined, '12', 'KGM'), number('12.001', 'KGM'), 'not: above'],
    [range('1', '2'), number('0.999'), 'not: below'],
    [range('1'), number('1'), 'met: in-range'],
    [range(undefined, '12', 'KGM'), number('3', 'MTR'), 'not-said: other-unit'],
    [range(undefined, '12', 'KGM'), number('3'), 'not-said: other-unit'],
    [range(undefined, '12'), number('3', 'KGM'), 'not-said: other-unit'],
    [range('-5', '5', 'CEL'), number('-4.5', 'CEL'), 'met: in-range'],
    [range('1', '2'), text('about one'), 'not-said: other-sort'],
    [YES, { kind: 'flag', is: true }, 'met: same'],
    [YES, { kind: 'flag', is: false }, 'not: other'],
    [YES, text('yes'), 'not-said: other-sort'],
  ] satisfies [WantedValue, QuotedValue | undefined, string][])('holds %j against %j: %s', (wanted, said, expected) => {
    expect(meet(wanted, said)).toBe(expected);
  });

  it.each([
    [text('red'), 'not: same'],
    [text('green'), 'met: other'],
    [text('red / green'), 'partly: among-others'],
    [text('brick red'), 'not-said: alike'],
    [undefined, 'not-said: not-said'],
  ])('turns what is to be avoided round: %j: %s', (said, expected) => {
    expect(meet(RED, said, 'avoid')).toBe(expected);
  });

  it('reads all that a vendor says of one property', () => {
    const said = ['Newborn', 'a toddler'].map((one) => ({ property: 'suited for', value: text(one) }));
    const suited = { property: 'Suited for', strength: 'must', wanted: BOTH, isPrivate: false } as const;
    expect(meetRequirements([suited], { properties: said })).toMatchObject([
      { level: 'met', said: text('Newborn, a toddler') },
    ]);
  });

  it('reads a brand where vendors write it', () => {
    const requirement = {
      property: 'Brand',
      strength: 'prefer',
      wanted: { kind: 'text', anyOf: ['rover'] },
      isPrivate: true,
    } as const;
    expect(meetRequirements([requirement], offer())).toMatchObject([{ level: 'met', said: text('Rover') }]);
  });
});

describe('meetLine', () => {
  const [line] = request().lines;
  const levelOf = (
    changes: Partial<OfferedLine>,
    of: string,
    asked: Partial<typeof line> = {},
    neededBy = '2026-12-01',
  ) =>
    meetLine(offer(changes), { ...line!, ...asked }, { neededBy: readMoment(neededBy)!, warrantyMonths: 24 }, NOW).find(
      (meeting) => meeting.of === of,
    )?.level;

  it.each([
    ['quantity', {}, {}, 'met'],
    ['quantity', {}, { quantity: quantity('2') }, 'partly'],
    ['quantity', { quantity: quantity('1', 'KGM') }, {}, 'not-said'],
    ['condition', { condition: 'refurbished' }, {}, 'partly'],
    ['condition', { condition: 'used' }, {}, 'not'],
    ['condition', { condition: 'used' }, { condition: 'used' }, 'met'],
    ['condition', { condition: 'new' }, { condition: 'used' }, 'not'],
    ['condition', { condition: 'damaged' }, { condition: 'any' }, 'met'],
    ['substitute', { isSubstitute: true }, {}, 'partly'],
    ['substitute', { isSubstitute: true }, { substitutes: 'unwelcome' }, 'not'],
    ['substitute', {}, {}, undefined],
    ['date', {}, {}, 'not-said'],
    ['date', { leadTime: { fromDays: 2, toDays: 19 } }, {}, 'met'],
    ['date', { leadTime: { fromDays: 2, toDays: 20 } }, {}, 'partly'],
    ['date', { leadTime: { fromDays: 20, toDays: 30 } }, {}, 'not'],
    ['warranty', { warrantyMonths: 24 }, {}, 'met'],
    ['warranty', { warrantyMonths: 12 }, {}, 'partly'],
    ['warranty', { warrantyMonths: 0 }, {}, 'not'],
    ['warranty', {}, {}, 'not-said'],
  ] satisfies [string, Partial<OfferedLine>, Partial<typeof line>, string | undefined][])(
    '%s of %j, asked %j: %s',
    (of, changes, asked, expected) => {
      expect(levelOf(changes, of, asked)).toBe(expected);
    },
  );

  it('takes a month as a month', () => {
    expect(levelOf({ leadTime: { fromDays: 1, toDays: 48 } }, 'date', {}, '2026-12')).toBe('met');
    expect(levelOf({ leadTime: { fromDays: 1, toDays: 50 } }, 'date', {}, '2026-12')).toBe('partly');
  });
});
