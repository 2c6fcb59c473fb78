import type { LitElement } from 'lit';

/** Puts one of our elements on the page, with properties, and waits until it has drawn itself. */
export async function mount<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): Promise<HTMLElementTagNameMap[Name]> {
  const element = document.createElement(name);
  Object.assign(element, properties);
  document.body.append(element);
  await drawn(element);
  return element;
}

/** Waits until an element has drawn its last change. */
export async function drawn(element: HTMLElement): Promise<void> {
  await (element as LitElement).updateComplete;
}

/** The first element in its shadow root that fits. */
export function within<T extends Element = HTMLElement>(element: HTMLElement, selector: string): T {
  const found = element.shadowRoot!.querySelector<T>(selector);
  if (!found) {
    throw new Error(`no ${selector} in ${element.tagName}`);
  }
  return found;
}

/** What a person reads in it, on one line. */
export function textOf(element: Element): string {
  return (element.shadowRoot ?? element).textContent.replaceAll(/\s+/gu, ' ').trim();
}
