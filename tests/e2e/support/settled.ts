import type { Page } from 'puppeteer-core';
import type { Outcome } from './ask.ts';

/**
 * Waits for an ask that `beginAsk` began, however it ends. A refusal is told after a spread of time of up to 45 seconds,
 * so the page itself waits: a test that awaits one has a time limit beyond that, {@link REFUSAL_MS}.
 */
export function settled(page: Page, name = 'ratings'): Promise<Outcome> {
  return page.evaluate(async (which) => {
    const kept = globalThis as { saysoOutcomes?: Record<string, Outcome | undefined> };
    for (;;) {
      const outcome = kept.saysoOutcomes?.[which];
      if (outcome) {
        return outcome;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, name);
}

/** A time limit for a test that awaits a refusal. */
export const REFUSAL_MS = 90_000;
