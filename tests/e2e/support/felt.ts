import type { Page } from 'puppeteer-core';
import { until } from '../../support/browsers/until.ts';
import { press } from './actions.ts';

/** How a page felt a change of what it holds. Moments are milliseconds since the Unix epoch. */
export interface Felt {
  /** When `grantschange` came. */
  readonly toldAtMs: number;
  /** How its next call ended, which it made at once: 'given', or the name of a failure. */
  readonly next: string;
}

interface Feeling {
  saysoFelt?: Felt[];
}

/** From now on the page reads as soon as it is told of a change, and notes how that ended; see {@link felt}. */
export async function feelChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    const notes: Felt[] = [];
    (globalThis as Feeling).saysoFelt = notes;
    navigator.customer?.addEventListener('grantschange', () => {
      const toldAtMs = Date.now();
      navigator.customer?.ratings().then(
        () => notes.push({ toldAtMs, next: 'given' }),
        (thrown: unknown) => notes.push({ toldAtMs, next: (thrown as Error).name }),
      );
    });
  });
}

/** What it felt first, when it has. */
export function felt(page: Page): Promise<Felt> {
  return until('the page to feel it', () => page.evaluate(() => (globalThis as Feeling).saysoFelt?.[0]));
}

/** Presses something on a page of Sayso's. @returns when the press came there, in milliseconds since the Unix epoch */
export async function pressTimed(page: Page, selector: string): Promise<number> {
  await page.evaluate(() => {
    const noted = globalThis as { saysoPressedAtMs?: number };
    const note = ({ timeStamp }: Event): void => {
      noted.saysoPressedAtMs = performance.timeOrigin + timeStamp;
    };
    window.addEventListener('click', note, { capture: true, once: true });
  });
  await press(page, selector);
  return until('the press', () => page.evaluate(() => (globalThis as { saysoPressedAtMs?: number }).saysoPressedAtMs));
}

/**
 * How late a page may feel that a grant ended, in milliseconds. The second that is promised is measured, on a machine
 * that does nothing else, in `npm run bench`; here four browsers share the processor, and a grant that ends by waiting
 * for something else to happen would take longer than this.
 */
export const FELT_WITHIN_MS = 5_000;
