import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, isMultipleOf, readDecimal, type Decimal } from '../../../src/domain/decimal.ts';

function decimal(text: string): Decimal {
  return readDecimal(text)!;
}

/** Numbers of up to 12 digits, 0 to 6 of them behind the point, with what they are in millionths. */
const anyDecimal = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }), fc.boolean())
  .map(([whole, fraction, isNegative]) => ({
    text: `${isNegative ? '-' : ''}${Math.abs(whole)}.${String(fraction).padStart(6, '0')}`,
    millionths: (isNegative ? -1 : 1) * (Math.abs(whole) * 1_000_000 + fraction),
  }));

describe('readDecimal', () => {
  it.each([
    ['12', '12'],
    ['012.50', '12.5'],
    ['-0.5', '-0.5'],
    ['0', '0'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['000', '0'],
    ['7.1234560000', '7.123456'],
    ['999999999999999', '999999999999999'],
  ])('reads %j as %j', (text, expected) => {
    expect(readDecimal(text)).toBe(expected);
  });

  it.each([
    '',
    ' 1',
    '+1',
    '.5',
    '1.',
    '1,5',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '1.1234567',
    '1000000000000000',
    '1\n',
    '--1',
    '١',
  ])('refuses %j', (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });

  it('gives one text for one number, and reads it again', () => {
    fc.assert(
      fc.property(anyDecimal, ({ text }) => {
        const read = readDecimal(text)!;
        expect(readDecimal(read)).toBe(read);
        expect(readDecimal(text.replace('.', '.') + '0'.repeat(3))).toBe(read);
      }),
    );
  });
});

describe('compareDecimals', () => {
  it.each([
    ['1', '1.0', 0],
    ['0.1', '0.09', 1],
    ['-1', '1', -1],
    ['-2', '-1.5', -1],
    ['999999999999999', '999999999999998.999999', 1],
  ])('compares %s with %s: %i', (left, right, expected) => {
    expect(compareDecimals(decimal(left), decimal(right))).toBe(expected);
  });

  it('agrees with counting in whole millionths', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (left, right) => {
        expect(compareDecimals(decimal(left.text), decimal(right.text))).toBe(
          Math.sign(left.millionths - right.millionths),
        );
      }),
    );
  });
});

describe('isMultipleOf', () => {
  it.each([
    ['0.3', '0.1', true],
    ['0.35', '0.1', false],
    ['12', '4', true],
    ['2.5', '0.25', true],
    ['5', '2.5', true],
    ['1', '3', false],
    ['0', '3', true],
    ['1', '0', false],
    ['0', '0', true],
  ])('%s in steps of %s: %s', (number, step, expected) => {
    expect(isMultipleOf(decimal(number), decimal(step))).toBe(expected);
  });
});
