import type messages from '../../public/_locales/en/messages.json';
import { browser } from '../platform/browser.ts';
import { numberFormat, pluralRules } from './formatters.ts';

/** Every text there is. A key that is not in the English messages does not compile. */
export type MessageKey = keyof typeof messages;

/** Texts that change with a number, by the part before `_one` and `_other`. */
export type PluralKey = {
  [Key in MessageKey]: Key extends `${infer Stem}_other` ? (`${Stem}_one` extends MessageKey ? Stem : never) : never;
}[MessageKey];

/**
 * One text in the person's language.
 *
 * @param substitutions - what goes where the text says `$1`, `$2` …
 */
export function t(key: MessageKey, ...substitutions: readonly string[]): string {
  return browser.i18n.getMessage(key, [...substitutions]);
}

/**
 * A text that changes with a number, which becomes its `$1`; the substitutions follow from `$2` on.
 *
 * @param count - may be a fraction: '3.5 stars'
 */
export function tn(key: PluralKey, count: number, ...substitutions: readonly string[]): string {
  const form = pluralRules(textLanguage()).select(count) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}` as MessageKey, numberFormat(locale()).format(count), ...substitutions);
}

/** The language the texts are in, which is not the browser's when there is no translation for it. */
export function textLanguage(): string {
  return t('common_language') || 'en';
}

/** Which habits dates and numbers follow: the person's own as long as they fit the language of the texts around them. */
export function locale(): string {
  const own = browser.i18n.getUILanguage().replace('_', '-');
  const language = textLanguage();
  return own.split('-')[0] === language ? own : language;
}

/** The direction the person's browser is read in. */
export function direction(): 'ltr' | 'rtl' {
  return browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}

/**
 * A text from outside, to stand inside one of ours: its direction ends with it, and it can't turn what follows around.
 * Where it stands alone use `<bdi>`.
 */
export function isolated(text: string): string {
  return `\u2068${text.replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, '')}\u2069`;
}
