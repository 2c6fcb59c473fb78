/** What the looks need inside a page of Sayso's. Sent there as text: it may use only globals. */
export interface Walk {
  /** Every element a person can see, open shadow roots included, in the order they are read. */
  seen(): Element[];
  /** What can be pressed, typed into or chosen. */
  controls(): HTMLElement[];
  /** The element around this one, out of shadow roots and slots as well. */
  around(element: Element): Element | null;
  /** `sayso-rate > button.bare 'Remove'` */
  nameOf(element: Element): string;
  /** Whether it is there for those who hear the page and not for those who see it. */
  isHeardOnly(element: Element): boolean;
}

export type WalkedWindow = Window & { saysoWalk: Walk };

// Runs in the page.
export function installWalk(): void {
  const within = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);

  const around = (element: Element): Element | null => {
    const root = element.getRootNode();
    return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };

  const isHeardOnly = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = around(at)) {
      const { clipPath, position } = getComputedStyle(at);
      if (clipPath !== 'none' && position === 'absolute') {
        return true;
      }
    }
    return false;
  };

  // What is out of sight and not laid out for that has no place that could be wrong.
  const visible = { visibilityProperty: true, contentVisibilityAuto: true };
  const seen = (): Element[] => within(document).filter((one) => one.checkVisibility(visible));

  const nameOf = (element: Element): string => {
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? `${root.host.localName} > ` : '';
    const id = element.id === '' ? '' : `#${element.id}`;
    const classes = [...element.classList].map((one) => `.${one}`).join('');
    const words = (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/gu, ' ').trim();
    return `${host}${element.localName}${id}${classes} '${words.slice(0, 60)}'`;
  };

  const controls = (): HTMLElement[] =>
    seen().filter(
      (one): one is HTMLElement =>
        one instanceof HTMLElement &&
        one.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]') &&
        !(one as HTMLButtonElement).disabled,
    );

  (window as unknown as WalkedWindow).saysoWalk = { seen, controls, around, nameOf, isHeardOnly };
}
