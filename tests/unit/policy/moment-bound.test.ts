import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentBound } from '../../../src/policy/moment-bound.ts';

describe('momentBound', () => {
  it.each([
    ['2020', '2020'],
    ['2020-01-01', '2020'],
    ['2020-06-01', '2020-06'],
    ['2020-06-15', '2020-06-15'],
    ['2020-06-15T00:00:00.001Z', '2020-06-15T00:00:00.001Z'],
    ['2020-06-15T01:00:00+01:00', '2020-06-15'],
    ['', undefined],
    ['yesterday', undefined],
  ])('of %j is %j', (text, expected) => {
    expect(momentBound(text)).toBe(expected);
  });

  it('parts moments as their starts do', () => {
    const starts = fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString());
    const moments = fc.tuple(starts, fc.constantFrom(4, 7, 10, 24)).map(([text, length]) => text.slice(0, length));
    fc.assert(
      fc.property(moments, fc.oneof(starts, moments), (moment, bound) => {
        expect(moment >= momentBound(bound)!).toBe(Date.parse(moment) >= Date.parse(bound));
      }),
    );
  });
});
