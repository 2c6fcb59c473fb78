import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { showStars } from '../support/actions.ts';
import { axeFaults } from '../support/looks/accessibility.ts';
import { LANGUAGES, shoot } from '../support/looks/looks-right.ts';
import { pressStars, type Stars, starsOn } from '../support/stars.ts';

const SHOP = 'http://corner-store.localhost';
const PAN = 'Cast-Iron Pan, 24 cm';

describe.each(LANGUAGES)('looks: the stars on a site, in %s', (language) => {
  const stage = useBrowser({ language });

  /** All stars of a page once they are there: inside the window at every width, none over another. */
  async function expectInPlace(page: Page, state: string): Promise<void> {
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 800 });
      await until(`${state} to be ${String(width)} px wide`, () =>
        page.evaluate((w) => window.innerWidth === w, width),
      );
      await until('stars inside the window', async () => {
        const all = (await starsOn(stage.browser, page)).filter(({ at }) => at.width > 0);
        return all.length > 0 && all.every(({ at }) => at.x >= 0 && at.x + at.width <= width);
      });
      const all = await starsOn(stage.browser, page);
      expect(pairs(all).filter(([one, other]) => overlap(one, other))).toEqual([]);
      for (const scheme of ['dark', 'light'] as const) {
        await stage.browser.setColorScheme(page, scheme);
        await shoot(stage.browser, page, `stars-${state}-${language}-${String(width)}-${scheme}`);
      }
    }
  }

  it('stand in place on a page of one thing, and axe finds nothing in them', async () => {
    const page = await stage.browser.page(`${SHOP}/product/cast-iron-pan-24-cm/`);
    await showStars(stage.browser, page);
    await expectInPlace(page, 'detail');
    if (language === 'en-US') {
      await pressStars(stage.browser, page, PAN, 9);
    }
    await openRoots(page);
    expect((await axeFaults(page)).filter((fault) => fault.includes('sayso-looks'))).toEqual([]);
    await page.close();
  });

  it('stand in place beside each thing of a list, closed', async () => {
    const page = await stage.browser.page(`${SHOP}/`);
    await expectInPlace(page, 'list');
    await page.close();
  });

  /** What is in closed roots, once more in open ones, where axe can see it. */
  async function openRoots(page: Page): Promise<void> {
    const made = await stage.browser.inClosedRoots(page, (root) => {
      const copy = document.createElement('sayso-looks');
      copy.style.display = 'block';
      const open = copy.attachShadow({ mode: 'open' });
      open.adoptedStyleSheets = [...root.adoptedStyleSheets];
      open.append(...[...root.childNodes].map((node) => node.cloneNode(true)));
      document.querySelector('main')?.append(copy);
      return open.childNodes.length;
    });
    expect(made.some((count) => count > 0)).toBe(true);
  }
});

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]));
}

function overlap({ at: one }: Stars, { at: other }: Stars): boolean {
  return (
    Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 1 &&
    Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > 1
  );
}
