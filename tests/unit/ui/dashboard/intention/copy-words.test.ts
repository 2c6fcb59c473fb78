import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { previewCopies } from '../../../../../src/app/preview-copies.ts';
import type { Requirement } from '../../../../../src/domain/requirement.ts';
import type { RequestForProposals } from '../../../../../src/domain/request-for-proposals.ts';
import { firstRows, restRows } from '../../../../../src/ui/dashboard/intention/copy-rows.ts';
import { privateRows } from '../../../../../src/ui/dashboard/intention/private-rows.ts';
import { requestTitle } from '../../../../../src/ui/dashboard/intention/request-title.ts';
import { requirementText } from '../../../../../src/ui/dashboard/intention/requirement-text.ts';
import { speak } from '../../../../support/fake-browser.ts';
import { DAY, decimal, euro, NOW, quantity, request } from '../../../../support/request-samples.ts';

afterEach(() => speak('en'));

/** Without the marks that keep its parts in their own direction. */
function bare(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/gu, '').replaceAll('\u00A0', ' ');
}

function labels(changes: Partial<RequestForProposals>, of: 'first' | 'rest' | 'private'): string[] {
  const all = request(changes);
  const { kind, whole } = previewCopies(all, 'x');
  const rows = of === 'first' ? firstRows(kind) : of === 'rest' ? restRows(whole) : privateRows(all);
  return rows.map(({ label, text }) => `${label}: ${bare(text)}`);
}

describe('what a vendor sees, in words', () => {
  it('is first what sort of thing, and when', () => {
    expect(labels({}, 'first')).toEqual([
      'What sort of thing: Product: pushchair',
      'Needed by: Dec 1, 2026',
      'Answers wanted by: 24 hours after they have it',
      expect.stringMatching(/^Ends by itself: Nov 22, 2026/u),
    ]);
  });

  it('is then all but what is private', () => {
    expect(labels({}, 'rest')).toEqual([
      'Where to, roughly: Kiel, DE',
      'How it comes: delivered',
      'How you would pay: invoice',
      'Warranty wished for: 24 months',
      'In your words: It has to go through a door of 76 cm.',
    ]);
  });

  it('has the budget only when it is shown', () => {
    const budget = { max: euro('700'), isShown: false };
    expect(labels({ budget }, 'rest').join()).not.toContain('700');
    expect(labels({ budget }, 'private')).toContain('Budget: at most €700.00');
    expect(labels({ budget: { ...budget, isShown: true } }, 'rest')).toContain('Budget: at most €700.00');
    expect(labels({ budget: { ...budget, isShown: true } }, 'private').join()).not.toContain('700');
  });

  it('has a fixed price with its deadline', () => {
    const rule = { pick: 'cheapest', price: euro('500'), deadlineMs: NOW + DAY } as const;
    expect(labels({ rule }, 'rest').join()).toContain(
      'Your price: €500.00 for everything, to the door, for a yes by Nov 13',
    );
  });

  it('leaves to the person what is named as never shown', () => {
    expect(labels({}, 'private')).toEqual([
      'Your name for it: For the twins',
      'Your note: Grandmother pays half.',
      'Budget: between €300.00 and €700.00',
      'A private requirement: rather not: brand Wobbly',
      'Where you met it: other sites’ names for it, and your own list',
    ]);
  });

  it('can’t be turned around by signs of direction', () => {
    const [row] = firstRows(previewCopies(request({ category: 'push\u202Echair' }), 'x').kind);
    expect(row!.text).toBe('Product: \u2068pushchair\u2069');
  });
});

describe('requirementText', () => {
  it.each<[Omit<Requirement, 'isPrivate'>, string, string]>([
    [
      {
        property: 'weight',
        strength: 'must',
        wanted: { kind: 'range', max: decimal('12'), unit: quantity('1', 'KGM').unit },
      },
      'must: weight at most 12 kg',
      'muss: weight höchstens 12 kg',
    ],
    [
      { property: 'length', strength: 'prefer', wanted: { kind: 'range', min: decimal('1'), max: decimal('2.5') } },
      'rather: length between 1 and 2.5',
      'lieber: length zwischen 1 und 2,5',
    ],
    [
      { property: 'wheels', strength: 'must', wanted: { kind: 'range', min: decimal('4'), max: decimal('4') } },
      'must: wheels 4',
      'muss: wheels 4',
    ],
    [
      { property: 'colour', strength: 'avoid', wanted: { kind: 'text', anyOf: ['red', 'pink'] } },
      'rather not: colour red or pink',
      'lieber nicht: colour red oder pink',
    ],
    [
      { property: 'suited for', strength: 'must', wanted: { kind: 'text', anyOf: ['red', 'pink'], isAll: true } },
      'must: suited for red and pink',
      'muss: suited for red und pink',
    ],
    [{ property: 'folds', strength: 'must', wanted: { kind: 'flag', is: true } }, 'must: folds yes', 'muss: folds ja'],
  ])('says %j', (requirement, english, german) => {
    expect(bare(requirementText(requirement))).toBe(english);
    speak('de');
    expect(bare(requirementText(requirement))).toBe(german);
  });
});

describe('requestTitle', () => {
  it('is the person’s own name for it, else what is wanted', () => {
    expect(requestTitle(request())).toBe('For the twins');
    expect(requestTitle(request({ title: ' ' }))).toBe('Rover Duo');
    expect(requestTitle(request({ title: '', lines: [] }))).toBe('pushchair');
  });
});
