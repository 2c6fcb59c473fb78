import type { Page } from 'puppeteer-core';
import { describe, it } from 'vitest';
import type { Ask } from '../../../src/protocol/customer.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { connect, find, press, waitForPrompt } from '../support/actions.ts';
import { beginAsk, rightAsk } from '../support/ask.ts';
import { languagesOfMany, looksRight } from '../support/looks/looks-right.ts';
import type { WalkedWindow } from '../support/looks/in-page.ts';
import { manyRatings, sampleLife } from '../support/looks/sample-life.ts';
import { type SeedContext, seed } from '../support/looks/seed.ts';
import { pageSite } from '../support/site.ts';

const LONG = `${'accounts.google.com.sign-in-and-verify-your-account.'.repeat(4)}xn--bcher-kva.localhost`;
const HOSTS = ['all.localhost', 'empty.localhost', 'many.localhost', 'gone.localhost', LONG];

const ALL = rightAsk({
  id: 'all',
  text: 'We would like to put first what you like, and to leave out what you never want to see, on this and on every later visit.',
  required: [{ collection: 'ratings', kinds: ['Movie', 'TVSeries'], derive: 'rank' }],
  optional: [
    {
      collection: 'ratings',
      fields: ['reviewBody', 'keywords', 'dateCreated'],
      filter: { since: '2020-01-01', min: 60 },
    },
    { collection: 'preferences', keys: ['shoe-size', 'brand', 'coffee'] },
  ],
  retention: 'P1Y6M',
  sharing: ['A partner with quite a long name, Ltd.', 'analytics.example'],
});

describe.each(languagesOfMany())('looks: the prompt, in %s', (language) => {
  const stage = useBrowser({
    language,
    sites: Object.fromEntries(HOSTS.map((host) => [host, pageSite('<title>A vendor</title><p>Words.</p>')])),
  });

  /** A site asks, and Sayso's window shows it. */
  async function ask(host: string, asked: Ask, fill?: (context: SeedContext) => Promise<void>) {
    if (fill) {
      await seed(stage.browser, fill);
    }
    const page = await stage.browser.page(`http://${host}/`);
    await connect(stage.browser, page);
    await page.bringToFront();
    await beginAsk(page, asked);
    const prompt = await waitForPrompt(stage.browser);
    await until('a preview of all', () =>
      prompt.evaluate(() => {
        const root = document.querySelector('sayso-prompt')?.shadowRoot?.querySelector('sayso-ask')?.shadowRoot;
        return root?.querySelector('sayso-need') !== null && root?.querySelector('#allow') !== undefined;
      }),
    );
    return { page, prompt };
  }

  function looks(prompt: Page, state: string, button = 'sayso-ask >>> #allow'): Promise<void> {
    // The last button rests for a while after each change of size.
    const ready = () => find(prompt, button);
    return looksRight(stage.browser, prompt, `prompt-${state}`, { language, ready });
  }

  async function done(page: Page, prompt: Page): Promise<void> {
    await press(prompt, 'sayso-ask >>> #refuse');
    await stage.browser.waitForClosed(prompt);
    await page.close();
  }

  it('shows an ask with needs and wishes, and each list opened', async () => {
    const { page, prompt } = await ask('all.localhost', ALL, sampleLife);
    await find(prompt, 'sayso-need >>> summary');
    await find(prompt, 'sayso-ask >>> #allow');
    await looks(prompt, 'ask');
    await prompt.evaluate(tickAll);
    await until('the lists', () => prompt.evaluate(openAll));
    await looks(prompt, 'opened');
    await done(page, prompt);
  });

  it('shows an ask to somebody who has nothing to give', async () => {
    const { page, prompt } = await ask('empty.localhost', ALL, () => Promise.resolve());
    await find(prompt, 'sayso-ask >>> sayso-notice');
    await looks(prompt, 'empty');
    await done(page, prompt);
  });

  it('shows an address as long as they come, with letters beyond ASCII', async () => {
    const { page, prompt } = await ask(LONG, rightAsk({ agreement: 'PDC-INTENT' }), (context) =>
      manyRatings(context, 60),
    );
    await find(prompt, 'sayso-need >>> summary');
    await looks(prompt, 'long-host');
    await done(page, prompt);
  });

  it('says so when there is nothing to answer any more', async () => {
    const prompt = await stage.browser.openExtensionPage('src/ui/prompt/prompt.html?id=none');
    await find(prompt, 'sayso-prompt >>> h1');
    // It would go by itself in a while.
    await prompt.evaluate(() => {
      window.close = () => undefined;
    });
    await looks(prompt, 'gone', 'sayso-prompt >>> button');
  });
});

// Runs in the page, after the first look: takes every wish.
function tickAll(): void {
  const { controls } = (window as unknown as WalkedWindow).saysoWalk;
  controls()
    .filter((one) => one instanceof HTMLInputElement && one.type === 'checkbox' && !one.checked)
    .forEach((one) => {
      one.click();
    });
}

// Runs in the page: opens every list, and tells whether all that can be are open.
function openAll(): boolean {
  const { seen } = (window as unknown as WalkedWindow).saysoWalk;
  const lists = seen().filter((one) => one instanceof HTMLDetailsElement);
  lists.forEach((one) => {
    one.open = true;
  });
  return lists.length === 3 && lists.every((one) => one.querySelector('li') !== null);
}
