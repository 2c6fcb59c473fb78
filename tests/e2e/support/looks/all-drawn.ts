import type { Page } from 'puppeteer-core';
import { until } from '../../../support/browsers/until.ts';
import { textsOf } from '../actions.ts';

/** Waits until no comparison is still drawn: it comes bank by bank, also after each change of width, and moves what is below. */
export function allDrawn(page: Page): Promise<unknown> {
  return until('all quotes to be drawn', async () => {
    const busy = await textsOf(page, 'sayso-compare-quotes >>> [aria-busy="true"]');
    return busy.length === 0;
  });
}
