import type { Origin } from '../domain/ids.ts';
import { showWaiting } from '../platform/badge.ts';
import { changeAsks, hasSurface, listAsks, type PendingAsk } from '../platform/pending-asks.ts';
import { isSurfaceOpen, isTabOpen, isTabShown, openPromptWindow } from '../platform/prompt-window.ts';

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
      if (!hasSurface(pending) && (await isAnyTab(pending, isTabShown))) {
        const surface = await openPromptWindow(pending.id);
        // The page in it notes the same, and so may one that was opened by a background which died before it noted it.
        await changeAsks((asks) => [
          asks.map((one) => (one.id === pending.id && !hasSurface(one) ? { ...one, ...surface } : one)),
          undefined,
        ]);
        return;
      }
    }
  });
}

/** The asks that nobody will decide: the prompt was closed, or every tab that waited is gone. */
export async function abandonedAsks(): Promise<readonly PendingAsk[]> {
  const abandoned: PendingAsk[] = [];
  for (const pending of await listAsks()) {
    if (pending.decidedAtMs === undefined && (await isAbandoned(pending))) {
      abandoned.push(pending);
    }
  }
  return abandoned;
}

async function isAbandoned(pending: PendingAsk): Promise<boolean> {
  return (hasSurface(pending) && !(await isSurfaceOpen(pending))) || !(await isAnyTab(pending, isTabOpen));
}

async function isAnyTab(
  { waiters, origin }: PendingAsk,
  is: (tabId: number, origin: Origin) => Promise<boolean>,
): Promise<boolean> {
  for (const tabId of new Set(waiters.map((waiter) => waiter.tabId))) {
    if (await is(tabId, origin)) {
      return true;
    }
  }
  return false;
}
