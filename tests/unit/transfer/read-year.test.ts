import { describe, expect, it } from 'vitest';
import { readYear } from '../../../src/transfer/read-year.ts';

describe('readYear', () => {
  it('reads four digits that can be a year of release', () => {
    expect(readYear(' 1961 ')).toBe(1961);
  });

  it.each(['', '0', '0000', '9999', '61', '-1961', '1961.0', '1e3', 'NaN', '19610'])('takes %j for unknown', (text) => {
    expect(readYear(text)).toBeUndefined();
  });
});
