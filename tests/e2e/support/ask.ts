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

/** What `beginAsk` leaves in the page, by name. */
export interface Asks {
  saysoAsks?: Record<string, { readonly ending: Promise<Outcome>; outcome?: Outcome } | undefined>;
}

/** Begins to ask from `page`; `outcomeOf` the same name tells how it ended. */
export async function beginAsk(page: Page, ask: Ask = rightAsk(), name = ask.id): Promise<void> {
  await page.evaluate(
    (which, json) => {
      const asks = ((globalThis as Asks).saysoAsks ??= {});
      const startedMs = performance.now();
      if (!navigator.customer) {
        throw new Error('there is nobody to ask here');
      }
      const ending = navigator.customer.request(JSON.parse(json) as Ask).then(
        (value): Outcome => ({ value, ms: performance.now() - startedMs }),
        (thrown: unknown): Outcome => {
          const { name: error, message } = thrown as DOMException;
          return { error, message, ms: performance.now() - startedMs };
        },
      );
      const kept: NonNullable<Asks['saysoAsks']>[string] = (asks[which] = { ending });
      void ending.then((outcome) => {
        kept.outcome = outcome;
      });
    },
    name,
    JSON.stringify(ask),
  );
}

/** How it ended, or `undefined` while it has not. */
export function outcomeOf(page: Page, name = 'ratings'): Promise<Outcome | undefined> {
  return page.evaluate((which) => (globalThis as Asks).saysoAsks?.[which]?.outcome, name);
}
