/** What a person does, one function a thing, through the real popup, prompt and dashboard. */
import type { ElementHandle, Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { until } from '../../support/browsers/until.ts';

/**
 * The first match that can be pressed, when it is there. `a >>> b` is a `b` inside an `a`, open shadow roots included.
 * Puppeteer's own deep selectors need `new Function`, which the pages' security policy forbids.
 */
export async function find(page: Page, selector: string): Promise<ElementHandle> {
  return until(`${selector} on ${page.url()}`, async () => {
    const handle = await page.evaluateHandle((path) => {
      const search = (root: Document | Element | ShadowRoot, one: string): Element | null => {
        const own = root instanceof Element && root.shadowRoot ? search(root.shadowRoot, one) : root.querySelector(one);
        if (own) {
          return own;
        }
        for (const { shadowRoot } of root.querySelectorAll('*')) {
          const found = shadowRoot && search(shadowRoot, one);
          if (found) {
            return found;
          }
        }
        return null;
      };
      let found: Document | Element | null = document;
      for (const one of path.split(' >>> ')) {
        found = found && search(found, one);
      }
      return found instanceof HTMLElement && !(found as HTMLButtonElement).disabled ? found : null;
    }, selector);
    return (handle.asElement() as ElementHandle | null) ?? undefined;
  });
}

/** Presses what a selector names, once it stands still: a page that is still filling up moves it from under the pointer. */
export async function press(page: Page, selector: string): Promise<void> {
  const handle = await find(page, selector);
  await until(`${selector} to stand still`, () => handle.evaluate(standsStill));
  await handle.click();
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
  return places.size === 1;
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
        if (['STYLE', 'SCRIPT', 'TEMPLATE'].includes(node.tagName) || !node.checkVisibility()) {
          return;
        }
        if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) {
          node.assignedNodes().forEach(walk);
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
