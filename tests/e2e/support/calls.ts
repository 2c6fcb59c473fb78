/** What a vendor's script does on its page. All of it runs in the page, as the vendor's own. */
import type { Page } from 'puppeteer-core';
import type { Customer } from '../../../src/protocol/customer.ts';

type Call = 'grants' | 'ratings' | 'preferences' | 'intentions' | 'rank' | 'reply' | 'propose' | 'withdraw';

/** How a call ended: what it resolved to, or the exception it was rejected with. */
export interface Answer<T> {
  readonly value?: T;
  readonly error?: { readonly name: string; readonly message: string; readonly isDOMException: boolean };
}

/** Calls `navigator.customer` on a page, and tells how that ended. */
export async function attempt<Name extends Call>(
  page: Page,
  name: Name,
  ...input: Parameters<Customer[Name]>
): Promise<Answer<Awaited<ReturnType<Customer[Name]>>>> {
  return (await attemptAny(page, name, ...input)) as Answer<Awaited<ReturnType<Customer[Name]>>>;
}

/** The same, of a call that no vendor in its senses would make. */
export async function attemptAny(page: Page, name: string, ...input: readonly unknown[]): Promise<Answer<unknown>> {
  const json = await page.evaluate(
    async (which, args) => {
      try {
        const call = navigator.customer?.[which as 'grants'] as unknown as (...all: unknown[]) => Promise<unknown>;
        const value = await call.apply(navigator.customer, JSON.parse(args) as unknown[]);
        return JSON.stringify({ value });
      } catch (thrown) {
        const { name: error, message } = thrown as DOMException;
        return JSON.stringify({ error: { name: error, message, isDOMException: thrown instanceof DOMException } });
      }
    },
    name,
    JSON.stringify(input),
  );
  return JSON.parse(json) as Answer<unknown>;
}

/**
 * Calls `navigator.customer` on a page.
 *
 * @throws {Error} when the call is rejected
 */
export async function call<Name extends Call>(
  page: Page,
  name: Name,
  ...input: Parameters<Customer[Name]>
): Promise<Awaited<ReturnType<Customer[Name]>>> {
  const { value, error } = await attempt(page, name, ...input);
  if (error) {
    throw new Error(`${name} was rejected: ${error.name}: ${error.message}`);
  }
  return value as Awaited<ReturnType<Customer[Name]>>;
}

/** Counts `grantschange` from now on; see {@link grantsChanges}. */
export async function countGrantsChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = globalThis as { grantsChangedAt?: number[] };
    const times: number[] = [];
    seen.grantsChangedAt = times;
    navigator.customer?.addEventListener('grantschange', () => times.push(Date.now()));
  });
}

/** When each `grantschange` came, in milliseconds since the Unix epoch. */
export function grantsChanges(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => (globalThis as { grantsChangedAt?: number[] }).grantsChangedAt ?? []);
}
