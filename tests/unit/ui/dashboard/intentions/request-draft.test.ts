import { speak } from '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { RequestForProposals } from '../../../../../src/domain/request-for-proposals.ts';
import {
  withGuide,
  withLine,
  withNewLine,
  withoutLine,
} from '../../../../../src/ui/dashboard/intentions/change-draft.ts';
import { faultsOf } from '../../../../../src/ui/dashboard/intentions/draft-faults.ts';
import { inputOf } from '../../../../../src/ui/dashboard/intentions/draft-input.ts';
import {
  draftOf,
  newDraft,
  newRequirement,
  type RequestDraft,
  type RequirementDraft,
} from '../../../../../src/ui/dashboard/intentions/request-draft.ts';
import { DAY, decimal, euro, NOW, quantity, request } from '../../../../support/request-samples.ts';

afterEach(() => speak('en'));

const words = (text: string) => ({ wanted: { kind: 'words', words: text } as const });

function draft(changes: Partial<RequestDraft> = {}): RequestDraft {
  return { ...withLine(newDraft({ nowMs: NOW, country: 'DE' }), 1, words('a pan')), ...changes };
}

function withRequirement(changes: Partial<RequirementDraft>): RequestDraft {
  return withLine(draft(), 1, { requirements: [{ ...newRequirement('weight'), ...changes }] });
}

function fieldsWrong(one: RequestDraft): readonly string[] {
  return faultsOf(one, NOW).map(({ field }) => field);
}

describe('a minute’s draft', () => {
  it('is what the person said, and nothing they did not', () => {
    expect(faultsOf(draft(), NOW)).toEqual([]);
    const input = inputOf(draft());
    expect(input).toEqual({
      title: 'a pan',
      kind: 'Product',
      category: 'a pan',
      lines: [
        {
          number: 1,
          wanted: { kind: 'words', words: 'a pan' },
          requirements: [],
          quantity: quantity('1'),
          condition: 'any',
          substitutes: 'welcome',
        },
      ],
      deliveryMethods: [],
      paymentMethods: [],
      attachments: [],
      lapsesAtMs: expect.any(Number) as number,
      opening: 'kind',
    });
    expect(input.lapsesAtMs).toBeGreaterThan(NOW + 13 * DAY);
    expect(input.lapsesAtMs).toBeLessThan(NOW + 15 * DAY);
  });
});

describe('a request in the form', () => {
  const all: RequestForProposals = request({
    answerByMs: NOW + DAY + 1_234,
    rule: { pick: 'nearest', price: euro('650'), deadlineMs: NOW + 2 * DAY + 17 },
    paymentMethods: ['ByInvoice', 'in shells'],
  });

  it.each(['en', 'de'] as const)('comes out as it went in, in %s', (language) => {
    speak(language);
    const { id: _id, version: _version, ...rest } = all;
    const form = draftOf(all, 2);
    expect(faultsOf(form, NOW, form)).toEqual([]);
    expect(inputOf(form, all)).toEqual(rest);
  });

  it('keeps what has passed while it is not touched, and wants it later once it is', () => {
    const form = draftOf(all, 2);
    const later = NOW + 100 * DAY;
    expect(faultsOf(form, later, form)).toEqual([]);
    expect(faultsOf({ ...form, neededBy: '2026-12-02' }, later, form).map(({ field }) => field)).toEqual(['neededBy']);
  });
});

describe('what is wrong with a draft', () => {
  it.each([
    [withLine(draft(), 1, words('  ')), 'words-1'],
    [withLine(draft(), 1, { amount: '0' }), 'amount-1'],
    [withLine(draft(), 1, { amount: 'some' }), 'amount-1'],
    [withLine(draft(), 1, { amount: '-1' }), 'amount-1'],
    [withRequirement({ property: ' ', anyOf: 'red' }), 'property-1-0'],
    [withRequirement({ anyOf: ' , ' }), 'value-1-0'],
    [withRequirement({ kind: 'range' }), 'min-1-0'],
    [withRequirement({ kind: 'range', min: 'light' }), 'min-1-0'],
    [withRequirement({ kind: 'range', min: '1', max: 'heavy' }), 'max-1-0'],
    [withRequirement({ kind: 'range', min: '10', max: '9' }), 'max-1-0'],
    [draft({ neededBy: '2026-11-11' }), 'neededBy'],
    [draft({ lapses: '' }), 'lapses'],
    [draft({ lapses: '2026-11-10' }), 'lapses'],
    [draft({ answerBy: '2026-11-10T10:00' }), 'answerBy'],
    [draft({ answerBy: '2027-11-10T10:00' }), 'answerBy'],
    [draft({ region: 'Kiel' }), 'country'],
    [draft({ warrantyMonths: 'two' }), 'warrantyMonths'],
    [draft({ warrantyMonths: '601' }), 'warrantyMonths'],
    [draft({ isBudgetShown: true }), 'budgetMax'],
    [draft({ budgetMin: '20' }), 'budgetMax'],
    [draft({ budgetMin: '20', budgetMax: '19.99' }), 'budgetMax'],
    [draft({ budgetMax: '19.999' }), 'budgetMax'],
    [draft({ budgetMin: 'little', budgetMax: '19' }), 'budgetMin'],
    [draft({ budgetMax: '19', currency: 'ZZZ' }), 'currency'],
    [draft({ hasRule: true, ruleDeadline: '2026-11-13T18:00' }), 'rulePrice'],
    [draft({ hasRule: true, rulePrice: '20' }), 'ruleDeadline'],
    [draft({ hasRule: true, rulePrice: '20', ruleDeadline: '2026-11-11T18:00' }), 'ruleDeadline'],
    [draft({ hasRule: true, rulePrice: '20', ruleDeadline: '2027-11-11T18:00' }), 'ruleDeadline'],
  ])('%#: %j → %s', (one, field) => {
    expect(fieldsWrong(one)).toEqual([field]);
  });

  it('says what to do about it', () => {
    expect(faultsOf(draft({ budgetMax: 'much' }), NOW)).toEqual([
      { field: 'budgetMax', text: 'Write an amount in EUR with digits, such as 499 or 499.50.' },
    ]);
  });

  it('is nothing in what each kind of value may be', () => {
    for (const requirement of [
      { kind: 'text', anyOf: 'red, blue' },
      { kind: 'range', max: '12', unit: 'KGM' },
      { kind: 'range', min: '0.5', max: '0.5' },
      { kind: 'flag', is: false },
    ] as const) {
      expect(fieldsWrong(withRequirement(requirement))).toEqual([]);
    }
  });
});

describe('requirements of a draft', () => {
  it('are words, a range, or yes and no', () => {
    const wanted = (changes: Partial<RequirementDraft>) => inputOf(withRequirement(changes)).lines[0]?.requirements[0];
    expect(wanted({ anyOf: 'red,  dark  blue ,red', strength: 'prefer' })).toEqual({
      property: 'weight',
      strength: 'prefer',
      wanted: { kind: 'text', anyOf: ['red', 'dark blue'] },
      isPrivate: false,
    });
    expect(wanted({ kind: 'range', max: '12,5', unit: 'KGM', anyOf: 'left over', isPrivate: true })).toEqual({
      property: 'weight',
      strength: 'must',
      wanted: { kind: 'range', max: decimal('12.5'), unit: 'KGM' },
      isPrivate: true,
    });
    expect(wanted({ anyOf: 'red, blue', isAll: true })?.wanted).toEqual({
      kind: 'text',
      anyOf: ['red', 'blue'],
      isAll: true,
    });
    // Of one thing, or of what is to be avoided, the tick says nothing.
    expect(wanted({ anyOf: 'red', isAll: true })?.wanted).toEqual({ kind: 'text', anyOf: ['red'] });
    expect(wanted({ anyOf: 'red, blue', isAll: true, strength: 'avoid' })?.wanted).not.toHaveProperty('isAll');
    expect(wanted({ kind: 'flag', is: false })?.wanted).toEqual({ kind: 'flag', is: false });
  });

  it('of a standing preference are kept by the name that any vendor knows', () => {
    speak('de');
    const one = withRequirement({ property: 'Ernährung', anyOf: 'vegan' });
    expect(inputOf(one).lines[0]?.requirements[0]).toMatchObject({
      property: 'diet',
      wanted: { anyOf: ['VeganDiet'] },
    });
    const back = draftOf(request({ lines: inputOf(one).lines }), 1);
    expect(back.lines[0]?.requirements[0]).toMatchObject({ property: 'Ernährung', anyOf: 'vegan' });
  });
});

describe('lines', () => {
  it('have numbers that none had before, even one that went', () => {
    const two = withNewLine(draft());
    const again = withNewLine(withoutLine(two, 2));
    expect(again.lines.map(({ number }) => number)).toEqual([1, 3]);
    expect(withNewLine(draftOf(request(), 7)).lines.at(-1)?.number).toBe(8);
  });
});

describe('what a guide found out', () => {
  const found = {
    kind: 'Service',
    name: 'Repair',
    requirements: [{ ...newRequirement('Weight'), anyOf: 'light' }],
  } as const;

  it('names what has no name yet, and takes the place of what was said of the same property', () => {
    const before = withLine(newDraft({ nowMs: NOW, country: '' }), 1, {
      requirements: [newRequirement('weight'), newRequirement('colour')],
    });
    const after = withGuide(before, 1, found);
    expect(after).toMatchObject({ kind: 'Service', category: 'Repair' });
    expect(after.lines[0]).toMatchObject({ wanted: { words: 'Repair' } });
    expect(after.lines[0]?.requirements.map(({ property }) => property)).toEqual(['colour', 'Weight']);
  });

  it('leaves what the person said', () => {
    const after = withGuide(draft({ category: 'kitchen' }), 1, found);
    expect(after).toMatchObject({ category: 'kitchen', lines: [{ wanted: { words: 'a pan' } }] });
    expect(withGuide(draft(), 9, found)).toEqual(draft());
  });
});
