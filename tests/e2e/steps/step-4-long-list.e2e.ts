import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { choose, fill, find, openDashboard, press, seenText, textsOf } from '../support/actions.ts';
import { manyRatings } from '../support/looks/sample-life.ts';
import { seed } from '../support/looks/seed.ts';

const COUNT = 400;
const FIRST = 'Film 1';
const LAST = `Film ${String(COUNT)}`;

describe('step 4: a long list of ratings', () => {
  const stage = useBrowser();
  let dashboard: Page;

  beforeAll(async () => {
    await seed(stage.browser, (context) => manyRatings(context, COUNT));
    dashboard = await openDashboard(stage.browser, 'ratings?sort=name');
    await find(dashboard, 'sayso-rating-row >>> .name', 5);
  });

  function names(): Promise<string[]> {
    return textsOf(dashboard, 'sayso-rating-row >>> .name');
  }

  async function scrollTo(top: number): Promise<void> {
    await dashboard.evaluate((to) => {
      window.scrollTo(0, to);
    }, top);
  }

  it('draws only what is in sight, to the last of them', async () => {
    expect(await seenText(dashboard)).toContain(`${String(COUNT)} ratings`);
    expect((await names()).length).toBeLessThan(80);
    await scrollTo(10_000_000);
    await until('the last row', async () => (await names()).includes(LAST));
  });

  it('keeps the focus in a row that is scrolled out of sight', async () => {
    await scrollTo(0);
    await until('the first row', async () => (await names()).includes(FIRST));
    await dashboard.evaluate(focusFirstRow);
    await scrollTo(10_000_000);
    await until('the last row', async () => (await names()).includes(LAST));
    expect(await dashboard.evaluate(focusedText)).toBe(FIRST);
    await dashboard.keyboard.press('Tab');
    await until('the row in sight again', async () => dashboard.evaluate(() => window.scrollY < 5_000));
  });

  it('finds by letters and stars together', async () => {
    await press(dashboard, 'sayso-more-filters >>> summary');
    await fill(dashboard, 'sayso-ratings-filter >>> #search', 'film 1');
    await choose(dashboard, 'sayso-more-filters >>> #stars-from', '9');
    await until('what fits', async () => {
      const seen = await names();
      return seen.length > 0 && seen.every((name) => /^Film \d*[89]$/u.test(name) && name.includes('1'));
    });
  });
});

// Runs in the page.
function focusFirstRow(): void {
  const list = document
    .querySelector('sayso-dashboard')
    ?.shadowRoot?.querySelector('sayso-ratings')
    ?.shadowRoot?.querySelector('sayso-ratings-list');
  list?.shadowRoot?.querySelector('sayso-rating-row')?.shadowRoot?.querySelector<HTMLElement>('a.name')?.focus();
}

// Runs in the page.
function focusedText(): string | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) {
    focused = focused.shadowRoot.activeElement;
  }
  return focused?.textContent.trim();
}
