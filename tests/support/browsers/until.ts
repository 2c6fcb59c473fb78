/** How long a condition may take at most. Far beyond what is ever needed: it bounds a failure, it times nothing. */
const PATIENCE_MS = 30_000;
/** Between two looks: a look takes the browser's time from what is waited for. */
const FIRST_STEP_MS = 10;
const LAST_STEP_MS = 80;

/**
 * Waits until `condition` gives something other than `undefined` or `false`, and returns that.
 *
 * A condition that throws is one that does not hold yet: a page may be between two documents.
 *
 * @param what - what is waited for, as it should read after 'waited for'
 * @throws {Error} after 30 s, with the last thing that was thrown as its cause
 */
export async function until<T>(
  what: string,
  condition: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  let cause: unknown;
  let stepMs = FIRST_STEP_MS;
  while (performance.now() < giveUpAt) {
    const startedAt = performance.now();
    try {
      const value = await within(giveUpAt - performance.now(), condition());
      if (value !== undefined && value !== false) {
        return value;
      }
      cause = new Error('it was looked at, and did not hold');
    } catch (thrown) {
      // The very last try is cut short; what was wrong before says more, unless it got no answer for long.
      const isCut = performance.now() >= giveUpAt && performance.now() - startedAt < LAST_STEP_MS * 10;
      cause = cause !== undefined && isCut ? cause : thrown;
    }
    await new Promise((resolve) => setTimeout(resolve, stepMs));
    stepMs = Math.min(2 * stepMs, LAST_STEP_MS);
  }
  throw new Error(`waited in vain for ${what}`, { cause });
}

/**
 * Settles as `promise` does, but no later than in `ms` milliseconds.
 *
 * @throws {Error} 'no answer' when the time is over
 */
export async function within<T>(ms: number, promise: Promise<T> | T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
