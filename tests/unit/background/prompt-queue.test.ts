import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import { abandonedAsks, showNextAsk } from '../../../src/background/prompt-queue.ts';
import { newRecordId, type Origin } from '../../../src/domain/ids.ts';
import { changeAsks, listAsks, type PendingAsk } from '../../../src/platform/pending-asks.ts';
import { sampleAsk } from '../../support/asks.ts';
import { CINEMA, SHOP } from '../../support/samples.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const id = newRecordId(0);

function pending(origin: Origin, tabId: number, changes: Partial<PendingAsk> = {}): PendingAsk {
  return { id: newRecordId(tabId), origin, ask: sampleAsk(), askedAtMs: 0, waiters: [{ id, tabId }], ...changes };
}

const queue = (...asks: PendingAsk[]) => changeAsks(() => [asks, undefined]);
const prompts = () => [...fake.openWindows.values()].map(({ url }) => new URL(url).searchParams.get('id'));

beforeEach(() => {
  fake.reset();
  fake.openTabs.set(1, { url: `${SHOP}/things`, active: true });
  fake.openTabs.set(2, { url: `${CINEMA}/films`, active: true });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

describe('showNextAsk', () => {
  it('opens Sayso’s own window, small, and remembers it', async () => {
    const ask = pending(SHOP, 1);
    await queue(ask);
    await showNextAsk();
    expect([...fake.openWindows]).toEqual([
      [
        expect.any(Number),
        {
          url: `chrome-extension://sayso/src/ui/prompt/prompt.html?id=${ask.id}`,
          type: 'popup',
          width: 480,
          height: 720,
        },
      ],
    ]);
    await expect(listAsks()).resolves.toEqual([{ ...ask, windowId: [...fake.openWindows.keys()][0] }]);
  });

  it('threat 19 shows one at a time, however often it is told', async () => {
    const [first, second] = [pending(SHOP, 1), pending(CINEMA, 2)];
    await queue(first, second);
    await Promise.all(Array.from({ length: 20 }, () => showNextAsk()));
    expect(prompts()).toEqual([first.id]);
    expect(fake.badge).toBe('2');
  });

  it('shows the next when the one before is decided', async () => {
    const [first, second] = [pending(SHOP, 1), pending(CINEMA, 2)];
    await queue({ ...first, decidedAtMs: 1 }, second);
    await showNextAsk();
    expect(prompts()).toEqual([second.id]);
    expect(fake.badge).toBe('1');
  });

  it.each([
    ['is hidden', { url: `${SHOP}/things`, active: false }],
    ['shows another site by now', { url: `${CINEMA}/`, active: true }],
    ['shows another port by now', { url: `${SHOP}:8443/`, active: true }],
    ['is no longer the browser’s to tell of', { active: true }],
    ['is in a window behind another', { url: `${SHOP}/things`, active: true, windowId: 7 }],
  ])('threat 21 waits on the badge while the tab %s', async (_what, tab) => {
    fake.openTabs.set(1, tab);
    await queue(pending(SHOP, 1));
    await showNextAsk();
    expect(prompts()).toEqual([]);
    expect(fake.badge).toBe('1');
  });

  it('threat 21 waits on the badge while its window is minimised, though the person was there last', async () => {
    fake.frontWindow = { id: 1, state: 'minimized' };
    const ask = pending(SHOP, 1);
    await queue(ask);
    await showNextAsk();
    expect(prompts()).toEqual([]);
    expect(fake.badge).toBe('1');
    fake.frontWindow = { id: 1, state: 'normal' };
    await showNextAsk();
    expect(prompts()).toEqual([ask.id]);
  });

  it('shows it on a phone, where there are no windows', async () => {
    const { windows } = fake;
    Object.assign(fake, { windows: undefined });
    try {
      const ask = pending(SHOP, 1);
      await queue(ask);
      await showNextAsk();
      const [shown] = await listAsks();
      expect(fake.openTabs.get(shown!.promptTabId!)?.url).toContain(ask.id);
    } finally {
      Object.assign(fake, { windows });
    }
  });

  it('lets no hidden ask hold up one that is looked at', async () => {
    fake.openTabs.set(1, { url: `${SHOP}/`, active: false });
    const seen = pending(CINEMA, 2);
    await queue(pending(SHOP, 1), seen);
    await showNextAsk();
    expect(prompts()).toEqual([seen.id]);
  });

  it('shows it when any of the tabs that wait is looked at', async () => {
    fake.openTabs.set(1, { url: `${SHOP}/`, active: false });
    fake.openTabs.set(3, { url: `${SHOP}/other`, active: true });
    const ask = pending(SHOP, 1, { waiters: [1, 3].map((tabId) => ({ id, tabId })) });
    await queue(ask);
    await showNextAsk();
    expect(prompts()).toEqual([ask.id]);
  });

  it('leaves what a window has noted of itself meanwhile', async () => {
    const ask = pending(SHOP, 1);
    await queue(ask);
    vi.spyOn(fake.windows, 'create').mockImplementationOnce(async () => {
      await queue({ ...ask, windowId: 7 });
      return { id: 8 };
    });
    await showNextAsk();
    await expect(listAsks()).resolves.toEqual([{ ...ask, windowId: 7 }]);
  });

  it('takes the number away when nobody waits', async () => {
    fake.badge = '3';
    await showNextAsk();
    expect(fake.badge).toBe('');
  });

  it('threat 22 opens it without bounds where the browser refuses them', async () => {
    const create = vi.spyOn(fake.windows, 'create');
    create.mockRejectedValueOnce(new Error('Bounds must be at least 50% within visible screen space.'));
    await queue(pending(SHOP, 1));
    await showNextAsk();
    expect([...fake.openWindows.values()]).toEqual([expect.not.objectContaining({ width: 480 })]);
  });

  it('threat 22 opens a tab where the browser makes no window', async () => {
    vi.spyOn(fake.windows, 'create').mockRejectedValue(new Error('no windows here'));
    const ask = pending(SHOP, 1);
    await queue(ask);
    await showNextAsk();
    const [shown] = await listAsks();
    expect(fake.openTabs.get(shown!.promptTabId!)?.url).toContain(ask.id);
    expect(shown).not.toHaveProperty('windowId');
  });

  it('threat 22 waits on the badge where the browser makes no tab either, and is shown the next time', async () => {
    const window = vi.spyOn(fake.windows, 'create').mockRejectedValue(new Error('no windows here'));
    const tab = vi.spyOn(fake.tabs, 'create').mockRejectedValue(new Error('nor tabs'));
    const ask = pending(SHOP, 1);
    await queue(ask);
    await showNextAsk();
    expect(await listAsks()).toEqual([ask]);
    expect(fake.badge).toBe('1');
    window.mockRestore();
    tab.mockRestore();
    await showNextAsk();
    expect(prompts()).toEqual([ask.id]);
  });

  it.each(['url', 'pendingUrl'])(
    'opens no second prompt where the first was opened and not noted: by its %s',
    async (key) => {
      const ask = pending(SHOP, 1);
      const url = `chrome-extension://sayso/src/ui/prompt/prompt.html?id=${ask.id}`;
      fake.openTabs.set(8, { [key]: url, active: true, windowId: 9 });
      fake.frontWindow = { id: 9, state: 'normal' };
      await queue(ask);
      await showNextAsk();
      expect(prompts()).toEqual([]);
      // Which of them it is, the page in it says.
      await expect(listAsks()).resolves.toEqual([ask]);
    },
  );
});

describe('abandonedAsks', () => {
  it('are those whose prompt was closed', async () => {
    fake.openWindows.set(9, { url: '' });
    const [open, closed] = [pending(SHOP, 1, { windowId: 9 }), pending(CINEMA, 2, { windowId: 8 })];
    await queue(open, closed);
    await expect(abandonedAsks()).resolves.toEqual([closed]);
  });

  it('are those whose tabs are all gone, shown or not', async () => {
    fake.openWindows.set(9, { url: '' });
    const [shown, hidden] = [pending(SHOP, 77, { windowId: 9 }), pending(CINEMA, 78)];
    const half = pending(SHOP, 1, { waiters: [77, 1].map((tabId) => ({ id, tabId })) });
    await queue(shown, hidden, half);
    await expect(abandonedAsks()).resolves.toEqual([shown, hidden]);
  });

  it('are not those that are decided, nor those that wait to be shown', async () => {
    await queue(pending(SHOP, 77, { windowId: 8, decidedAtMs: 1 }), pending(CINEMA, 2));
    await expect(abandonedAsks()).resolves.toEqual([]);
  });
});
