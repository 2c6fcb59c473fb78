import type { Page } from 'puppeteer-core';
import { describe, it } from 'vitest';
import type { RequestId } from '../../../src/domain/ids.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard, press, seenText } from '../support/actions.ts';
import { allDrawn } from '../support/looks/all-drawn.ts';
import { languagesOfMany, looksRight, type LooksOptions } from '../support/looks/looks-right.ts';
import { type SeedContext, seed } from '../support/looks/seed.ts';
import { answered, drafted, failed, lapsed, ruled, waiting } from '../support/looks/shopping-life.ts';

describe.each(languagesOfMany())('looks: one intention, in %s', (language) => {
  const stage = useBrowser({ language });

  function looks(page: Page, state: string, options: Partial<LooksOptions> = {}): Promise<void> {
    const ready = () => allDrawn(page);
    return looksRight(stage.browser, page, `intention-${state}`, { language, ready, ...options });
  }

  async function open(fill: (context: SeedContext) => Promise<RequestId>): Promise<Page> {
    let id: RequestId | undefined;
    await seed(stage.browser, async (context) => {
      id = await fill(context);
    });
    const page = await openDashboard(stage.browser, `intentions/${id!}`);
    await find(page, 'sayso-request-acts >>> #print');
    return page;
  }

  async function close(page: Page): Promise<void> {
    const before = await seenText(page);
    await page.keyboard.press('Escape');
    await until('it to be closed', async () => (await seenText(page)) !== before);
  }

  it('shows that there is nobody to ask', async () => {
    const page = await open((context) => drafted(context, {}, false));
    await find(page, 'sayso-cast >>> sayso-empty');
    await looks(page, 'nobody', { hasRound: false });
    await page.close();
  });

  it('shows a draft with its stages, and the last look before it goes out', async () => {
    const page = await open((context) => drafted(context, { opening: 'kind' }));
    await find(page, 'sayso-cast >>> input[type="checkbox"]', 5);
    await looks(page, 'draft');
    await press(page, 'sayso-cast >>> input[type="checkbox"]', 1);
    await press(page, 'sayso-cast >>> input[type="checkbox"]', 2);
    await press(page, 'sayso-cast >>> #go-on');
    await find(page, 'sayso-cast-confirm >>> #cast');
    await looks(page, 'confirm');
    await page.close();
  });

  it('shows how it waits', async () => {
    const page = await open(waiting);
    await find(page, 'sayso-thread >>> sayso-thread-acts', 2);
    await looks(page, 'waiting');
    await page.close();
  });

  it('shows in which order the nearest is looked for', async () => {
    const page = await open(ruled);
    await press(page, 'sayso-rule-order >>> [data-way="down"]', 0);
    await find(page, 'sayso-rule-order >>> #keep-order');
    await looks(page, 'rule-order');
    await page.close();
  });

  it('shows answers, a proposal of one’s own, and a no', async () => {
    const page = await open(answered);
    await press(page, 'sayso-whole-quote >>> summary');
    await find(page, 'sayso-quoted >>> dl');
    await find(page, 'sayso-ask-site >>> #connect');
    await looks(page, 'answers');
    await press(page, 'sayso-thread >>> details > summary');
    await find(page, 'sayso-thread-story >>> li');
    await press(page, 'sayso-thread-acts >>> #counter');
    await find(page, 'sayso-counter >>> #send');
    await looks(page, 'counter');
    await close(page);
    await press(page, 'sayso-thread-acts >>> #no', 3);
    await find(page, 'sayso-let-down >>> #reason');
    await looks(page, 'let-down', { hasRound: false });
    await page.close();
  });

  it('shows what failed, and how it was before', async () => {
    const page = await open(failed);
    await find(page, 'sayso-ask-site >>> #ask', 2);
    await find(page, 'sayso-versions >>> summary');
    await looks(page, 'failed', { hasRound: false });
    await page.close();
  });

  it('shows that it is over', async () => {
    const page = await open(lapsed);
    await find(page, 'sayso-request-acts >>> #again');
    await looks(page, 'lapsed', { hasRound: false });
    await page.close();
  });
});
