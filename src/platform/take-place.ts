import { browser } from './browser.ts';
import { changeAsks, hasSurface } from './pending-asks.ts';
import { isSurfaceOpen, type PromptSurface } from './prompt-window.ts';

/**
 * Notes that the page which calls this shows an ask, unless another does already.
 *
 * The background may die between opening a window and noting it: the next one opens another. The pages themselves
 * settle which of them it is.
 *
 * @returns whether it is this one
 */
export async function takePlace(askId: string): Promise<boolean> {
  const own = await ownSurface();
  const other = await changeAsks((asks) => {
    const ask = asks.find(({ id, decidedAtMs }) => id === askId && decidedAtMs === undefined);
    if (!ask || isSame(ask, own)) {
      return [asks, undefined];
    }
    return hasSurface(ask) ? [asks, ask] : [asks.map((one) => (one === ask ? { ...one, ...own } : one)), undefined];
  });
  return other === undefined || !(await isSurfaceOpen(other));
}

async function ownSurface(): Promise<PromptSurface> {
  const { id, windowId } = await browser.tabs.getCurrent();
  // Firefox for Android has no windows.
  const windows = browser.windows as typeof browser.windows | undefined;
  const window = windowId === undefined ? undefined : await windows?.get(windowId);
  if (window?.type === 'popup' && window.id !== undefined) {
    return { windowId: window.id };
  }
  return id === undefined ? {} : { promptTabId: id };
}

function isSame(one: PromptSurface, other: PromptSurface): boolean {
  return one.windowId === other.windowId && one.promptTabId === other.promptTabId;
}
