import { agreement, foldName } from './agreement.ts';
import { elementsOf, isShown } from './elements.ts';
import type { PageHead } from './page-head.ts';
import { visibleText } from './text.ts';

const MOST = 200;

/**
 * The heading beside which the person's stars would stand: the one that names the item, a visible one if there is.
 *
 * @param scope - where the item is marked up, if it is
 */
export function findAnchor(
  document: Document,
  head: PageHead,
  name: string,
  scope: Element | undefined,
): Element | undefined {
  const folded = foldName(name);
  const [best] = head.headings
    .filter((one) => isShown(one.element))
    .toSorted((left, right) => agreement(right.folded, folded) - agreement(left.folded, folded));
  return best && agreement(best.folded, folded) >= 0.8
    ? best.element
    : (elementNamed(scope ?? document, document, folded) ?? best?.element);
}

/** The first element shown that says the name and nothing else. */
export function elementNamed(scope: ParentNode, document: Document, folded: string): Element | undefined {
  if (folded === '') {
    return undefined;
  }
  return [
    ...elementsOf(scope, '[itemprop~="name"],[property~="name"]', MOST),
    ...elementsOf(document, 'h2,h3', MOST),
    ...elementsOf(document, '[class*="title" i],[class*="name" i],[id*="name" i]', MOST),
  ].find((element) => element.localName !== 'meta' && foldName(visibleText(element)) === folded && isShown(element));
}
