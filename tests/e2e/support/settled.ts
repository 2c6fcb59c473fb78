import type { Page } from 'puppeteer-core';
import type { Asks, Outcome } from './ask.ts';

/**
 * Waits for an ask that `beginAsk` began, however it ends. A refusal is told after a spread of time of up to 45 seconds,
 * so the page itself waits: a test that awaits one has a time limit beyond that, {@link REFUSAL_MS}.
 */
export function settled(page: Page, name = 'ratings'): Promise<Outcome> {
  return page.evaluate((which) => {
    const ask = (globalThis as Asks).saysoAsks?.[which];
    if (!ask) {
      throw new Error(`nothing called ${which} was asked here`);
    }
    return ask.ending;
  }, name);
}

/** A time limit for a test that awaits a refusal. */
export const REFUSAL_MS = 90_000;
