import type { CurrencyCode } from './currency.ts';
import { exponentOf, readCurrency } from './currency.ts';
import type { Decimal } from './decimal.ts';
import { partsOfDecimal } from './decimal.ts';
import { AppError } from './errors.ts';

/** An amount in whole minor units (cents, yen, fils): a safe integer, below nothing for what is taken off. */
export interface Money {
  readonly minor: number;
  readonly currency: CurrencyCode;
}

const AMOUNT = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/u;

/** @throws {AppError} `bad-request` if `minor` is no whole number, `too-much` if it is beyond the safe integers. */
export function moneyOf(minor: number, currency: CurrencyCode): Money {
  if (!Number.isInteger(minor)) {
    throw new AppError('bad-request', 'Money is counted in whole minor units.');
  }
  return exact(BigInt(minor), currency);
}

/**
 * Reads an amount as the wire has it: `12.5` and `EUR` are 1250 cents.
 *
 * @returns `undefined` when it is no amount, no currency in use, finer than the currency's smallest unit, or too large.
 */
export function readMoney(amount: string, code: string): Money | undefined {
  const currency = readCurrency(code);
  const [, sign = '', whole = '', tail = ''] = AMOUNT.exec(amount) ?? [];
  if (currency === undefined || whole === '') {
    return undefined;
  }
  const exponent = exponentOf(currency);
  const fraction = tail.replace(/0+$/u, '');
  const minor = Number(`${whole}${fraction.padEnd(exponent, '0')}`);
  if (fraction.length > exponent || !Number.isSafeInteger(minor)) {
    return undefined;
  }
  return { minor: sign === '' || minor === 0 ? minor : -minor, currency };
}

/** The amount as the wire has it, with all decimals of its currency: `12.50`, `-0.05`, `1200`. */
export function writeAmount({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = minor < 0 ? '-' : '';
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}

/** @throws {AppError} `bad-request` if the currencies differ, `too-much` beyond the safe integers. */
export function addMoney(left: Money, right: Money): Money {
  refuseMixed(left, right);
  return exact(BigInt(left.minor) + BigInt(right.minor), left.currency);
}

/** Below 0 when `left` is the smaller one. @throws {AppError} `bad-request` if the currencies differ. */
export function compareMoney(left: Money, right: Money): number {
  refuseMixed(left, right);
  return Number(left.minor > right.minor) - Number(left.minor < right.minor);
}

/**
 * `money` × `times` ÷ `per`, worked out exactly and rounded once, to the nearest minor unit and half of one away from
 * zero: what 3.5 m cost at so much for 100 m.
 *
 * @throws {AppError} `bad-request` if `per` is nothing, `too-much` beyond the safe integers.
 */
export function multiplyMoney({ minor, currency }: Money, times: Decimal, per = '1' as Decimal): Money {
  const upper = partsOfDecimal(times);
  const lower = partsOfDecimal(per);
  if (lower.units === 0n) {
    throw new AppError('bad-request', 'A price has to be for a quantity.');
  }
  const dividend = BigInt(minor) * upper.units * 10n ** BigInt(lower.places);
  const divisor = lower.units * 10n ** BigInt(upper.places);
  return exact(roundedQuotient(dividend, divisor), currency);
}

/** Rounds half away from zero, as invoices do. */
function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const isNegative = dividend < 0n !== divisor < 0n;
  const upper = dividend < 0n ? -dividend : dividend;
  const lower = divisor < 0n ? -divisor : divisor;
  const rounded = (2n * upper + lower) / (2n * lower);
  return isNegative ? -rounded : rounded;
}

function refuseMixed(left: Money, right: Money): void {
  if (left.currency !== right.currency) {
    throw new AppError('bad-request', 'Amounts in two currencies can’t be taken together.');
  }
}

function exact(minor: bigint, currency: CurrencyCode): Money {
  const number = Number(minor);
  if (!Number.isSafeInteger(number)) {
    throw new AppError('too-much', 'The amount is too large.');
  }
  return { minor: number, currency };
}
