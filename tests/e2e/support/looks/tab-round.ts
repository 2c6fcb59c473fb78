import type { Page } from 'puppeteer-core';
import { installWalk, type WalkedWindow } from './in-page.ts';

/** No page has more stops than this for the data of a test. */
const MOST_STOPS = 120;

/** Kept in the page while a round is on its way: it looks where the focus is each time that Tab is let go. */
interface Round {
  /** What was wrong where the focus has been. */
  readonly faults: readonly string[];
  /** The controls that Tab has not come to yet. Of a group of radios it comes to one, which stands for all of them. */
  unreached(): string[];
  end(): void;
}

type RoundWindow = WalkedWindow & { saysoRound: Round };

/**
 * Goes round a page by Tab, as a person without a mouse does, until every control was reached: one step further, and
 * the focus would be in the browser's own bars.
 *
 * @returns controls that are never reached, and those on which the focus can't be seen
 */
export async function tabRound(page: Page): Promise<string[]> {
  await page.evaluate(installWalk);
  await page.evaluate(begin);
  let left = await unreachedOf(page);
  for (let stops = 0; stops < MOST_STOPS && left.length > 0; ) {
    // Not one more than there are controls left: the next would be in the browser's own bars.
    const presses = Math.min(left.length, MOST_STOPS - stops);
    for (let press = 0; press < presses; press += 1) {
      await page.keyboard.press('Tab');
    }
    stops += presses;
    left = await unreachedOf(page);
  }
  const faults = await page.evaluate(() => {
    const { saysoRound } = window as unknown as RoundWindow;
    saysoRound.end();
    return [...saysoRound.faults];
  });
  return [...faults, ...left.map((name) => `never reached by Tab: ${name}`)];
}

function unreachedOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as RoundWindow).saysoRound.unreached());
}

// Runs in the page: the next Tab leads to the first control of the page, or of the dialog that is open in it.
function begin(): void {
  const { seen, controls, around, nameOf } = (window as unknown as WalkedWindow).saysoWalk;
  const reached = new Set<Element>();
  const modal = seen().find((one) => one.matches('dialog:modal'));
  // It stays until the end: Firefox forgets where it was when the element with the focus goes.
  const start = document.createElement('span');
  start.tabIndex = -1;
  (modal ?? document.body).prepend(start);
  start.focus();

  const outwards = (element: Element): Element[] => {
    const outer = around(element);
    return [element, ...(outer ? outwards(outer) : [])];
  };
  /** What stays at an edge while the rest moves under it. */
  const layerOf = (element: Element): Element | undefined =>
    outwards(element).find((at) => ['fixed', 'sticky'].includes(getComputedStyle(at).position));
  const deepestAt = (x: number, y: number): Element | null => {
    let at = document.elementFromPoint(x, y);
    for (let next = at?.shadowRoot?.elementFromPoint(x, y); next && next !== at; ) {
      at = next;
      next = at.shadowRoot?.elementFromPoint(x, y);
    }
    return at;
  };
  const isRinged = (element: Element): boolean => {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && opacity !== '0';
  };

  const stop = (): string | undefined => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) {
      active = active.shadowRoot.activeElement;
    }
    if (!active || active === document.body || reached.has(active)) {
      return undefined;
    }
    reached.add(active);
    const { top, bottom, left, right } = active.getBoundingClientRect();
    // A group shows the focus of what is in it: the stars do.
    const rings = [active, active.parentElement, active.closest('fieldset'), active.closest('label')];
    if (!rings.some((one) => one && isRinged(one))) {
      return `focus can't be seen: ${nameOf(active)}`;
    }
    if (bottom <= 0 || top >= window.innerHeight || right <= 0 || left >= window.innerWidth) {
      return `focus is out of view: ${nameOf(active)}`;
    }
    const over = deepestAt((left + right) / 2, (top + bottom) / 2);
    const layer = over ? layerOf(over) : undefined;
    return layer && layer !== layerOf(active) ? `focus is covered: ${nameOf(active)}` : undefined;
  };

  const groupOf = (element: Element): string | undefined => {
    const { type, name } = element as HTMLInputElement;
    return type === 'radio' ? name : undefined;
  };
  const isReached = (control: Element): boolean =>
    reached.has(control) ||
    (groupOf(control) !== undefined &&
      [...reached].some((one) => groupOf(one) === groupOf(control) && one.getRootNode() === control.getRootNode()));
  const isFirstOfGroup = (control: Element, index: number, all: readonly Element[]): boolean =>
    groupOf(control) === undefined ||
    all.findIndex((one) => groupOf(one) === groupOf(control) && one.getRootNode() === control.getRootNode()) === index;
  const unreached = (): string[] =>
    controls()
      .filter((control) => control.tabIndex >= 0 && (!modal || outwards(control).includes(modal)))
      .filter((control) => !isReached(control))
      .filter(isFirstOfGroup)
      .map(nameOf);

  const faults: string[] = [];
  const onKeyUp = ({ key }: KeyboardEvent): void => {
    const fault = key === 'Tab' ? stop() : undefined;
    if (fault !== undefined) {
      faults.push(fault);
    }
  };
  window.addEventListener('keyup', onKeyUp, true);
  const end = (): void => {
    window.removeEventListener('keyup', onKeyUp, true);
    start.remove();
  };
  (window as unknown as RoundWindow).saysoRound = { faults, unreached, end };
}
