/** What a person does, one function a thing, through the real popup, prompt and dashboard. */
import type { ElementHandle, Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { until, within } from '../../support/browsers/until.ts';

/**
 * A match that can be pressed, when it is there: the first, or the one at `place` of them.
 * `a >>> b` is a `b` inside an `a`, open shadow roots included.
 * Puppeteer's own deep selectors need `new Function`, which the pages' security policy forbids.
 */
export async function find(page: Page, selector: string, place = 0): Promise<ElementHandle> {
  return until(`${selector} on ${page.url()}`, async () => {
    const all = await page.evaluateHandle(allMatches, selector);
    const handle = await all.evaluateHandle((elements, index) => {
      const element = elements[index];
      return element && !(element as HTMLButtonElement).disabled ? element : null;
    }, place);
    return (handle.asElement() as ElementHandle | null) ?? undefined;
  });
}

/** The text of all that a selector names, as in {@link find}. */
export async function textsOf(page: Page, selector: string): Promise<string[]> {
  const all = await page.evaluateHandle(allMatches, selector);
  return all.evaluate((elements) => elements.map(({ textContent }) => textContent.replace(/\s+/gu, ' ').trim()));
}

// Runs in the page.
function allMatches(selector: string): HTMLElement[] {
  const search = (root: Document | Element | ShadowRoot, one: string): Element[] => {
    const scope = root instanceof Element ? (root.shadowRoot ?? root) : root;
    const deeper = [...scope.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? search(shadowRoot, one) : [],
    );
    return [...scope.querySelectorAll(one), ...deeper];
  };
  let found: (Document | Element)[] = [document];
  for (const one of selector.split(' >>> ')) {
    found = found.flatMap((outer) => search(outer, one));
  }
  return found.filter((element) => element instanceof HTMLElement);
}

/**
 * Presses what a selector names, once it stands still: a page that is still filling up moves it from under the pointer,
 * or puts another in its place, which then is looked for anew.
 *
 * @throws {Error} when no press comes to it, five times
 */
export async function press(page: Page, selector: string, place = 0): Promise<void> {
  for (let triesLeft = 4; ; triesLeft -= 1) {
    const handle = await until(`${selector} to stand still`, async () => {
      const found = await find(page, selector, place);
      return (await found.evaluate(standsStill)) && found;
    });
    let isPressed = false;
    try {
      await handle.evaluate(awaitPress);
      await handle.click();
      isPressed = await isFelt(page);
    } catch (thrown) {
      // Nothing was pressed if it went in the last moment.
      if (triesLeft === 0 || !/detached|not clickable/u.test(String(thrown))) {
        throw thrown;
      }
    }
    if (isPressed) {
      return;
    }
    console.warn(`a press on ${selector} missed it`);
    if (triesLeft === 0) {
      throw new Error(`no press comes to ${selector} on ${page.url()}`);
    }
  }
}

/** How long a press has to come from the driver to the page: it is there when the driver has answered, or never will be. */
const PRESS_MS = 1_000;

/** Whether it was felt where it was meant: what is pressed while a popup's panel opens or changes its size may miss. */
async function isFelt(page: Page): Promise<boolean> {
  const giveUpAt = performance.now() + PRESS_MS;
  do {
    try {
      const look = page.evaluate(() => (globalThis as Pressed).saysoPress);
      if ((await within(PRESS_MS, look)) !== 'awaited') {
        return true;
      }
    } catch {
      return true; // the page went away: that is what was pressed
    }
  } while (performance.now() < giveUpAt);
  return false;
}

interface Pressed {
  /** Absent in a document that came after the press. */
  saysoPress?: 'awaited' | 'felt';
}

// Runs in the page.
function awaitPress(element: Element): void {
  const pressed = globalThis as Pressed;
  pressed.saysoPress = 'awaited';
  const targets = [element, ...((element as Partial<HTMLInputElement>).labels ?? [])];
  const feel = (event: Event): void => {
    if (event.composedPath().some((one) => targets.includes(one as HTMLElement))) {
      pressed.saysoPress = 'felt';
      window.removeEventListener('pointerdown', feel, { capture: true });
    }
  };
  window.addEventListener('pointerdown', feel, { capture: true });
}

// Runs in the page: the same place in four frames, in view.
async function standsStill(element: Element): Promise<boolean> {
  element.scrollIntoView({ block: 'center' });
  const places = new Set<string>();
  for (let frame = 0; frame < 4; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { x, y, width, height } = element.getBoundingClientRect();
    places.add([x, y, width, height].join());
  }
  return places.size === 1 && element.isConnected;
}

/** All text a person can see on a page of Sayso's, shadow roots included, blanks folded. */
export function seenText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const words: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Text) {
        words.push(node.data);
        return;
      }
      if (node instanceof Element) {
        if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) {
          // Without a box of its own a slot counts as unseen; what is put into it may well be seen.
          node.assignedNodes().forEach(walk);
          return;
        }
        if (['STYLE', 'SCRIPT', 'TEMPLATE'].includes(node.tagName) || !node.checkVisibility()) {
          return;
        }
        if (node.shadowRoot) {
          node.shadowRoot.childNodes.forEach(walk);
          return;
        }
      }
      node.childNodes.forEach(walk);
    };
    walk(document.body);
    return words.join(' ').replace(/\s+/gu, ' ').trim();
  });
}

/** Waits until a person can read `text` on the page; what they read instead is in the failure. */
export async function sees(page: Page, text: string | RegExp): Promise<string> {
  let all = '';
  try {
    return await until('the text', async () => {
      all = await seenText(page);
      return (typeof text === 'string' ? all.includes(text) : text.test(all)) && all;
    });
  } catch (cause) {
    throw new Error(`waited in vain for '${String(text)}' on ${page.url()}, which says: ${all}`, { cause });
  }
}

export async function closePopup(browser: ExtensionBrowser, popup: Page): Promise<void> {
  await popup.evaluate(() => {
    window.close();
  });
  await browser.waitForClosed(popup);
}

/** Presses one of the ten half stars (1 to 10) in the popup or dashboard, and waits until it is kept. */
export async function rate(page: Page, halfStars: number): Promise<void> {
  await press(page, `sayso-stars >>> input[value="${String(halfStars)}"]`);
}

/** 'Connect' in the popup over a tab; done when the page has `navigator.customer`. */
export async function connect(browser: ExtensionBrowser, page: Page): Promise<void> {
  const { hostname, protocol } = new URL(page.url());
  await browser.grantPermission(`${protocol}//${hostname}/*`);
  const popup = await browser.openPopup(page);
  await press(popup, 'sayso-site >>> button.connect.primary');
  await until('navigator.customer', () => page.evaluate(() => navigator.customer?.version === '1'));
  await closePopup(browser, popup);
}

/** 'Show my stars on this site' in the popup over a tab; done when the tab was loaded again. */
export async function showStars(browser: ExtensionBrowser, page: Page): Promise<void> {
  const { hostname, protocol } = new URL(page.url());
  await browser.grantPermission(`${protocol}//${hostname}/*`);
  await page.evaluate(() => {
    (globalThis as { saysoTestMark?: true }).saysoTestMark = true;
  });
  const popup = await browser.openPopup(page);
  await press(popup, 'sayso-site >>> input.switch');
  await until('the page to be loaded again', () =>
    page.evaluate(() => !('saysoTestMark' in globalThis) && document.readyState === 'complete'),
  );
  await closePopup(browser, popup);
}

/** Sayso's prompt window, when it is there. */
export function waitForPrompt(browser: ExtensionBrowser): Promise<Page> {
  return browser.waitForPage(({ pathname }) => pathname.endsWith('/prompt.html'), 'the prompt');
}

/** Presses 'Allow' in Sayso's prompt, once it may be pressed; done when the prompt is gone. */
export async function allow(browser: ExtensionBrowser): Promise<void> {
  await answer(browser, '#allow');
}

export async function refuse(browser: ExtensionBrowser): Promise<void> {
  await answer(browser, '#refuse');
}

export async function refuseForever(browser: ExtensionBrowser): Promise<void> {
  await answer(browser, '#refuse-forever');
}

async function answer(browser: ExtensionBrowser, button: string): Promise<void> {
  const window = await waitForPrompt(browser);
  await press(window, `sayso-ask >>> ${button}`);
  await browser.waitForClosed(window);
}

/** The dashboard in a tab of its own, at one section: `ratings`, `preferences`, `sites`, `sites/http%3A…`. */
export function openDashboard(browser: ExtensionBrowser, section = 'ratings'): Promise<Page> {
  return browser.openExtensionPage(`src/ui/dashboard/dashboard.html#${section}`);
}

export function openSite(browser: ExtensionBrowser, origin: string): Promise<Page> {
  return openDashboard(browser, `sites/${encodeURIComponent(origin)}`);
}

/** Types into a field in place of what stands in it. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  const field = await find(page, selector);
  await field.focus();
  await field.evaluate((element) => {
    (element as HTMLInputElement).select();
  });
  if (text === '') {
    await page.keyboard.press('Backspace');
  } else {
    await page.keyboard.type(text);
  }
}

/** Chooses in a list. */
export async function choose(page: Page, selector: string, value: string): Promise<void> {
  const list = await find(page, selector);
  await list.select(value);
}

/** Rates what a page is about in the popup over it, in half stars, with a note and tags if they are given. */
export async function rateAt(
  browser: ExtensionBrowser,
  url: string,
  halfStars: number,
  { note, tag }: { readonly note?: string; readonly tag?: string } = {},
): Promise<void> {
  const page = await browser.page(url);
  const popup = await browser.openPopup(page);
  await rate(popup, halfStars);
  await sees(popup, 'Saved: ');
  if (note !== undefined) {
    await fill(popup, 'sayso-rate >>> textarea', note);
  }
  if (tag !== undefined) {
    await fill(popup, 'sayso-tags >>> input', tag);
    await popup.keyboard.press('Enter');
    await sees(popup, 'Saved.');
  } else if (note !== undefined) {
    await popup.keyboard.press('Tab');
    await sees(popup, 'Note saved.');
  }
  await closePopup(browser, popup);
  await page.close();
}

/** A preference as it is put into the form; what is left out stays as the form has it. */
export interface TypedPreference {
  /** A well-known key, or one's own. */
  readonly key: string;
  readonly value: string;
  readonly unit?: string;
  /** As it is called: `Never`. */
  readonly strength?: string;
  /** As they are called, in the plural. */
  readonly kinds?: readonly string[];
  readonly isPrivate?: boolean;
}

const WELL_KNOWN = 'clothing-size shoe-size diet allergen language delivery packaging value brand maker genre'.split(
  ' ',
);

/** Adds a preference in the dashboard's section, through its form. */
export async function addPreference(dashboard: Page, preference: TypedPreference): Promise<void> {
  await press(dashboard, 'sayso-preferences >>> button.primary');
  const isOwn = !WELL_KNOWN.includes(preference.key);
  await choose(dashboard, 'sayso-edit-preference >>> #key', isOwn ? '' : preference.key);
  if (isOwn) {
    await fill(dashboard, 'sayso-edit-preference >>> #own', preference.key);
  }
  await fillPreference(dashboard, preference);
}

/** Fills the rest of the form of a preference that is open, and saves it. */
export async function fillPreference(
  dashboard: Page,
  { value, unit, strength, kinds, isPrivate }: Omit<TypedPreference, 'key'>,
): Promise<void> {
  await fill(dashboard, 'sayso-preference-value >>> #value', value);
  if (unit !== undefined) {
    await choose(dashboard, 'sayso-preference-value >>> #unit', unit);
  }
  if (strength !== undefined) {
    await pressLabel(dashboard, 'sayso-edit-preference >>> label:has(input[name="strength"])', strength);
  }
  if (kinds) {
    await pressLabel(dashboard, 'sayso-kinds >>> label', 'only some kinds');
    for (const kind of kinds) {
      await pressLabel(dashboard, 'sayso-kinds >>> .kinds label', kind);
    }
  }
  if (isPrivate !== undefined) {
    const box = await find(dashboard, 'sayso-edit-preference >>> input.switch');
    if ((await box.evaluate((element) => (element as HTMLInputElement).checked)) !== isPrivate) {
      await press(dashboard, 'sayso-edit-preference >>> input.switch');
    }
  }
  await press(dashboard, 'sayso-edit-preference >>> button[type="submit"]');
  await until('the form to close', async () => (await textsOf(dashboard, 'sayso-edit-preference')).length === 0);
}

/** Presses the one of several labels or buttons that begins with `text`. */
export async function pressLabel(page: Page, selector: string, text: string): Promise<void> {
  const place = await until(`'${text}' among ${selector}`, async () => {
    const index = (await textsOf(page, selector)).findIndex((one) => one.startsWith(text));
    return index >= 0 && index;
  });
  await press(page, selector, place);
}
