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
  await (element as unknown as { readonly updateComplete: Promise<boolean> }).updateComplete;
}

/** The first element in its shadow root that fits. */
export function within(element: HTMLElement, selector: string): HTMLElement {
  const found = element.shadowRoot!.querySelector<HTMLElement>(selector);
  if (!found) {
    throw new Error(`no ${selector} in ${element.tagName}`);
  }
  return found;
}

/** As {@link within}, for a field that is typed into or ticked. */
export function fieldWithin(element: HTMLElement, selector: string): HTMLInputElement {
  return within(element, selector) as HTMLInputElement;
}

/** What a person reads in it, on one line. */
export function textOf(element: Element): string {
  return (element.shadowRoot ?? element).textContent.replaceAll(/\s+/gu, ' ').trim();
}
