import { vi } from 'vitest';

/** The first element that fits, in whichever shadow root beneath this one. */
export function deep(root: Element, selector: string): HTMLElement {
  const found = allDeep(root, selector)[0];
  if (!found) {
    throw new Error(`no ${selector} beneath ${root.localName}`);
  }
  return found;
}

/** All that fit, in the order in which they are drawn. */
export function allDeep(root: Element, selector: string): HTMLElement[] {
  return [...(root.shadowRoot ?? root).querySelectorAll<HTMLElement>('*')].flatMap((one) => [
    ...(one.matches(selector) ? [one] : []),
    ...(one.shadowRoot ? allDeep(one, selector) : []),
  ]);
}

/** All text beneath an element, shadow roots and what is put into their slots included, blanks folded. */
export function deepText(root: Element): string {
  const words = (node: Node): string => {
    if (node instanceof Text) {
      return node.data;
    }
    if (node instanceof HTMLStyleElement) {
      return '';
    }
    const inner = [...node.childNodes].map(words).join('');
    const shadow = node instanceof Element ? node.shadowRoot : null;
    return shadow ? ` ${[...shadow.childNodes].map(words).join('')} ${inner} ` : inner;
  };
  return words(root).replaceAll(/\s+/gu, ' ').trim();
}

/** Waits until it is there, and presses it. */
export async function pressDeep(root: Element, selector: string): Promise<void> {
  (await vi.waitFor(() => deep(root, selector))).click();
}
