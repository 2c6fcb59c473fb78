import { browser } from './browser.ts';

/** A text of `_locales`, in the browser's language; empty when the key is unknown. */
export function message(key: string, substitutions: readonly string[] = []): string {
  return browser.i18n.getMessage(key, [...substitutions]);
}

/** The browser's language, as a BCP 47 tag. */
export function language(): string {
  return browser.i18n.getUILanguage();
}
