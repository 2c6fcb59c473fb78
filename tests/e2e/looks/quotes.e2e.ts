import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { RequestId } from '../../../src/domain/ids.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard, press, seenText, textsOf } from '../support/actions.ts';
import { allDrawn } from '../support/looks/all-drawn.ts';
import { languagesOfMany, looksRight, type LooksOptions } from '../support/looks/looks-right.ts';
import {
  acceptedQuote,
  keptOrder,
  orderedQuote,
  proposedThings,
  ruledQuotes,
  twelveQuotes,
  twoQuotes,
} from '../support/looks/quoted-life.ts';
import { seed, type SeedContext } from '../support/looks/seed.ts';

describe.each(languagesOfMany())('looks: quotes and orders, in %s', (language) => {
  const stage = useBrowser({ language });

  function looks(page: Page, state: string, options: Partial<LooksOptions> = {}): Promise<void> {
    const ready = () => allDrawn(page);
    return looksRight(stage.browser, page, `quotes-${state}`, { language, ready, ...options });
  }

  async function opened(fill: (context: SeedContext) => Promise<RequestId>): Promise<Page> {
    let id: RequestId | undefined;
    await seed(stage.browser, async (context) => {
      id = await fill(context);
    });
    return openDashboard(stage.browser, `intentions/${id}`);
  }

  it('compares two', async () => {
    const page = await opened(async (context) => (await twoQuotes(context)).id);
    await find(page, 'sayso-compare-quotes >>> sayso-quote-bank >>> .acts button');
    await looks(page, 'two');
    expect(await seenText(page)).toContain('<b>');
    await press(page, 'sayso-compare-quotes >>> sayso-quote-bank >>> .acts button.primary');
    await find(page, 'sayso-accept-quote >>> #accept');
    await looks(page, 'accept');
    await page.close();
  });

  it('proposes one by the person’s rule', async () => {
    const page = await opened(ruledQuotes);
    await find(page, 'sayso-rule-outcome >>> button');
    await looks(page, 'rule', { hasRound: false });
    await page.close();
  });

  it('compares twelve', async () => {
    const page = await opened(async (context) => (await twelveQuotes(context)).id);
    await until('all of them', async () => {
      const banks = await textsOf(page, 'sayso-compare-quotes >>> [aria-busy="false"] sayso-quote-bank');
      return banks.length > 2;
    });
    await looks(page, 'twelve', { hasRound: false });
    await page.close();
  });

  it('shows what was accepted, and how others are let down', async () => {
    const page = await opened(acceptedQuote);
    await find(page, 'sayso-let-others-down >>> #let-down');
    await press(page, 'sayso-keep-order >>> #open');
    await find(page, 'sayso-keep-order >>> #keep');
    await press(page, 'sayso-hand-over >>> summary');
    await looks(page, 'accepted');
    await page.close();
  });

  it('shows an order that differs from what was agreed, before and after it came', async () => {
    const ordered = await opened(orderedQuote);
    await find(ordered, 'sayso-order >>> .verdict');
    await looks(ordered, 'ordered', { hasRound: false });
    await press(ordered, 'sayso-fall-through >>> #fell');
    await press(ordered, 'sayso-fall-through >>> #fall');
    await find(ordered, 'sayso-fall-through >>> #problem:not(:empty)');
    await looks(ordered, 'falls');
    await press(ordered, 'sayso-fall-through >>> input[value="never-came"]');
    await press(ordered, 'sayso-fall-through >>> #fall');
    await find(ordered, 'sayso-fallen-order >>> #again');
    await looks(ordered, 'fallen', { hasRound: false });
    await ordered.close();
    const kept = await opened(keptOrder);
    await find(kept, 'sayso-order >>> .verdict', 1);
    await looks(kept, 'kept', { hasRound: false });
    await kept.close();
  });

  it('shows what sites propose, and asks once how it is', async () => {
    await seed(stage.browser, async (context) => {
      await keptOrder(context);
      await proposedThings(context);
    });
    const page = await openDashboard(stage.browser, 'intentions');
    await find(page, 'sayso-proposals >>> button.take', 1);
    await find(page, 'sayso-rate-bought >>> sayso-stars');
    await looks(page, 'inbox');
    await page.close();
  });
});
