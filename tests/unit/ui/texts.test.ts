import '../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { Need } from '../../../src/domain/ask.ts';
import { AppError } from '../../../src/domain/errors.ts';
import type { Moment } from '../../../src/domain/moment.ts';
import { errorText } from '../../../src/ui/error-text.ts';
import { formatGiven, formatMoment } from '../../../src/ui/format.ts';
import { formatPeriod } from '../../../src/ui/format-period.ts';
import { t, tn } from '../../../src/ui/i18n.ts';
import { filterText, needText } from '../../../src/ui/need-text.ts';
import { preferenceKeyName } from '../../../src/ui/preference-key-name.ts';
import { speak } from '../../support/fake-browser.ts';

afterEach(() => speak('en'));

describe('texts', () => {
  it.each([
    [0.5, '0.5 stars', '0,5 Sterne'],
    [1, '1 star', '1 Stern'],
    [3.5, '3.5 stars', '3,5 Sterne'],
  ])('count %d as a person would', (count, english, german) => {
    expect(tn('stars_value', count)).toBe(english);
    speak('de');
    expect(tn('stars_value', count)).toBe(german);
  });

  it('take a substitution as it is, dollar signs and all', () => {
    expect(t('stars_label_of', '$1 <b> $&')).toBe('Your rating of $1 <b> $&');
  });

  it.each([
    ['2019', '2019'],
    ['2019-03', 'March 2019'],
    ['2019-03-09', 'Mar 9, 2019'],
  ])('tell the moment %s as precisely as it is known', (moment, text) => {
    expect(formatMoment(moment as Moment)).toBe(text);
  });

  it.each([
    ['P30D', '30 days'],
    ['P1Y6M', '1 year and 6 months'],
    ['PT90M', '90 minutes'],
    ['P0D', ''],
    ['forever', 'forever'],
  ])('tell the period %s in words', (period, text) => {
    expect(formatPeriod(period)).toBe(text);
  });

  it('tell a mark on its own scale', () => {
    expect(formatGiven({ value: 4.5, best: 5, worst: 0.5 })).toBe('4.5 / 5');
  });

  it.each<[Need, string]>([
    [{ collection: 'ratings' }, 'All your ratings'],
    [{ collection: 'ratings', kinds: [] }, 'No ratings'],
    [{ collection: 'ratings', kinds: ['Movie', 'Book'] }, 'Your ratings: Films and Books'],
    [{ collection: 'ratings', derive: 'rank' }, 'An order that suits you, from all your ratings'],
    [{ collection: 'preferences', keys: ['shoe-size', 'odd-key'] }, 'Your preferences: Shoe size and odd-key'],
    [{ collection: 'preferences', keys: [] }, 'No preferences'],
  ])('say the need %j in words', (need, text) => {
    expect(needText(need)).toBe(text);
  });

  it('say the limits of a need', () => {
    expect(filterText({ since: '2024-05-01', min: 60 })).toBe('since May 1, 2024, 3 of 5 stars or better');
    // Marks are whole: 61 is the first above 60, 45 the last below 45.9.
    expect(filterText({ min: 60.000_01, max: 45.9 })).toBe('3.05 of 5 stars or better, 2.25 of 5 stars or worse');
    expect(filterText(undefined)).toBe('');
  });

  it('name a key by its own word only when it is a well-known one', () => {
    expect(preferenceKeyName('shoe-size')).toBe('Shoe size');
    expect(preferenceKeyName('constructor')).toBe('constructor');
  });

  it('say what to do about a failure, and nothing of a bug', () => {
    expect(errorText(new AppError('storage-full', 'x'))).toContain('Free some space');
    expect(errorText(new TypeError('secret'))).toContain('Something went wrong inside Sayso');
  });
});
