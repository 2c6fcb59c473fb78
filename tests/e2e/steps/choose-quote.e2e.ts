import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '../../../src/domain/ids.ts';
import { until } from '../../support/browsers/until.ts';
import { DELIVERY } from '../../support/request-samples.ts';
import { quoted, quoteNow, vendorNamed } from '../../support/quoted.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { fill, find, openDashboard, press, textsOf } from '../support/actions.ts';
import { catchDownloads, caught } from '../support/files.ts';
import { seed } from '../support/looks/seed.ts';
import { storedRows } from '../support/stored.ts';

const BANK = 'sayso-compare-quotes >>> sayso-quote-bank';

describe('choosing a quote', () => {
  const stage = useBrowser({});
  let id: RequestId;
  let page: Page;

  beforeAll(async () => {
    await seed(stage.browser, async (context) => {
      const names = ['near', 'far'];
      const quotes = names.map((name) => ({ vendor: vendorNamed(name), quote: quoteNow(context, name) }));
      ({ id } = await quoted(context, quotes, { channel: 'visit' }));
    });
    page = await openDashboard(stage.browser, `intentions/${id}`);
  });

  async function threads(): Promise<readonly { vendor: string; thread: { phase: { kind: string } } }[]> {
    return (await storedRows(stage.browser, ['threads']))['threads'] as never;
  }

  async function phaseOf(name: string): Promise<unknown> {
    return (await threads()).find(({ vendor }) => vendor === vendorNamed(name))?.thread.phase;
  }

  it('counts an option into the total of its quote alone, and tells nobody', async () => {
    await press(page, `${BANK} >>> fieldset.options input`, 2);
    await until('the total with it', async () => (await textsOf(page, `${BANK} >>> strong.total`))[0] === '€583.80');
    expect(await textsOf(page, `${BANK} >>> strong.total`)).toContain('€548.80');
    expect((await threads()).map(({ thread }) => thread.phase.kind)).toEqual(['quoted', 'quoted']);
  });

  it('saves the comparison as it stands', async () => {
    await catchDownloads(page);
    await press(page, 'sayso-compare-quotes >>> #csv');
    const [csv] = await caught(page, 1);
    expect(csv!.text).toContain('583.80');
    expect(csv!.text).toContain('Put together for you');
  });

  it('keeps the buttons of the dialog in sight, at 800 px and narrow, when all of it is missing', async () => {
    const before = page.viewport();
    await page.setViewport({ width: 360, height: 800 });
    await press(page, `${BANK} >>> .acts button.primary`);
    await press(page, 'sayso-accept-quote >>> #accept');
    await find(page, 'sayso-accept-quote >>> #name[aria-invalid="true"]');
    const accept = await find(page, 'sayso-accept-quote >>> #accept');
    const { top, bottom } = await accept.evaluate((button) => button.getBoundingClientRect().toJSON() as DOMRect);
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThanOrEqual(800);
    await page.keyboard.press('Escape');
    await page.setViewport(before);
  });

  it('accepts one, which alone gets the address, and keeps that for the next time only if ticked', async () => {
    await press(page, `${BANK} >>> .acts button.primary`);
    for (const field of ['name', 'street', 'postalCode', 'locality'] as const) {
      await fill(page, `sayso-accept-quote >>> #${field}`, DELIVERY[field]!);
    }
    await press(page, 'sayso-accept-quote >>> #accept');
    await until('the acceptance', async () => (await threads()).some(({ thread }) => thread.phase.kind === 'accepted'));
    const { messages, settings } = await storedRows(stage.browser, ['messages', 'settings']);
    const told = (messages as { threadId: string }[]).filter((row) => JSON.stringify(row).includes(DELIVERY.street));
    expect(new Set(told.map(({ threadId }) => threadId)).size).toBe(1);
    expect(JSON.stringify(settings)).not.toContain(DELIVERY.street);
    const chosen = (await threads()).find(({ thread }) => thread.phase.kind === 'accepted')!;
    expect(chosen.thread.phase).toMatchObject({ acceptance: { total: { minor: 58_380, currency: 'EUR' } } });
  });

  it('lets the other down with a reason', async () => {
    const other = (await threads()).find(({ thread }) => thread.phase.kind === 'quoted')!.vendor;
    const reasons = await find(page, 'sayso-let-others-down >>> select');
    await reasons.select('comparison');
    await press(page, 'sayso-let-others-down >>> #let-down');
    const name = new URL(other).host.replace('.example', '');
    await until(
      'the end of it',
      async () => (await phaseOf(name)) !== undefined && JSON.stringify(await phaseOf(name)).includes('let-down'),
    );
    expect(await phaseOf(name)).toMatchObject({ kind: 'ended', end: { as: 'let-down', reason: 'comparison' } });
  });

  it('keeps what came, whether or not the background died, and marks what differs', async () => {
    await stage.browser.killBackground();
    await press(page, 'sayso-keep-order >>> #open');
    await fill(page, 'sayso-keep-order >>> #charged', '590.00');
    await press(page, 'sayso-keep-order >>> #keep');
    await until('the differences', async () =>
      (await textsOf(page, 'sayso-order >>> .verdict')).some((text) => text.includes('more than agreed')),
    );
    const { orders, requests } = await storedRows(stage.browser, ['orders', 'requests']);
    expect(orders).toMatchObject([{ fulfilment: { charged: { minor: 59_000 } } }]);
    expect(requests).toMatchObject([{ cast: { phase: { kind: 'ended', as: 'kept' } } }]);
  });
});
