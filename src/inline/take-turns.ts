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

/** The longest piece of work between two turns. */
const PIECE_MS = 8;

/**
 * Runs work that can be interrupted, and gives the page a turn whenever a piece of it took long.
 *
 * @returns `undefined` when `signal` was aborted before the end
 */
export async function inTurns<Result>(
  steps: Generator<undefined, Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  let startMs = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      return step.value;
    }
    if (performance.now() - startMs > PIECE_MS) {
      await nextTurn();
      startMs = performance.now();
    }
    if (signal.aborted) {
      return undefined;
    }
  }
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
