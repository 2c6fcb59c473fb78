/** Gives the browser a turn: input and painting go first. */
export function nextTurn(): Promise<void> {
  // Newer than the types: Chrome 129, Firefox 142.
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return (
    scheduler?.yield?.() ??
    new Promise((resolve) => {
      setTimeout(resolve);
    })
  );
}

/** Calls back when the page has nothing better to do, at the latest after half a second or so. */
export function whenIdle(callback: () => void, delayMs: number, signal: AbortSignal): void {
  setTimeout(() => {
    if (!signal.aborted) {
      requestIdleCallback(
        () => {
          if (!signal.aborted) {
            callback();
          }
        },
        { timeout: 500 },
      );
    }
  }, delayMs);
}
