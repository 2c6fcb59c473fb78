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
  const shown = head.headings.filter((one) => isShown(one.element));
  const [best] = shown.toSorted((left, right) => agreement(right.folded, folded) - agreement(left.folded, folded));
  const agreed = best ? agreement(best.folded, folded) : 0;
  return (
    (agreed >= 0.85 ? best?.element : undefined) ??
    named(scope, '[itemprop~="name"],[property~="name"]', folded) ??
    named(document, 'h2,h3,[class*="title" i],[class*="name" i],[id*="name" i]', folded) ??
    best?.element
  );
}

/** The first element shown that says the name and nothing else. */
function named(root: ParentNode | undefined, selector: string, folded: string): Element | undefined {
  const elements = root?.querySelectorAll(selector) ?? [];
  for (let index = 0; index < Math.min(elements.length, MAX_LOOKED_AT); index += 1) {
    const element = elements[index];
    if (element && element.localName !== 'meta' && foldName(visibleText(element)) === folded && isShown(element)) {
      return element;
    }
  }
  return undefined;
}

/** Whether an element takes part in the layout, where the browser can tell. */
export function isShown(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility();
}
