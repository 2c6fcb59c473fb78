import '../../../../support/fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { QuotedValue, RequirementStrength, WantedValue } from '../../../../../src/domain/requirement.ts';
import { meetRequirements } from '../../../../../src/policy/request/meet-requirement.ts';
import { meetingText } from '../../../../../src/ui/dashboard/compare/meeting-text.ts';

const TRAIN: WantedValue = { kind: 'text', anyOf: ['by train'] };

function said(value: QuotedValue | undefined, strength: RequirementStrength = 'must'): string {
  const property = 'how it travels';
  const [meeting] = meetRequirements([{ property, strength, wanted: TRAIN, isPrivate: false }], {
    properties: value ? [{ property, value }] : [],
  });
  return meetingText(meeting!).replaceAll(/[\u2068\u2069]/gu, '');
}

describe('meetingText', () => {
  it.each<[QuotedValue | undefined, string]>([
    [{ kind: 'text', text: 'By train' }, 'Met: By train'],
    [{ kind: 'text', text: 'by train, by ship' }, 'Partly: by train, by ship'],
    [{ kind: 'text', text: 'train' }, 'Unclear: train'],
    [{ kind: 'text', text: 'by ship' }, 'Not met: by ship'],
    [{ kind: 'flag', is: true }, 'Can’t be compared: yes'],
    [undefined, 'Not said'],
  ])('says of %j: %s', (value, expected) => {
    expect(said(value)).toBe(expected);
  });

  it.each<[QuotedValue | undefined, string]>([
    [{ kind: 'text', text: 'by ship' }, 'Avoided (here: by ship)'],
    [{ kind: 'text', text: 'by train, by ship' }, 'Partly avoided (here: by train, by ship)'],
    [{ kind: 'text', text: 'By train' }, 'Not avoided (here: By train)'],
    [{ kind: 'text', text: 'train' }, 'Unclear: train'],
    [undefined, 'Not said'],
  ])('says of %j, where that is to be avoided: %s', (value, expected) => {
    expect(said(value, 'avoid')).toBe(expected);
  });
});
