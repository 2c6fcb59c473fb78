import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagesAboveLevel } from '../../../src/policy/vendor-averages.ts';

describe('averagesAboveLevel', () => {
  it('gives nothing where nothing is sent', () => {
    expect(averagesAboveLevel([{}, { name: 'Heat' }])).toEqual([0, 0]);
    expect(averagesAboveLevel([])).toEqual([]);
  });

  it('measures from the level of the list, not of the scale', () => {
    const generous = [99, 97, 95].map((value) => ({ average: { value, count: 1000 } }));
    const filled = [...Array.from({ length: 100 }, () => ({ average: { value: 97, count: 1000 } })), ...generous];
    const [best, usual, worst] = averagesAboveLevel(filled).slice(-3);
    expect(best).toBeGreaterThan(2);
    expect(Math.abs(usual!)).toBeLessThan(3);
    expect(worst).toBeLessThan(usual!);
  });

  it('trusts an average of many more than the same of few', () => {
    const [many, few, one, none] = averagesAboveLevel(
      [1000, 5, 1, 0].map((count) => ({ average: { value: 95, count } })),
    );
    expect(many).toBeGreaterThan(few!);
    expect(few).toBeGreaterThan(one!);
    expect(one).toBeGreaterThan(0);
    expect(none).toBe(0);
  });

  it.each([undefined, Number.NaN, -4])('takes a count of %s for one that is not told', (count) => {
    const average = { value: 90, ...(count !== undefined && { count }) };
    expect(averagesAboveLevel([{ average }])).toEqual(averagesAboveLevel([{ average: { value: 90, count: 8 } }]));
  });

  it('leaves a value that is no number out, of the level as well', () => {
    const good = { average: { value: 90, count: 10 } };
    const [alone] = averagesAboveLevel([good]);
    expect(averagesAboveLevel([good, { average: { value: Number.NaN, count: 10 } }])).toEqual([alone, 0]);
  });

  it('is a number within the scale, whatever is sent', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ value: fc.double(), count: fc.double() })), (averages) => {
        for (const above of averagesAboveLevel(averages.map((average) => ({ average })))) {
          expect(Math.abs(above)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
