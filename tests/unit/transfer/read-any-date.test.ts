import { describe, expect, it } from 'vitest';
import { readAnyDate } from '../../../src/transfer/read-any-date.ts';

describe('readAnyDate', () => {
  it.each<[string, string | undefined]>([
    ['2021-06-13', '2021-06-13'],
    ['2021/6/13 9:05', '2021-06-13'],
    ['23/04/2023 04:38', '2023-04-23'],
    ['4/23/2023, 4:38:01 PM', '2023-04-23'],
    ['June 2021', '2021-06'],
    ['Dec. 2016', '2016-12'],
    ['13 June 2021', '2021-06-13'],
    ['Reviewed on March 3, 2021', '2021-03-03'],
    ['1623542400', '2021-06-13T00:00:00.000Z'],
    ['06/07/2021', undefined],
    ['June', undefined],
    ['soon', undefined],
  ])('reads %j as %j', (text, moment) => {
    expect(readAnyDate(text)).toBe(moment);
  });

  it('reads what may be two days in the order it is told', () => {
    expect(readAnyDate('06/07/2021 12:00', 'day-first')).toBe('2021-07-06');
    expect(readAnyDate('06/07/2021 12:00', 'month-first')).toBe('2021-06-07');
  });
});
