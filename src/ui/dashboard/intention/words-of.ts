import { html, nothing } from 'lit';
import '../../components/sayso-quote.ts';

/** A vendor's own words, as such; nothing where there are none. */
export function wordsOf(words: string | undefined) {
  return words === undefined || words === '' ? nothing : html`<sayso-quote .text=${words}></sayso-quote>`;
}
