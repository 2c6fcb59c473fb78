import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../../../src/domain/moment.ts';
import { momentOfParts, partsOf } from '../../../../../src/ui/dashboard/ratings/moment-parts.ts';

describe('partsOf', () => {
  it.each([
    ['2019', { year: '2019', month: '', day: '' }],
    ['2019-03', { year: '2019', month: '3', day: '' }],
    ['2019-10-09', { year: '2019', month: '10', day: '9' }],
  ])('takes %s apart', (moment, parts) => {
    expect(partsOf(moment as Moment)).toEqual(parts);
  });

  it('shows an exact moment as its day where the person is', () => {
    const moment = new Date(2021, 4, 6, 23, 59).toISOString() as Moment;
    expect(partsOf(moment)).toEqual({ year: '2021', month: '5', day: '6' });
  });
});

describe('momentOfParts', () => {
  const exact = new Date(2021, 4, 6, 12).toISOString() as Moment;

  it('keeps an exact moment whose day was not touched', () => {
    expect(momentOfParts(partsOf(exact), exact)).toBe(exact);
  });

  it.each([
    [{ year: '2021', month: '5', day: '7' }, '2021-05-07'],
    [{ year: '2021', month: '5', day: '' }, '2021-05'],
    [{ year: '2021', month: '', day: '' }, '2021'],
    [{ year: '2021', month: '', day: '7' }, undefined],
    [{ year: '2021', month: '2', day: '30' }, undefined],
    [{ year: '2021', month: '2', day: '3x' }, undefined],
    [{ year: '21', month: '', day: '' }, undefined],
    [{ year: '', month: '', day: '' }, undefined],
  ])('%j → %s', (parts, moment) => {
    expect(momentOfParts(parts, exact)).toBe(moment);
  });
});
