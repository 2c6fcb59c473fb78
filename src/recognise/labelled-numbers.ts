import { type Identifier, identifierOf } from '../domain/identifier.ts';
import { unrivalled } from './identifier-set.ts';

const MAX_TEXTS = 20_000;
const MAX_LENGTH = 2000;

/** A label that people read before a number, and the number if it stands in the same text. */
const LABEL =
  /(?:^|[^\p{L}])(EAN|GTIN|UPC|ISBN|IMDb|条形码)(?:[- ]?1[0-4])?[^\p{L}\d]*((?:tt|\d)[\d -]{6,16}[\dX](?![\d\p{L}]))?/iu;
const VALUE = /^[^\p{L}\d]*((?:tt|\d)[\d -]{6,16}[\dX](?![\d\p{L}]))/iu;

/**
 * Numbers that the page prints beside their label ('EAN: 4006381333931', 'ISBN' in one cell and the number in the next),
 * those that check. Of two different ones of a scheme neither is given.
 */
export function labelledNumbers(document: Document): readonly Identifier[] {
  const found: Identifier[] = [];
  const walker = document.createTreeWalker(document, 4);
  let label = '';
  let patience = 0;
  for (let node = walker.nextNode(), count = 0; node && count < MAX_TEXTS; node = walker.nextNode(), count += 1) {
    const text = node.nodeValue ?? '';
    if (text.length > MAX_LENGTH || !/\S/u.test(text)) {
      continue;
    }
    const match = LABEL.exec(text);
    const value = (match ?? (patience > 0 ? VALUE.exec(text) : null))?.at(-1) ?? '';
    label = match ? (match[1] ?? '').toLowerCase() : label;
    patience = match ? 2 : patience - 1;
    const scheme = label === 'isbn' || label === 'imdb' ? label : 'gtin';
    const identifier = value.startsWith('tt') === (scheme === 'imdb') ? identifierOf(scheme, value) : undefined;
    if (identifier && !/^(?:script|style)$/u.test(node.parentElement?.localName ?? '')) {
      found.push(identifier);
      patience = 0;
    }
  }
  return unrivalled(found);
}
