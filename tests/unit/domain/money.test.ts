import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentOf, readCurrency } from '../../../src/domain/currency.ts';
import { readDecimal, type Decimal } from '../../../src/domain/decimal.ts';
import { addMoney, compareMoney, moneyOf, multiplyMoney, readMoney, writeAmount } from '../../../src/domain/money.ts';

const EUR = readCurrency('EUR')!;
const JPY = readCurrency('JPY')!;
const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF', 'HUF').map((code) => readCurrency(code)!);
const safe = fc.maxSafeInteger();

function decimal(text: string): Decimal {
  return readDecimal(text)!;
}

describe('readCurrency', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['HUF', 2],
    ['IQD', 3],
    ['UYW', 4],
    ['ISK', 0],
  ])('knows that %s has %i decimals', (code, exponent) => {
    expect(exponentOf(readCurrency(code)!)).toBe(exponent);
  });

  it.each(['', 'eur', 'EURO', 'XAU', 'XTS', 'DEM', 'constructor', ' EUR', '€'])('refuses %j', (code) => {
    expect(readCurrency(code)).toBeUndefined();
  });

  it('knows every currency by three capitals, once', () => {
    const codes = [...Array(26 ** 3).keys()].map((number) =>
      [676, 26, 1].map((place) => String.fromCharCode(65 + (Math.floor(number / place) % 26))).join(''),
    );
    const known = codes.filter((code) => readCurrency(code) !== undefined);
    expect(known).toHaveLength(164);
    expect(new Set(known.map((code) => exponentOf(readCurrency(code)!)))).toEqual(new Set([0, 2, 3, 4]));
  });
});

describe('readMoney', () => {
  it.each([
    ['12.5', 'EUR', 1250],
    ['12.50', 'EUR', 1250],
    ['12.5000', 'EUR', 1250],
    ['0.07', 'EUR', 7],
    ['-0.05', 'EUR', -5],
    ['-0.00', 'EUR', 0],
    ['1200', 'JPY', 1200],
    ['1200.0', 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['0.0001', 'CLF', 1],
    ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
    ['0000000012', 'EUR', 1200],
  ])('reads %s %s as %i', (amount, code, minor) => {
    expect(readMoney(amount, code)).toEqual({ minor, currency: code });
  });

  it.each([
    ['12.345', 'EUR', 'it is finer than a cent'],
    ['0.5', 'JPY', 'there is no half yen'],
    ['90071992547409.92', 'EUR', 'it is beyond the safe integers'],
    ['99999999999999999999', 'EUR', 'it is beyond the safe integers'],
    ['12,50', 'EUR', 'it has a comma'],
    ['1e3', 'EUR', 'it has an exponent'],
    ['', 'EUR', 'it is empty'],
    ['.5', 'EUR', 'there is nothing before the point'],
    ['NaN', 'EUR', 'it is no number'],
    ['12.50', 'DEM', 'that money is no more'],
    ['12.50 ', 'EUR', 'there is a blank behind it'],
  ])('refuses %j %s: %s', (amount, code) => {
    expect(readMoney(amount, code)).toBeUndefined();
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(safe, currency, (minor, code) => {
        const money = moneyOf(minor, code);
        expect(readMoney(writeAmount(money), code)).toEqual({ minor: minor === 0 ? 0 : minor, currency: code });
      }),
    );
  });
});

describe('writeAmount', () => {
  it.each([
    [1250, 'EUR', '12.50'],
    [5, 'EUR', '0.05'],
    [-5, 'EUR', '-0.05'],
    [0, 'EUR', '0.00'],
    [1200, 'JPY', '1200'],
    [1, 'KWD', '0.001'],
    [12345, 'CLF', '1.2345'],
  ])('writes %i of %s as %s', (minor, code, expected) => {
    expect(writeAmount({ minor, currency: readCurrency(code)! })).toBe(expected);
  });
});

describe('moneyOf', () => {
  it.each([0.5, Number.NaN, Infinity])('refuses %d, which is no whole number', (minor) => {
    expect(() => moneyOf(minor, EUR)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });

  it.each([Number.MAX_SAFE_INTEGER + 1, -(2 ** 60)])('refuses %d, which is beyond the safe integers', (minor) => {
    expect(() => moneyOf(minor, EUR)).toThrow(expect.objectContaining({ code: 'too-much' }));
  });
});

describe('addMoney', () => {
  it('adds', () => {
    expect(addMoney(moneyOf(10, EUR), moneyOf(20, EUR))).toEqual({ minor: 30, currency: 'EUR' });
  });

  it('refuses two currencies, and never converts', () => {
    const mixed = [moneyOf(10, EUR), moneyOf(20, JPY)] as const;
    expect(() => addMoney(...mixed)).toThrow(expect.objectContaining({ code: 'bad-request' }));
    expect(() => compareMoney(...mixed)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });

  it('is exact, or refuses', () => {
    fc.assert(
      fc.property(safe, safe, (left, right) => {
        const sum = BigInt(left) + BigInt(right);
        const add = () => addMoney(moneyOf(left, EUR), moneyOf(right, EUR));
        if (Number.isSafeInteger(Number(sum))) {
          expect(BigInt(add().minor)).toBe(sum);
        } else {
          expect(add).toThrow(expect.objectContaining({ code: 'too-much' }));
        }
      }),
    );
  });
});

describe('compareMoney', () => {
  it.each([
    [1, 2, -1],
    [2, 2, 0],
    [2, -2, 1],
  ])('compares %i with %i: %i', (left, right, expected) => {
    expect(compareMoney(moneyOf(left, EUR), moneyOf(right, EUR))).toBe(expected);
  });
});

describe('multiplyMoney', () => {
  it.each([
    [199, '3', '1', 597],
    [420, '250', '100', 1050],
    [1, '0.5', '1', 1],
    [-1, '0.5', '1', -1],
    [1, '0.49', '1', 0],
    [3, '0.5', '1', 2],
    [100, '1', '3', 33],
    [200, '1', '3', 67],
    [10, '0.1', '0.01', 100],
    [1999, '0', '1', 0],
    [10, '-1.5', '1', -15],
    [333, '3.333333', '1', 1110],
  ])('makes of %i × %s for %s: %i', (minor, times, per, expected) => {
    expect(multiplyMoney(moneyOf(minor, EUR), decimal(times), decimal(per))).toEqual({
      minor: expected,
      currency: 'EUR',
    });
  });

  it('refuses a price for nothing', () => {
    expect(() => multiplyMoney(moneyOf(1, EUR), decimal('1'), decimal('0'))).toThrow(
      expect.objectContaining({ code: 'bad-request' }),
    );
  });

  it('refuses what is beyond the safe integers', () => {
    expect(() => multiplyMoney(moneyOf(Number.MAX_SAFE_INTEGER, EUR), decimal('1.5'))).toThrow(
      expect.objectContaining({ code: 'too-much' }),
    );
  });

  it('is never further from the exact product than half a minor unit', () => {
    const number = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        number,
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 1, max: 9999 }),
        (minor, times, per) => {
          const product = multiplyMoney(moneyOf(minor, EUR), decimal(`${times}`), decimal(`${per}`));
          const off = BigInt(product.minor) * BigInt(per) - BigInt(minor) * BigInt(times);
          expect((off < 0n ? -off : off) * 2n <= BigInt(per)).toBe(true);
          expect(Object.is(product.minor, -0)).toBe(false);
        },
      ),
    );
  });
});
