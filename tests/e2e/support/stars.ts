import type { Page } from 'puppeteer-core';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { until } from '../../support/browsers/until.ts';

/** The person's stars beside one thing on a page, as only the person, and a debugger, can see them. */
export interface Stars {
  /** 'Your rating of Paring Knife: 4.5 stars' */
  readonly says: string;
  /** What was done last: 'Saved'. */
  readonly said: string;
  /** All that the page can see of them. */
  readonly host: { readonly tag: string; readonly attributes: number; readonly children: number };
  /** Where the host stands, in CSS pixels from the corner of the window. */
  readonly at: Place;
  /** Where the ten half stars stand, if they do: in a list they come when the stars are pressed. */
  readonly steps?: Place;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How wide one half star is, in CSS pixels. */
const HALF_STAR = 24;

/** All the stars that a page has at this moment, in document order. */
export function starsOn(browser: ExtensionBrowser, page: Page): Promise<Stars[]> {
  return browser.inClosedRoots(page, (root) => {
    const placeOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    const labelOf = (selector: string) => root.querySelector(selector)?.getAttribute('aria-label') ?? '';
    const steps = root.querySelector('.steps');
    const mark = labelOf('input:checked') || 'Not rated yet';
    return {
      says: labelOf('button.open') || `${labelOf('[role=radiogroup]')}: ${mark}`,
      said: root.querySelector<HTMLElement>('.say')?.dataset['say'] ?? '',
      host: {
        tag: root.host.localName,
        attributes: root.host.attributes.length,
        children: root.host.childNodes.length,
      },
      at: placeOf(root.host),
      ...(steps && steps.checkVisibility() && { steps: placeOf(steps) }),
    };
  });
}

/** Waits until the stars beside a thing satisfy `holds`; without it, until they are there. */
export async function seesStars(
  browser: ExtensionBrowser,
  page: Page,
  name: string,
  holds: string | ((stars: Stars) => boolean) = () => true,
): Promise<Stars> {
  let all: readonly Stars[] = [];
  try {
    return await until('the stars', async () => {
      all = await starsOn(browser, page);
      const found = all.find(({ says }) => says.startsWith(`Your rating of ${name}: `));
      return found && (typeof holds === 'string' ? found.says.endsWith(`: ${holds}`) : holds(found))
        ? found
        : undefined;
    });
  } catch (cause) {
    const there = all.map(({ says, said }) => `${says} (${said})`).join('\n');
    throw new Error(`waited in vain for the stars of ${name}; there are:\n${there}`, { cause });
  }
}

/** Presses one of the ten half stars (1 to 10) beside a thing with the mouse, and waits until it is kept. */
export async function rateInline(
  browser: ExtensionBrowser,
  page: Page,
  name: string,
  halfStars: number,
): Promise<void> {
  await pressStars(browser, page, name, halfStars);
  await seesStars(browser, page, name, ({ said }) => said === 'Saved');
}

/** Presses one of the ten half stars (1 to 10) beside a thing with the mouse, whatever comes of it. */
export async function pressStars(
  browser: ExtensionBrowser,
  page: Page,
  name: string,
  halfStars: number,
): Promise<void> {
  await inView(browser, page, name);
  let stars = await stillStars(browser, page, name);
  if (!stars.steps) {
    await page.mouse.click(stars.at.x + stars.at.width / 2, stars.at.y + stars.at.height / 2);
    stars = await stillStars(browser, page, name, ({ steps }) => steps !== undefined);
  }
  const { x, y, height } = stars.steps ?? stars.at;
  await page.mouse.click(x + HALF_STAR * halfStars - HALF_STAR / 2, y + height / 2);
}

/** Scrolls the page, as a person would, until the stars of a thing are in the middle of the window. */
async function inView(browser: ExtensionBrowser, page: Page, name: string): Promise<void> {
  const { at } = await seesStars(browser, page, name);
  await page.evaluate((y) => window.scrollBy(0, y - window.innerHeight / 2), at.y);
}

async function stillStars(
  browser: ExtensionBrowser,
  page: Page,
  name: string,
  holds?: (stars: Stars) => boolean,
): Promise<Stars> {
  let before = '';
  return until(`the stars of ${name} to stand still`, async () => {
    const stars = await seesStars(browser, page, name, holds);
    const place = JSON.stringify([stars.at, stars.steps]);
    const isStill = place === before;
    before = place;
    return isStill && stars;
  });
}
