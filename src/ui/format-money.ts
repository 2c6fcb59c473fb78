import { exponentOf } from '../domain/currency.ts';
import { type Money, writeAmount } from '../domain/money.ts';
import { numberFormat } from './formatters.ts';
import { locale } from './i18n.ts';

/** '€499.00': exactly the amount, with all decimals that ISO 4217 gives its currency, whatever the browser would show of it. */
export function formatMoney(money: Money): string {
  const { currency } = money;
  const digits = exponentOf(currency);
  return numberFormat(locale(), {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(writeAmount(money) as `${number}`);
}
