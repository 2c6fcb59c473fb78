import { numberFormat } from './formatters.ts';
import { locale } from './i18n.ts';

/** What parts a number's fraction by the person's own habits. */
export function ownDecimalSign(): ',' | '.' {
  const parts = numberFormat(locale()).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}
