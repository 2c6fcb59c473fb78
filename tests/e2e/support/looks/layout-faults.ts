import type { WalkedWindow } from './in-page.ts';

/** What is wrong with how a page is laid out, a line a fault. Runs in the page, after `installWalk`. */
export function layoutFaults(): string[] {
  const { seen, controls, around, nameOf, isHeardOnly } = (window as unknown as WalkedWindow).saysoWalk;
  const faults: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    faults.push(`the page scrolls sideways: ${String(scrollWidth)} in ${String(clientWidth)}`);
  }

  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const style = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const chains = new Map<Element, readonly Element[]>();
  /** The element itself, and what it is in, from the inside out. */
  const outwards = (element: Element): readonly Element[] => {
    const known = chains.get(element);
    if (known) {
      return known;
    }
    const outer = around(element);
    const chain = [element, ...(outer ? outwards(outer) : [])];
    chains.set(element, chain);
    return chain;
  };
  /** What moves on its own over the rest of the page, if it is in such a thing: a toast, a footer that stays. */
  const layerOf = (element: Element): Element | undefined =>
    outwards(element).find(
      (at) => at instanceof HTMLDialogElement || ['fixed', 'sticky'].includes(styleOf(at).position),
    );
  const isScrolled = (element: Element): boolean =>
    outwards(element).some((at) => ['auto', 'scroll'].includes(styleOf(at).overflowX));
  // What begins with dots is the end of what the title says.
  const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim().replace(/^…/u, '');
  const hasTitle = (element: Element): boolean =>
    outwards(element).some((at) => folded(at.getAttribute('title') ?? '').includes(folded(element.textContent)));

  const all = seen().filter((one) => !isHeardOnly(one));
  for (const element of all) {
    const { overflowX, overflowY } = styleOf(element);
    const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    if (
      element.scrollWidth > element.clientWidth + 1 &&
      ['auto', 'scroll'].includes(overflowX) &&
      !element.matches('input, textarea')
    ) {
      faults.push(`scrolls sideways: ${nameOf(element)}`);
    }
    // A letter may reach a little out of its line, and does in Firefox; a line that is hidden is higher than that.
    const isCut =
      (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (cuts(overflowY) && element.scrollHeight > element.clientHeight + 4);
    if (isCut && element.clientWidth > 0 && element.textContent.trim() !== '' && !hasTitle(element)) {
      faults.push(`cut off: ${nameOf(element)}`);
    }
  }

  /** What is left of a rectangle when all that cuts it has cut it. */
  const shownOf = (element: Element, { left, top, right, bottom }: DOMRect): DOMRect => {
    let [l, t, r, b] = [left, top, right, bottom];
    for (const at of outwards(element)) {
      const { overflowX, overflowY } = styleOf(at);
      const box = at.getBoundingClientRect();
      [l, r] = overflowX === 'visible' ? [l, r] : [Math.max(l, box.left), Math.min(r, box.right)];
      [t, b] = overflowY === 'visible' ? [t, b] : [Math.max(t, box.top), Math.min(b, box.bottom)];
    }
    return new DOMRect(l, t, Math.max(0, r - l), Math.max(0, b - t));
  };

  interface Piece {
    readonly element: Element;
    readonly rect: DOMRect;
    readonly layer: Element | undefined;
  }
  const texts: Piece[] = all.flatMap((element) => {
    const nodes = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== '');
    return nodes.flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()].map((rect) => ({
        element,
        rect: shownOf(element, rect),
        layer: layerOf(element),
      }));
    });
  });
  const pressed: Piece[] = controls()
    .filter((one) => !isHeardOnly(one))
    .map((element) => ({
      element,
      rect: shownOf(element, element.getBoundingClientRect()),
      layer: layerOf(element),
    }));

  for (const { element, rect } of [...texts, ...pressed]) {
    if (rect.width > 0 && (rect.left < -1 || rect.right > clientWidth + 1) && !isScrolled(element)) {
      faults.push(`outside the window: ${nameOf(element)}`);
    }
  }

  const contains = (outer: Element, inner: Element): boolean => outwards(inner).some((at) => at === outer);
  const overlaps = (one: DOMRect, other: DOMRect, slack: number): boolean =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack;
  const pieces = [...texts, ...pressed];
  pieces.forEach((one, index) => {
    for (const other of pieces.slice(index + 1)) {
      if (one.layer !== other.layer || !overlaps(one.rect, other.rect, 4)) {
        continue;
      }
      if (!contains(one.element, other.element) && !contains(other.element, one.element)) {
        faults.push(`one over the other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
      }
    }
  });
  return [...new Set(faults)];
}
