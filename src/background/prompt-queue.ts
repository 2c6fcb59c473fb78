import type { Origin } from '../domain/ids.ts';
import { showWaiting } from '../platform/badge.ts';
import { changeAsks, hasSurface, listAsks, type PendingAsk } from '../platform/pending-asks.ts';
import { isSurfaceOpen, isTabOpen, isTabShown, openPrompts, openPromptWindow } from '../platform/prompt-window.ts';

/**
 * Shows one ask at a time, and only one whose page is looked at: an ask of a hidden tab, or of a window behind another,
 * takes no focus, it waits on the badge until the person comes to that tab. One at a time is kept by a lock, not by memory.
 *
 * Where the browser makes no window and no tab the ask waits on the badge, too: the next event tries again.
 */
export function showNextAsk(): Promise<void> {
  return navigator.locks.request('sayso-prompt', async () => {
    const open = (await listAsks()).filter(({ decidedAtMs }) => decidedAtMs === undefined);
    await showWaiting('asks', open.length);
    if ((await isAnyShown(open)) || (await isAnyOpening(open))) {
      return;
    }
    for (const pending of open) {
      if (!hasSurface(pending) && (await isAnyTab(pending, isTabShown))) {
        const surface = await openPromptWindow(pending.id);
        if (surface) {
          // The page in it notes the same, and so may one that was opened by a background which died before it noted it.
          await changeAsks((asks) => [
            asks.map((one) => (one.id === pending.id && !hasSurface(one) ? { ...one, ...surface } : one)),
            undefined,
          ]);
        }
        return;
      }
    }
  });
}

async function isAnyShown(open: readonly PendingAsk[]): Promise<boolean> {
  for (const shown of open.filter(hasSurface)) {
    if (await isSurfaceOpen(shown)) {
      return true;
    }
  }
  return false;
}

/** The background may have died as it opened a prompt: that one is about to note itself, and is not opened again. */
async function isAnyOpening(open: readonly PendingAsk[]): Promise<boolean> {
  const unnoted = open.filter((pending) => !hasSurface(pending));
  const prompts = unnoted.length > 0 ? await openPrompts() : new Set();
  return unnoted.some(({ id }) => prompts.has(id));
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
