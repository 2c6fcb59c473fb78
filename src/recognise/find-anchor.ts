import { agreement, foldName } from './agreement.ts';
import type { PageHead } from './page-head.ts';
import { visibleText } from './text.ts';

const MAX_LOOKED_AT = 200;

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
  const [heading] = head.headings
    .filter((one) => agreement(one.folded, folded) >= 0.6 && isShown(one.element))
    .sort((left, right) => agreement(right.folded, folded) - agreement(left.folded, folded));
  if (heading) {
    return heading.element;
  }
  const named = scope?.querySelector('[itemprop~="name"],[property~="name"]');
  if (named && named.localName !== 'meta' && isShown(named)) {
    return named;
  }
  const others = document.querySelectorAll('h2,h3,[class*="title" i],[class*="name" i]');
  for (let index = 0; index < Math.min(others.length, MAX_LOOKED_AT); index += 1) {
    const element = others[index];
    if (element && isShown(element) && foldName(visibleText(element)) === folded) {
      return element;
    }
  }
  return head.headings.find((one) => isShown(one.element))?.element;
}

/** Whether an element takes part in the layout, where the browser can tell. */
export function isShown(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility();
}
