import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import { newRecordId } from '../../../src/domain/ids.ts';
import { changeAsks, listAsks, type PendingAsk } from '../../../src/platform/pending-asks.ts';
import { takePlace } from '../../../src/platform/take-place.ts';
import { sampleAsk } from '../../support/asks.ts';
import { SHOP } from '../../support/samples.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const TAB = 4;
const pending: PendingAsk = { id: newRecordId(0), origin: SHOP, ask: sampleAsk(), askedAtMs: 0, waiters: [] };

const queue = (ask: PendingAsk) => changeAsks(() => [[ask], undefined]);

beforeEach(() => {
  fake.reset();
  fake.openWindows.set(9, { url: '', type: 'popup' });
  fake.openTabs.set(TAB, { active: true, windowId: 9 });
  fake.currentTab = TAB;
});

describe('takePlace', () => {
  it('notes the window of a prompt that nobody has noted: its background died', async () => {
    await queue(pending);
    await expect(takePlace(pending.id)).resolves.toBe(true);
    await expect(listAsks()).resolves.toEqual([{ ...pending, windowId: 9 }]);
  });

  it('notes the tab where the prompt is among others', async () => {
    fake.openWindows.set(9, { url: '', type: 'normal' });
    await queue(pending);
    await expect(takePlace(pending.id)).resolves.toBe(true);
    await expect(listAsks()).resolves.toEqual([{ ...pending, promptTabId: TAB }]);
  });

  it('leaves an ask alone that is noted to be here', async () => {
    await queue({ ...pending, windowId: 9 });
    await expect(takePlace(pending.id)).resolves.toBe(true);
    await expect(listAsks()).resolves.toEqual([{ ...pending, windowId: 9 }]);
  });

  it('gives way to another window that shows the ask', async () => {
    fake.openWindows.set(8, { url: '', type: 'popup' });
    await queue({ ...pending, windowId: 8 });
    await expect(takePlace(pending.id)).resolves.toBe(false);
    await expect(listAsks()).resolves.toEqual([{ ...pending, windowId: 8 }]);
  });

  it('gives way to none that is gone', async () => {
    await queue({ ...pending, windowId: 8 });
    await expect(takePlace(pending.id)).resolves.toBe(true);
  });

  it.each([
    ['decided', { ...pending, decidedAtMs: 1, windowId: 8 }],
    ['not there', { ...pending, id: newRecordId(1) }],
  ])('has nothing to note of an ask that is %s', async (_what, ask) => {
    fake.openWindows.set(8, { url: '', type: 'popup' });
    await queue(ask);
    await expect(takePlace(pending.id)).resolves.toBe(true);
    await expect(listAsks()).resolves.toEqual([ask]);
  });
});
