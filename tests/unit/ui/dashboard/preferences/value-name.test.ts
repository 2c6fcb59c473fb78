import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { PREFERENCE_FORMS } from '../../../../../src/ui/dashboard/preferences/preference-form.ts';
import { valueName, valueWithUnit } from '../../../../../src/ui/dashboard/preferences/value-name.ts';
import { valueOf } from '../../../../../src/ui/dashboard/preferences/value-of.ts';
import { speak } from '../../../../support/fake-browser.ts';

afterEach(() => speak('en'));

describe('valueName', () => {
  it.each([
    ['diet', 'VeganDiet', 'vegan', 'vegan'],
    ['delivery', 'pickup-point', 'to a pick-up point', 'an eine Abholstelle'],
    ['language', 'de', 'German', 'Deutsch'],
    ['shoe-size', '42.5', '42.5', '42,5'],
    ['shoe-size', 'wide', 'wide', 'wide'],
    ['diet', 'no onions', 'no onions', 'no onions'],
    ['brand', 'VeganDiet', 'VeganDiet', 'VeganDiet'],
    ['coffee', 'black', 'black', 'black'],
    ['diet', 'constructor', 'constructor', 'constructor'],
  ])('says %s %s as %s, in German %s', (key, value, english, german) => {
    expect(valueName(key, value)).toBe(english);
    speak('de');
    expect(valueName(key, value)).toBe(german);
  });

  it('adds the system where there is one', () => {
    expect(valueWithUnit({ key: 'shoe-size', value: '42', unit: 'EU' })).toBe('42 EU');
    expect(valueWithUnit({ key: 'clothing-size', value: 'M' })).toBe('M');
  });
});

describe('valueOf', () => {
  it.each(['en', 'de'] as const)('keeps in %s what the form offers under one name for all languages', (language) => {
    speak(language);
    for (const { key, tokens = [] } of PREFERENCE_FORMS) {
      for (const token of tokens) {
        expect(valueOf(key, valueName(key, token).toUpperCase())).toBe(token);
      }
    }
    expect(valueOf('language', valueName('language', 'pt-BR'))).toBe('pt-BR');
  });

  it.each([
    ['shoe-size', ' 42,5 ', '42.5'],
    ['diet', ' no   onions ', 'no onions'],
    ['brand', 'vegan', 'vegan'],
    ['coffee', '', ''],
  ])('keeps %s %j as %j', (key, text, value) => {
    expect(valueOf(key, text)).toBe(value);
  });
});
