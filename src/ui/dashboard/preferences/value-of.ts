import { locale } from '../../i18n.ts';
import { namedLanguages } from './languages.ts';
import { preferenceForm } from './preference-form.ts';
import { tokenName } from './value-name.ts';

/**
 * What is kept for a text typed into the field of a key: the value that goes by that name, in whatever letter case, or the
 * text itself. The other way of `valueName`.
 */
export function valueOf(key: string, text: string): string {
  const typed = text.trim().replaceAll(/\s+/gu, ' ');
  const form = preferenceForm(key);
  switch (form?.value) {
    case 'tokens':
      return form.tokens?.find((token) => isSame(tokenName(key, token), typed)) ?? typed;
    case 'language':
      return namedLanguages(locale()).find(({ name }) => isSame(name, typed))?.tag ?? typed;
    case 'number':
      return typed.replace(',', '.');
    default:
      return typed;
  }
}

function isSame(name: string, typed: string): boolean {
  return name.toLocaleLowerCase(locale()) === typed.toLocaleLowerCase(locale());
}
