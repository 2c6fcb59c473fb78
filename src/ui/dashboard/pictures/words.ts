import { formatNumber } from '../../format.ts';
import { locale } from '../../i18n.ts';

/** A value of the common scale (1 to 100, a mean has fractions) in stars, to a tenth: '3.7' */
export function formatStars(value: number): string {
  return formatNumber(Math.round(value / 2) / 10);
}

/** A share of 1 in whole percent: '34 %' */
export function formatShare(share: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(share);
}
