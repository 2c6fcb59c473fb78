import { describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { allow, refuse, waitForPrompt } from '../support/actions.ts';
import { beginAsk, outcomeOf, rightAsk } from '../support/ask.ts';
import { pendingAsks, readHeld } from '../support/held.ts';
import { openPrompts } from '../support/prompts.ts';
import { REFUSAL_MS, settled } from '../support/settled.ts';
import { chosenPage, quietSites } from '../support/vendor.ts';

describe('threat 14: two tabs of one origin', () => {
  const stage = useBrowser({ sites: quietSites('allowed', 'refused') });

  /** Until one ask waits for the person, and two calls for it. */
  async function bothWait(): Promise<void> {
    await waitForPrompt(stage.browser);
    await until('both to wait for one ask', async () => {
      const asks = pendingAsks(await readHeld(stage.browser)) as readonly { readonly waiters: readonly unknown[] }[];
      return asks.length === 1 && asks[0]?.waiters.length === 2;
    });
  }

  /** Two tabs of one chosen site that ask for the same thing in one moment. */
  async function askTogether(name: string) {
    const first = await chosenPage(stage.browser, name);
    const second = await stage.browser.page(`http://${name}.localhost/`);
    await Promise.all([beginAsk(first), beginAsk(second)]);
    await bothWait();
    return { first, second };
  }

  it('ask together: one prompt, and both get the one grant', async () => {
    const { first, second } = await askTogether('allowed');
    expect(await openPrompts(stage.browser)).toHaveLength(1);
    expect(await Promise.all([outcomeOf(first), outcomeOf(second)])).toEqual([undefined, undefined]);
    await allow(stage.browser);
    const [one, other] = await Promise.all([settled(first), settled(second)]);
    expect(one.value).toMatchObject({ status: 'active', scope: [{ collection: 'ratings' }] });
    expect(other.value).toEqual(one.value);

    const { tables } = await readHeld(stage.browser);
    expect(tables['grants']).toHaveLength(1);
    expect(tables['decisions']).toEqual([expect.objectContaining({ outcome: 'allowed' })]);
    expect(await openPrompts(stage.browser)).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });

  it('ask together: one prompt, and one refusal answers both', { timeout: REFUSAL_MS }, async () => {
    const { first, second } = await askTogether('refused');
    expect(await openPrompts(stage.browser)).toHaveLength(1);
    await refuse(stage.browser);
    const both = await Promise.all([settled(first), settled(second)]);
    expect(both.map(({ error }) => error)).toEqual(['NotAllowedError', 'NotAllowedError']);
    const { tables } = await readHeld(stage.browser);
    expect(tables['decisions']?.filter(({ origin }) => origin === 'http://refused.localhost')).toEqual([
      expect.objectContaining({ outcome: 'refused' }),
    ]);
    expect(await openPrompts(stage.browser)).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });

  it('one goes away while it waits: the other is still answered', async () => {
    const first = await stage.browser.page('http://allowed.localhost/');
    const second = await stage.browser.page('http://allowed.localhost/');
    const more = rightAsk({ id: 'more', text: 'More.', required: [{ collection: 'preferences' }] });
    await Promise.all([beginAsk(first, more), beginAsk(second, more)]);
    await bothWait();
    await second.close();
    await allow(stage.browser);
    expect((await settled(first, 'more')).value).toMatchObject({ status: 'active' });
    await first.close();
  });
});
