import { type Identifier, identifierOf, type Scheme } from '../domain/identifier.ts';

const MAX_TEXTS = 20_000;
const MAX_LENGTH = 2000;

/** A label that people read before a number, and what the number then is. The number itself is checked. */
const LABEL =
  /(?:^|[^\p{L}])(EAN|GTIN|UPC|JAN|ISBN|IMDb|バーコード|条形码|條碼)(?:[- ]?1[0-4]|[- ]?8|-A)?(?:\s+(?:code|number|num|no\.?|nr\.?|id))?\s*[:：#]?\s*(?:(tt\d{7,10}|\d[\d -]{6,16}[\dX])(?![\d\p{L}]))?/iu;
const VALUE = /^\s*[:：]?\s*(tt\d{7,10}|\d[\d -]{6,16}[\dX])(?![\d\p{L}])/iu;

/**
 * Numbers that the page prints beside their label ('EAN: 4006381333931', 'ISBN' in one cell and the number in the next).
 * Of two different ones of a scheme neither is given: one of them is another thing's.
 */
export function labelledNumbers(root: Node): readonly Identifier[] {
  const found = new Map<Scheme, Set<Identifier>>();
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 4);
  let label: string | undefined;
  let patience = 0;
  for (let count = 0; count < MAX_TEXTS; count += 1) {
    const node = walker.nextNode();
    if (node === null) {
      break;
    }
    const text = node.nodeValue ?? '';
    if (text.length > MAX_LENGTH || text.trim() === '') {
      continue;
    }
    const match = LABEL.exec(text);
    const value = match ? match[2] : patience > 0 ? VALUE.exec(text)?.[1] : undefined;
    label = match?.[1] ?? label;
    patience = match ? 2 : patience - 1;
    if (value !== undefined && label !== undefined) {
      patience = 0;
      keep(found, label, value);
    }
  }
  return [...found.values()].flatMap((identifiers) => (identifiers.size === 1 ? [...identifiers] : []));
}

function keep(found: Map<Scheme, Set<Identifier>>, label: string, value: string): void {
  const scheme = /^isbn$/iu.test(label) ? 'isbn' : /^imdb$/iu.test(label) ? 'imdb' : 'gtin';
  const identifier = scheme === 'imdb' && !value.startsWith('tt') ? undefined : identifierOf(scheme, value);
  if (identifier) {
    const kept = found.get(scheme) ?? new Set();
    found.set(scheme, kept.add(identifier));
  }
}
