import { locale } from '../../i18n.ts';

/** 'Euro (EUR)': never told by a sign alone, since many a currency is a dollar. */
export function currencyName(currency: string): string {
  const name = new Intl.DisplayNames(locale(), { type: 'currency' }).of(currency) ?? currency;
  return name === currency ? currency : `${name} (${currency})`;
}
