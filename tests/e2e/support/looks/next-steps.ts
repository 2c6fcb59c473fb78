import type { Page } from 'puppeteer-core';
import { installWalk, type WalkedWindow } from './in-page.ts';

/** What a page offers to do, beside the way round that every page has. */
export async function nextSteps(page: Page): Promise<string[]> {
  await page.evaluate(installWalk);
  return page.evaluate(() => {
    const { controls, around, nameOf } = (window as unknown as WalkedWindow).saysoWalk;
    const isInNavigation = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = around(at)) {
        if (at.localName === 'nav' || at.localName === 'header') {
          return true;
        }
      }
      return false;
    };
    return controls()
      .filter((control) => !isInNavigation(control))
      .map(nameOf);
  });
}
