import '../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { readCurrency } from '../../../src/domain/currency.ts';
import { readMoney } from '../../../src/domain/money.ts';
import { formatMoney } from '../../../src/ui/format-money.ts';
import { formatDecimal, formatQuantity } from '../../../src/ui/format-quantity.ts';
import { readAmount } from '../../../src/ui/read-amount.ts';
import { speak } from '../../support/fake-browser.ts';
import { decimal, EUR, quantity } from '../../support/request-samples.ts';

afterEach(() => speak('en'));

describe('formatMoney', () => {
  it.each([
    ['499', 'EUR', '€499.00', '499,00 €'],
    ['90071992547409.91', 'EUR', '€90,071,992,547,409.91', '90.071.992.547.409,91 €'],
    ['1200', 'JPY', '¥1,200', '1.200 ¥'],
    ['1.234', 'KWD', 'KWD 1.234', '1,234 KWD'],
    ['12.50', 'HUF', 'HUF 12.50', '12,50 HUF'],
    ['-0.05', 'EUR', '-€0.05', '-0,05 €'],
  ])('writes %s %s with the decimals of ISO 4217', (amount, code, english, german) => {
    const money = readMoney(amount, code)!;
    expect(plain(formatMoney(money))).toBe(english);
    speak('de');
    expect(plain(formatMoney(money))).toBe(german);
  });
});

describe('formatQuantity', () => {
  it.each([
    ['2', 'C62', '2'],
    ['12.5', 'KGM', '12.5 kg'],
    ['3', 'DAY', '3 days'],
    ['1', 'XBX', '1 XBX'],
  ])('writes %s %s', (value, unit, text) => {
    expect(plain(formatQuantity(quantity(value, unit)))).toBe(text);
  });

  it('keeps every decimal', () => {
    expect(formatDecimal(decimal('0.123456'))).toBe('0.123456');
  });
});

describe('readAmount', () => {
  it.each([
    ['en', '12.50', 1250],
    ['en', '12,50', 1250],
    ['en', '1,234', 123_400],
    ['en', '1,234.5', 123_450],
    ['en', '1.234,50', 123_450],
    ['en', ' 1 234 ', 123_400],
    ['en', '1,234,567', 123_456_700],
    ['en', '0', 0],
    ['en', '.5', 50],
    ['de', '1.234', 123_400],
    ['de', '1234,5', 123_450],
  ] as const)('in %s reads %s', (language, text, minor) => {
    speak(language);
    expect(readAmount(text, EUR)?.minor).toBe(minor);
  });

  it.each(['', 'much', '12.345.6', '1,2,3.4.5', '-5', '12.', '1e3', '0x10', '12.505,1,2', '99999999999999999999'])(
    'does not take %j for an amount',
    (text) => {
      expect(readAmount(text, EUR)).toBeUndefined();
    },
  );

  it('takes three decimals where the currency has them, and the sign is the person’s own', () => {
    expect(readAmount('1.234', readCurrency('KWD')!)?.minor).toBe(1_234);
    expect(readAmount('1.234', EUR)).toBeUndefined();
  });
});

/** Browsers put blanks there that do not break. */
function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/gu, ' ');
}
