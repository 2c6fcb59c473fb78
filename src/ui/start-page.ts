import type { CSSResult } from 'lit';
import { direction, type MessageKey, t, textLanguage } from './i18n.ts';
import { documentStyle } from './styles/document.ts';
import { tokens } from './styles/tokens.ts';

/**
 * What each of Sayso's pages does first: language, direction, title and the ground it is drawn on.
 *
 * @param title - names the page in tabs, windows and screen readers
 * @param styles - more for the document itself; elements bring their own
 */
export function startPage(title: MessageKey, ...styles: readonly CSSResult[]): void {
  document.documentElement.lang = textLanguage();
  document.documentElement.dir = direction();
  document.title = t(title);
  document.adoptedStyleSheets = [tokens, documentStyle, ...styles].flatMap(({ styleSheet }) => styleSheet ?? []);
}
