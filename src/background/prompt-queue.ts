import { showWaiting } from '../platform/badge.ts';
import { changeAsks, listAsks, type PendingAsk } from '../platform/pending-asks.ts';
import { isSurfaceOpen, isTabShown, openPromptWindow } from '../platform/prompt-window.ts';

/**
 * Shows one ask at a time, and only one whose page is looked at: an ask of a hidden tab takes no focus,
 * it waits on the badge until the person comes to that tab. One at a time is kept by a lock, not by memory.
 */
export function showNextAsk(): Promise<void> {
  return navigator.locks.request('sayso-prompt', async () => {
    const open = (await listAsks()).filter(({ decidedAtMs }) => decidedAtMs === undefined);
    await showWaiting(open.length);
    for (const shown of open.filter(hasSurface)) {
      if (await isSurfaceOpen(shown)) {
        return;
      }
    }
    for (const pending of open) {
      if (!hasSurface(pending) && (await isAnyTabShown(pending))) {
        const surface = await openPromptWindow(pending.id);
        await changeAsks((asks) => [
          asks.map((one) => (one.id === pending.id ? { ...one, ...surface } : one)),
          undefined,
        ]);
        return;
      }
    }
  });
}

/** The asks whose window or tab is gone without a decision. */
export async function abandonedAsks(): Promise<readonly PendingAsk[]> {
  const abandoned: PendingAsk[] = [];
  for (const pending of await listAsks()) {
    if (pending.decidedAtMs === undefined && hasSurface(pending) && !(await isSurfaceOpen(pending))) {
      abandoned.push(pending);
    }
  }
  return abandoned;
}

function hasSurface({ windowId, promptTabId }: PendingAsk): boolean {
  return windowId !== undefined || promptTabId !== undefined;
}

async function isAnyTabShown({ waiters }: PendingAsk): Promise<boolean> {
  for (const tabId of new Set(waiters.map((waiter) => waiter.tabId))) {
    if (await isTabShown(tabId)) {
      return true;
    }
  }
  return false;
}
