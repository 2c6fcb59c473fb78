import type { Ask } from '../domain/ask.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { browser } from './browser.ts';

/** One call that waits for the answer. */
export interface Waiter {
  /** The call's own id, made by the bridge. */
  readonly id: string;
  readonly tabId: number;
}

/** An ask that needs the person. Lives in session storage: the background may die, the browser's end ends it. */
export interface PendingAsk {
  readonly id: RecordId;
  readonly origin: Origin;
  readonly ask: Ask;
  readonly askedAtMs: number;
  readonly waiters: readonly Waiter[];
  /** The window (or, where none could be opened, the tab) it is shown in. */
  readonly windowId?: number;
  readonly promptTabId?: number;
  /** Once decided it only stays to answer its waiters. */
  readonly decidedAtMs?: number;
}

const KEY = 'asks';

export async function listAsks(): Promise<readonly PendingAsk[]> {
  const { [KEY]: held } = await browser.storage.session.get(KEY);
  return (held as readonly PendingAsk[] | undefined) ?? [];
}

/** The ask a prompt shows, or `undefined` when it was answered elsewhere, or its page is gone. */
export async function findAsk(id: string): Promise<PendingAsk | undefined> {
  return (await listAsks()).find((pending) => pending.id === id && pending.decidedAtMs === undefined);
}

/** Whether it is known where an ask is shown. */
export function hasSurface({ windowId, promptTabId }: PendingAsk): boolean {
  return windowId !== undefined || promptTabId !== undefined;
}

/** Changes the list, one writer at a time across the background and Sayso's pages; gives back what `edit` returns beside it. */
export function changeAsks<T>(
  edit: (asks: readonly PendingAsk[]) => readonly [asks: readonly PendingAsk[], result: T],
): Promise<T> {
  return navigator.locks.request('sayso-asks', async () => {
    const [asks, result] = edit(await listAsks());
    await browser.storage.session.set({ [KEY]: asks });
    return result;
  });
}
