import { formatList } from './format.ts';
import { locale } from './i18n.ts';

const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u;
const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;

/**
 * An ISO 8601 duration in words: `P30D` → '30 days'.
 *
 * @returns an empty text for no time at all, and the text as it stands when it is no duration.
 */
export function formatPeriod(text: string): string {
  const match = PERIOD.exec(text);
  if (!match) {
    return text;
  }
  const parts = UNITS.flatMap((unit, index) => {
    const count = Number(match[index + 1] ?? 0);
    return count === 0
      ? []
      : [new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count)];
  });
  return parts.length === 0 ? '' : formatList(parts);
}
