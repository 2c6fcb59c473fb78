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

  it('shows each row at its place, whichever way the list is scrolled, and in a window of another height', async () => {
    const before = dashboard.viewport();
    await scrollTo(3_000);
    const ways = [
      120, 120, 400, 95, -95, -300, -120, 3_000, -7, 7, 20_000, -120, -120, 9_000, -9_000, 50, 181, 263, -181,
    ];
    for (const [step, by] of ways.entries()) {
      const height = step % 5 === 4 ? 500 + 40 * step : undefined;
      if (before && height !== undefined) {
        await dashboard.setViewport({ ...before, height });
      }
      await dashboard.evaluate(async (to) => {
        window.scrollBy(0, to);
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
      }, by);
      await until(`rows in order after ${String(by)}`, async () => {
        expect(await dashboard.evaluate(misplacedRows)).toEqual([]);
        return true;
      });
    }
    await dashboard.setViewport(before);
    await scrollTo(0);
  });

  it('comes back to the row that it was left by', async () => {
    await scrollTo(20_000);
    const name = await until('a row in the middle', async () => {
      for (const seen of await names()) {
        if (await dashboard.evaluate(isInSight, seen)) {
          return seen;
        }
      }
      return false;
    });
    await dashboard.evaluate(openRow, name);
    await until('the thing', () => dashboard.evaluate(() => location.hash.startsWith('#ratings/')));
    await dashboard.evaluate(() => history.back());
    await until('the row in sight', () => dashboard.evaluate(isInSight, name));
    // What rows are taken for changes once some are measured: it must still be there then.
    await until('rows that are measured', async () => (await names()).length > 10);
    expect(await dashboard.evaluate(isInSight, name)).toBe(true);
    await scrollTo(0);
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

// Runs in the page. What is wrong with the rows that are drawn: each is at its place, none over another, no hole in what is in sight.
function misplacedRows(): string[] {
  const list = document
    .querySelector('sayso-dashboard')
    ?.shadowRoot?.querySelector('sayso-ratings')
    ?.shadowRoot?.querySelector('sayso-ratings-list');
  const rows = [...(list?.shadowRoot?.querySelectorAll('li') ?? [])].map((row) => ({
    place: Number(row.dataset['index']) + 1,
    read: Number(row.ariaPosInSet ?? row.getAttribute('aria-posinset')),
    name: row.querySelector('sayso-rating-row')?.shadowRoot?.querySelector('a.name')?.textContent.trim(),
    box: row.getBoundingClientRect(),
  }));
  const seen = rows.filter(({ box }) => box.bottom > 0 && box.top < window.innerHeight);
  const [first, last] = [seen[0], seen.at(-1)];
  return [
    ...rows.flatMap(({ place, read, name, box }, index) => {
      const next = rows[index + 1];
      return [
        ...(name === `Film ${String(place)}` && read === place
          ? []
          : [`${String(name)} at ${String(place)}, read as ${String(read)}`]),
        ...(next && (next.place <= place || next.box.top < box.bottom - 1)
          ? [`${String(next.place)} over ${String(place)}`]
          : []),
      ];
    }),
    ...(first && (first.box.top <= 0 || first.place === 1) ? [] : ['a hole above']),
    ...(last && (last.box.bottom >= window.innerHeight || last.place === 400) ? [] : ['a hole below']),
    ...seen.flatMap(({ place }, index) =>
      index > 0 && place !== (seen[index - 1]?.place ?? 0) + 1 ? [`a hole before ${String(place)}`] : [],
    ),
  ];
}

// Runs in the page.
function openRow(name: string): void {
  const list = document
    .querySelector('sayso-dashboard')
    ?.shadowRoot?.querySelector('sayso-ratings')
    ?.shadowRoot?.querySelector('sayso-ratings-list');
  for (const row of list?.shadowRoot?.querySelectorAll('sayso-rating-row') ?? []) {
    const link = row.shadowRoot?.querySelector<HTMLElement>('a.name');
    if (link?.textContent.trim() === name) {
      link.click();
    }
  }
}

// Runs in the page.
function isInSight(name: string): boolean {
  const list = document
    .querySelector('sayso-dashboard')
    ?.shadowRoot?.querySelector('sayso-ratings')
    ?.shadowRoot?.querySelector('sayso-ratings-list');
  return [...(list?.shadowRoot?.querySelectorAll('sayso-rating-row') ?? [])].some((row) => {
    const link = row.shadowRoot?.querySelector('a.name');
    const { top, bottom } = row.getBoundingClientRect();
    return link?.textContent.trim() === name && top >= 0 && bottom <= window.innerHeight;
  });
}

// Runs in the page.
function focusedText(): string | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) {
    focused = focused.shadowRoot.activeElement;
  }
  return focused?.textContent.trim();
}
