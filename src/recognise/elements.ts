/** The first elements that match, as an array: a page with a million of them costs no more than one with `most`. */
export function elementsOf(root: ParentNode, selector: string, most: number): readonly Element[] {
  return Array.prototype.slice.call(root.querySelectorAll(selector), 0, most) as readonly Element[];
}

/** The nearest element around (or the element itself) that matches, looked for no further than 40 levels up. */
export function closest(element: Element, selector: string): Element | undefined {
  let at: Element | null = element;
  for (let climbed = 0; at && climbed < 40; climbed += 1) {
    if (at.matches(selector)) {
      return at;
    }
    at = at.parentElement;
  }
  return undefined;
}

/** The first of several attributes that is there and not blank, else empty text. */
export function attributeOf(element: Element, ...names: readonly string[]): string {
  for (const name of names) {
    const value = element.getAttribute(name)?.trim().slice(0, 2048);
    if (value) {
      return value;
    }
  }
  return '';
}

/** Whether an element takes part in the layout, where the browser can tell. */
export function isShown(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility();
}
