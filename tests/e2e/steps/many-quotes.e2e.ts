import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '../../../src/domain/ids.ts';
import { until } from '../../support/browsers/until.ts';
import { pushchair, quoted, quoteNow, vendorNamed } from '../../support/quoted.ts';
import { request } from '../../support/request-samples.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard, textsOf } from '../support/actions.ts';
import { catchDownloads, caught } from '../support/files.ts';
import { seed } from '../support/looks/seed.ts';

const COMPARED = 'sayso-compare-quotes';
const LINES = 20;
const QUOTES = 20;

describe('more quotes than anybody reads at once', () => {
  const stage = useBrowser({});
  let id: RequestId;
  let page: Page;

  beforeAll(async () => {
    const [line] = request().lines;
    const lines = Array.from({ length: LINES }, (_, place) => ({ ...line!, number: place + 1 }));
    await seed(stage.browser, async (context) => {
      const quotes = Array.from({ length: QUOTES }, (_, place) => ({
        vendor: vendorNamed(`shop-${place}`),
        quote: quoteNow(context, `q${place}`, {
          lines: lines.map(({ number }) => pushchair({ key: `k${number}`, line: number })),
        }),
      }));
      ({ id } = await quoted(context, quotes, { lines, channel: 'visit' }));
    });
    page = await openDashboard(stage.browser, `intentions/${id}`);
  });

  async function drawn(): Promise<number> {
    return (await textsOf(page, `${COMPARED} >>> sayso-quote-bank >>> strong.total`)).length;
  }

  async function whole(): Promise<number> {
    await until('all that was asked for to be drawn', async () => {
      const [busy, calm] = await Promise.all(
        ['true', 'false'].map((is) => textsOf(page, `${COMPARED} >>> [aria-busy="${is}"]`)),
      );
      return busy!.length === 0 && calm!.length === 1;
    });
    return drawn();
  }

  it('are drawn as far as they are read, and it is said how many those are', async () => {
    const count = await whole();
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count).toBeLessThan(QUOTES);
    expect(await textsOf(page, `${COMPARED} >>> .more p`)).toEqual([`${count} of ${QUOTES} quotes are shown.`]);
    expect(await textsOf(page, `${COMPARED} >>> h3`)).toEqual([`${QUOTES} quotes in Euro (EUR)`]);
  });

  it('are all in the file', async () => {
    await catchDownloads(page);
    await (await find(page, `${COMPARED} >>> #json`)).press('Enter');
    const [json] = await caught(page, 1);
    expect((JSON.parse(json!.text) as { quotes: object[] }).quotes).toHaveLength(QUOTES);
  });

  it('come when asked for by key, with the focus on the first of them, until all are there', async () => {
    for (let before = await drawn(); before < QUOTES; before = await drawn()) {
      await (await find(page, `${COMPARED} >>> #more`)).press('Enter');
      await until('the focus on the first that is new', async () => (await focused(page)) === `shop ${before}`);
      expect(await whole()).toBeGreaterThan(before);
    }
    expect(await textsOf(page, `${COMPARED} >>> #more`)).toEqual([]);
  });
});

/** Which quote the heading that has the focus is of, by its place among all. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const path: Element[] = [];
    for (let one = document.activeElement; one; one = one.shadowRoot?.activeElement ?? null) {
      path.push(one);
    }
    const [bank, heading] = path.slice(-2);
    const banks = [...((bank?.getRootNode() as ShadowRoot | undefined)?.querySelectorAll('sayso-quote-bank') ?? [])];
    const headingsOf = (one: Element): Element[] => [...(one.shadowRoot?.querySelectorAll('thead th, h4') ?? [])];
    const place = banks.flatMap(headingsOf).indexOf(heading as Element);
    return `shop ${String(place)}`;
  });
}
