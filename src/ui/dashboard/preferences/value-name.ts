import { formatNumber } from '../../format.ts';
import { locale, type MessageKey, t } from '../../i18n.ts';
import { guideValueName } from '../intentions/guide-names.ts';
import { languageName } from './languages.ts';
import { preferenceForm } from './preference-form.ts';

/** A kept value in the person's words: `VeganDiet` → 'vegan', `de` → 'German', `42.5` → '42,5'. Others stand as they are. */
export function valueName(key: string, value: string): string {
  const form = preferenceForm(key);
  switch (form?.value) {
    case 'tokens':
      return form.tokens?.includes(value) ? tokenName(key, value) : value;
    case 'language':
      return languageName(value, locale());
    case 'number':
      return /^\d+(?:\.\d+)?$/u.test(value) ? formatNumber(Number(value)) : value;
    default:
      return guideValueName(key, value);
  }
}

/** A value and its system: '42 EU' */
export function valueWithUnit({ key, value, unit }: { key: string; value: string; unit?: string }): string {
  return unit === undefined ? valueName(key, value) : `${valueName(key, value)} ${unit}`;
}

/** A value that the form offers, in words. */
export function tokenName(key: string, token: string): string {
  return t(`preference_${key}_${token}`.replaceAll('-', '_') as MessageKey);
}
