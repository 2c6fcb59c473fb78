import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PREFERENCE_KEY, WELL_KNOWN_KEYS } from '../../../../../src/domain/preference.ts';
import {
  keyOf,
  PREFERENCE_FORMS,
  preferenceForm,
} from '../../../../../src/ui/dashboard/preferences/preference-form.ts';
import messages from '../../../../../public/_locales/en/messages.json' with { type: 'json' };

describe('PREFERENCE_FORMS', () => {
  it('has a form for every well-known key', () => {
    expect(PREFERENCE_FORMS.map(({ key }) => key)).toEqual(WELL_KNOWN_KEYS);
  });

  it('has words for every value it offers', () => {
    const wanted = PREFERENCE_FORMS.flatMap(({ key, tokens = [] }) =>
      tokens.map((token) => `preference_${key}_${token}`.replaceAll('-', '_')),
    );
    expect(wanted.filter((key) => !(key in messages))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(40);
  });

  it('keeps what tells of health and faith private to begin with', () => {
    expect(PREFERENCE_FORMS.filter(({ isDelicate }) => isDelicate).map(({ key }) => key)).toEqual(['diet', 'allergen']);
  });

  it('knows no form for a key of the person', () => {
    expect(preferenceForm('coffee')).toBeUndefined();
  });
});

describe('keyOf', () => {
  it.each([
    ['Coffee', 'coffee'],
    ['  Sitz Platz! ', 'sitz-platz'],
    ['Größe', 'grosse'],
    ['2nd seat', 'nd-seat'],
    ['咖啡', ''],
    ['', ''],
  ])('makes %j to %j', (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  it('makes a valid key or none of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        const key = keyOf(text);
        expect(key === '' || PREFERENCE_KEY.test(key)).toBe(true);
      }),
    );
  });
});
