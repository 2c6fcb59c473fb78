import type { Page } from 'puppeteer-core';
import type { Ask } from '../../../src/protocol/customer.ts';

/** An ask that is right in every field: the person's ratings, for a day. */
export function rightAsk(changes: Partial<Ask> = {}): Ask {
  return {
    id: 'ratings',
    text: 'We would like to know what you liked.',
    purpose: 'ProvideProductRecommendations',
    required: [{ collection: 'ratings' }],
    optional: [],
    retention: 'P1D',
    sharing: 'none',
    ...changes,
  };
}

/** How a call of the page API ended. */
export interface Outcome {
  readonly value?: unknown;
  readonly error?: string;
  readonly message?: string;
  /** How long it took, in milliseconds as the page measures them. */
  readonly ms: number;
}

/** Begins to ask from `page`; `outcomeOf` the same name tells how it ended. */
export async function beginAsk(page: Page, ask: Ask = rightAsk(), name = ask.id): Promise<void> {
  await page.evaluate(
    (which, json) => {
      const kept = globalThis as { saysoOutcomes?: Record<string, Outcome | undefined> };
      const outcomes = (kept.saysoOutcomes ??= {});
      const startedMs = performance.now();
      const took = (): number => performance.now() - startedMs;
      if (!navigator.customer) {
        throw new Error('there is nobody to ask here');
      }
      navigator.customer.request(JSON.parse(json) as Ask).then(
        (value) => {
          outcomes[which] = { value, ms: took() };
        },
        (thrown: unknown) => {
          const { name: error, message } = thrown as DOMException;
          outcomes[which] = { error, message, ms: took() };
        },
      );
    },
    name,
    JSON.stringify(ask),
  );
}

/** How it ended, or `undefined` while it has not. */
export function outcomeOf(page: Page, name = 'ratings'): Promise<Outcome | undefined> {
  return page.evaluate(
    (which) => (globalThis as { saysoOutcomes?: Record<string, Outcome | undefined> }).saysoOutcomes?.[which],
    name,
  );
}
