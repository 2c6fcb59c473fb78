import { speak } from '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { dayText, endOfDayMs, timeMs, timeText } from '../../../../../src/ui/dashboard/intentions/day-text.ts';
import { propertyName, propertyOf } from '../../../../../src/ui/dashboard/intentions/property-name.ts';
import { currencyIn, namedCountries, ownCountry } from '../../../../../src/ui/dashboard/intentions/regions.ts';
import { readTypedNumber, typedNumber } from '../../../../../src/ui/dashboard/intentions/typed-number.ts';

afterEach(() => speak('en'));

describe('a typed number', () => {
  it.each([
    ['12', '12', '12'],
    ['2.5', '2.5', '2.5'],
    ['2,5', '2.5', '2.5'],
    ['.5', '0.5', '0.5'],
    // One sign and three digits: each reader's own habit says what it is.
    ['1.200', '1.2', '1200'],
    ['1,200', '1200', '1.2'],
    ['1 200', '1200', '1200'],
    ['1’200.5', '1200.5', '1200.5'],
    ['1.200,5', undefined, '1200.5'],
    ['', undefined, undefined],
    ['a few', undefined, undefined],
    ['-18,5', '-18.5', '-18.5'],
    ['−3', '-3', '-3'],
    ['-1.200', '-1.2', '-1200'],
    ['1e3', undefined, undefined],
    ['0.1234567', undefined, undefined],
  ])('%j is %s in English, %s in German', (text, english, german) => {
    expect(readTypedNumber(text)).toBe(english);
    speak('de');
    expect(readTypedNumber(text)).toBe(german);
  });

  it('is shown as it would be typed', () => {
    expect(typedNumber('1200.5')).toBe('1200.5');
    speak('de');
    expect(typedNumber('1200.5')).toBe('1200,5');
    expect(readTypedNumber(typedNumber('1200.5'))).toBe('1200.5');
  });
});

describe('a day of a date field', () => {
  it('ends with its last minute, and says which day that is', () => {
    const end = endOfDayMs('2026-12-01')!;
    expect(timeText(end)).toBe('2026-12-01T23:59');
    expect(dayText(end)).toBe('2026-12-01');
    expect(timeMs(timeText(end))).toBe(end);
  });

  it.each(['', '2026', '2026-02-30', '2026-12-01T10:00', 'tomorrow'])('is not %j', (text) => {
    expect(endOfDayMs(text)).toBeUndefined();
  });

  it.each(['', '2026-12-01', '2026-02-30T10:00', '2026-12-01T25:00'])('has no time in %j', (text) => {
    expect(timeMs(text)).toBeUndefined();
  });
});

describe('a property', () => {
  it('that is a standing preference goes by one name in every language', () => {
    expect(propertyOf(' Shoe  Size ')).toBe('shoe size');
    expect(propertyName('brand')).toBe('Brand');
    speak('de');
    expect(propertyName('brand')).toBe('Marke');
    expect(propertyOf('marke')).toBe('brand');
  });

  it('of the person’s own stays as it is', () => {
    expect(propertyOf('  folds with  one hand ')).toBe('folds with one hand');
    expect(propertyName('folds with one hand')).toBe('folds with one hand');
  });
});

describe('where somebody is', () => {
  it('is told by their languages, and what things are priced in there', () => {
    expect(ownCountry(['de', 'en-GB'])).toBe('GB');
    expect(ownCountry(['de'])).toBe('');
    expect(['GB', 'DE', 'BR', 'KH', ''].map(currencyIn)).toEqual(['GBP', 'EUR', 'BRL', 'EUR', 'EUR']);
  });

  it('has a name in the person’s language', () => {
    expect(namedCountries()).toContainEqual({ code: 'DE', name: 'Germany' });
    speak('de');
    expect(namedCountries()).toContainEqual({ code: 'DE', name: 'Deutschland' });
  });
});
