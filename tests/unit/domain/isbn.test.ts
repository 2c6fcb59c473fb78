import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../src/domain/gtin.ts';
import { isbn13 } from '../../../src/domain/isbn.ts';

/** The tenth character of an ISBN-10, reckoned the long way round. */
function lastOfTen(nine: string): string {
  const candidates = Array.from('0123456789X');
  return candidates.find((last) => {
    const values = Array.from(nine + last).map((digit) => (digit === 'X' ? 10 : Number(digit)));
    return values.reduce((sum, value, index) => sum + value * (10 - index), 0) % 11 === 0;
  })!;
}

describe('isbn13', () => {
  it.each([
    ['9780141439600', '9780141439600'],
    ['978-0-14-143960-0', '9780141439600'],
    ['0141439602', '9780141439600'],
    ['ISBN-10: 0-14-143960-2', '9780141439600'],
    ['ISBN 080442957X', '9780804429573'],
    ['080442957x', '9780804429573'],
    ['9791032305690', '9791032305690'],
  ])('reads %j as %s', (raw, expected) => {
    expect(isbn13(raw)).toBe(expected);
  });

  it.each([
    ['9780141439601', 'its check digit is wrong'],
    ['0141439603', 'its check digit is wrong'],
    ['4006381333931', 'it is no book number'],
    ['9790060115615', 'it is sheet music'],
    ['X141439602', 'its X is not at the end'],
    ['97801414396', 'it is short'],
    ['', 'it is empty'],
  ])('refuses %j: %s', (raw) => {
    expect(isbn13(raw)).toBeUndefined();
  });

  it('makes the same number of a book from its ten digits and its thirteen', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/u), (nine) => {
        const long = `978${nine}${checkDigit(`978${nine}`)}`;
        expect(isbn13(nine + lastOfTen(nine))).toBe(long);
        expect(isbn13(long)).toBe(long);
      }),
    );
  });
});
