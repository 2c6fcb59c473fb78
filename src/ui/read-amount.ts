import type { CurrencyCode } from '../domain/currency.ts';
import { type Money, readMoney } from '../domain/money.ts';
import { ownDecimalSign } from './own-decimal-sign.ts';

/** Digits, or digits in threes. */
const WHOLE = /^(?:\d*|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)$/u;

/**
 * Reads an amount as a person types it: `12,50`, `1.234,50`, `1,234.50`, `1 234`. One sign followed by three digits parts
 * thousands, unless it is the decimal sign of the person's own habits.
 *
 * @returns `undefined` when it is none, below nothing, or finer than the currency's smallest unit
 */
export function readAmount(text: string, currency: CurrencyCode): Money | undefined {
  const plain = text.replaceAll(/[\s'’]/gu, '');
  if (!/^[\d.,]*\d$/u.test(plain)) {
    return undefined;
  }
  const decimalSign = decimalSignOf(plain);
  const [whole = '', fraction, ...more] = decimalSign === '' ? [plain] : plain.split(decimalSign);
  if (more.length > 0) {
    return undefined;
  }
  if (!WHOLE.test(whole)) {
    return undefined;
  }
  const digits = whole.replaceAll(/[.,]/gu, '');
  return readMoney(`${digits === '' ? '0' : digits}${fraction === undefined ? '' : `.${fraction}`}`, currency);
}

/** @returns an empty text when there is none */
function decimalSignOf(plain: string): string {
  const last = plain.match(/[.,](?=\d*$)/u)?.[0] ?? '';
  if (last === '') {
    return '';
  }
  const isRepeated = plain.split(last).length > 2;
  const isOnly = !plain.includes(last === ',' ? '.' : ',');
  const tail = plain.length - plain.lastIndexOf(last) - 1;
  const isThousands = isRepeated || (isOnly && tail === 3 && last !== ownDecimalSign());
  return isThousands ? '' : last;
}
