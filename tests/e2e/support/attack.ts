import type { Page } from 'puppeteer-core';
import { until } from '../../support/browsers/until.ts';

/** How an attack of Hostile's ended: `held` when Sayso withstood it. */
export interface AttackResult {
  readonly held: boolean;
  readonly saw?: unknown;
  /** `false` where the page has no `navigator.customer`: then there was nothing to attack. */
  readonly isThere?: boolean;
  readonly [more: string]: unknown;
}

type Attacks = Readonly<Record<string, (...args: unknown[]) => Promise<AttackResult>>>;

/** Runs one attack of `examples/hostile` by its name on a page that has its scripts. */
export async function attack(page: Page, name: string, ...args: readonly unknown[]): Promise<AttackResult> {
  await until('the attacks', () => page.evaluate(() => 'attacks' in window));
  return page.evaluate(
    async (which, given) => {
      const run = (window as unknown as { attacks: Attacks }).attacks[which];
      if (!run) {
        throw new Error(`no attack is called ${which}`);
      }
      return run(...given);
    },
    name,
    args,
  );
}
