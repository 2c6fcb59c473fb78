import { type Decimal, readDecimal } from '../../../domain/decimal.ts';
import { ownDecimalSign } from '../../own-decimal-sign.ts';

/**
 * Reads a number as a person types it: `2.5`, `2,5`, `-18`, `1 200`, `1.200` where a dot parts thousands. Nothing is rounded.
 *
 * @returns `undefined` when it is none, or has more digits than are kept
 */
export function readTypedNumber(text: string): Decimal | undefined {
  const plain = text.replaceAll(/[\s'’]/gu, '').replace(/^\u2212/u, '-');
  const decimal = ownDecimalSign();
  const group = decimal === ',' ? '.' : ',';
  const grouped = new RegExp(`^-?\\d{1,3}(?:[${group}]\\d{3})+(?:[${decimal}]\\d+)?$`, 'u');
  const digits = grouped.test(plain)
    ? plain.replaceAll(group, '').replace(decimal, '.')
    : plain.replace(/^(-?\d*)[.,](\d+)$/u, '$1.$2');
  return readDecimal(digits.replace(/^(-?)\./u, (_sign, minus: string) => `${minus}0.`));
}

/** A number as the person would type it. */
export function typedNumber(number: string): string {
  return number.replace('.', ownDecimalSign());
}
