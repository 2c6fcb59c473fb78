import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until, within } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, find, sees, waitForPrompt } from '../support/actions.ts';
import { beginAsk, outcomeOf, rightAsk } from '../support/ask.ts';
import { readHeld } from '../support/held.ts';
import { begins, letPressesGo, type Place, restOf, showAgain, watchRest } from '../support/presses.ts';
import { settled } from '../support/settled.ts';
import { chosenPage, quietSites } from '../support/vendor.ts';

/** Browsers round the times they tell. */
const ROUNDED_MS = 5;

/** Far beyond what it takes to begin a rest, to press, and to see it end. */
const ATTEMPT_MS = 8_000;

/** What a person in haste does on Allow, as real input. */
const PRESSES = {
  'a double-click': (prompt: Page, { x, y }: Place) => prompt.mouse.click(x, y, { count: 2 }),
  'Enter and the space bar': async (prompt: Page) => {
    await prompt.keyboard.press('Enter');
    await prompt.keyboard.press(' ');
  },
} as const;

/** What puts the prompt before the person, or something else under their pointer. */
const CAUSES = {
  'is shown': showAgain,
  'takes focus': refocus,
  'changes its size': (prompt: Page) => begins(prompt, () => resize(prompt)),
} as const;

describe('threat 20: a prompt appears under a moving double-click', () => {
  const cases = Object.keys(CAUSES).flatMap((cause) => Object.keys(PRESSES).map((press) => [cause, press] as const));
  const nameOf = (index: number): string => `vendor${String(index)}`;
  const names = cases.flatMap((_case, index) => [nameOf(index), insteadOf(nameOf(index))]);
  const stage = useBrowser({ sites: quietSites('begun', ...names) });

  async function asked(name: string): Promise<Asked> {
    const page = await chosenPage(stage.browser, name);
    await beginAsk(page);
    const prompt = await waitForPrompt(stage.browser);
    await sees(prompt, rightAsk().text);
    await watchRest(prompt);
    return { name, page, prompt };
  }

  /**
   * Firefox's driver may hold on to the document of before, for good, where that was loaded again: it answers nothing about
   * this prompt any more. Another site asks then, in a prompt of its own.
   */
  async function askedInstead({ name, prompt }: Asked): Promise<Asked> {
    void prompt.close().catch(() => undefined);
    await stage.browser.waitForClosed(prompt);
    return asked(insteadOf(name));
  }

  async function decisionsOf(name: string): Promise<readonly unknown[]> {
    const { tables } = await readHeld(stage.browser);
    return (tables['decisions'] ?? []).filter(({ origin }) => origin === `http://${name}.localhost`);
  }

  it.each(cases.map((one, index) => [...one, nameOf(index)] as const))(
    'for half a second after it %s, nothing comes of %s on Allow',
    async (cause, press, name) => {
      let before = await asked(name);
      await find(before.prompt, 'sayso-ask >>> #allow');
      // Where the driver was too slow for any to fall into the rest, it begins another.
      const lastedMs = await until('presses within the rest', async () => {
        const { prompt, page } = before;
        const attempt = async (): Promise<number | false | undefined> => {
          await (await find(prompt, 'sayso-ask >>> #allow')).focus();
          const place = await CAUSES[cause as keyof typeof CAUSES](prompt, page);
          const rest = await until('the rest to end', async () => {
            await PRESSES[press as keyof typeof PRESSES](prompt, place);
            const now = await restOf(prompt);
            return now.lastedMs !== undefined && now;
          });
          return rest.presses > 0 && rest.lastedMs;
        };
        try {
          return await within(ATTEMPT_MS, attempt());
        } catch (thrown) {
          if (thrown instanceof Error && thrown.message === 'no answer' && before.name === name) {
            before = await askedInstead(before);
          }
          throw thrown;
        }
      });
      const { page, prompt } = before;
      expect(lastedMs).toBeGreaterThanOrEqual(500 - ROUNDED_MS);
      expect(await outcomeOf(page)).toBeUndefined();
      expect(await decisionsOf(before.name)).toEqual([]);

      await letPressesGo(prompt);
      await allow(stage.browser);
      expect((await settled(page)).value).toMatchObject({ status: 'active' });
      expect(await decisionsOf(before.name)).toEqual([expect.objectContaining({ outcome: 'allowed' })]);
      await page.close();
    },
  );

  it('a press that begins within the half second and ends after it does nothing', async () => {
    const { page, prompt } = await asked('begun');
    await until('a press begun within the rest', async () => {
      await find(prompt, 'sayso-ask >>> #allow');
      const { x, y } = await begins(prompt, () => resize(prompt));
      await prompt.mouse.move(x, y);
      await prompt.mouse.down();
      const { presses } = await restOf(prompt);
      await find(prompt, 'sayso-ask >>> #allow');
      await letPressesGo(prompt);
      // One that began too late would count: it ends beside the button.
      await prompt.mouse.move(x, presses > 0 ? y : 1);
      await prompt.mouse.up();
      return presses > 0;
    });
    // Had it allowed anything, that would stand: the first answer does.
    const refuse = await find(prompt, 'sayso-ask >>> #refuse');
    await refuse.click();
    await stage.browser.waitForClosed(prompt);
    expect(await decisionsOf('begun')).toEqual([expect.objectContaining({ outcome: 'refused' })]);
    await page.close();
  });
});

interface Asked {
  readonly name: string;
  readonly page: Page;
  readonly prompt: Page;
}

function insteadOf(name: string): string {
  return `${name}-instead`;
}

async function resize(prompt: Page): Promise<void> {
  const { width, height } = await prompt.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await prompt.setViewport({ width: width === 480 ? 540 : 480, height });
}

/** The prompt's window loses the focus and gets it again. */
async function refocus(prompt: Page, page: Page): Promise<Place> {
  await page.bringToFront();
  return begins(prompt, async () => {
    await prompt.bringToFront();
    await prompt.evaluate((isTold) => {
      if (!isTold) {
        // Without a display, Chromium's windows all have the focus at once, and no event says so.
        window.dispatchEvent(new FocusEvent('focus'));
      }
    }, prompt.url().startsWith('moz-extension:'));
  });
}
