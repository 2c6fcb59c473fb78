import type { Page } from 'puppeteer-core';
import type { Ask } from '../../../src/protocol/customer.ts';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { allow, closePopup, connect, pressLabel, rate, sees, waitForPrompt } from './actions.ts';
import { beginAsk, rightAsk } from './ask.ts';
import { settled } from './settled.ts';
import { pageSite, type Site } from './site.ts';

/** A page that does nothing by itself. */
const QUIET = pageSite('<title>A vendor</title><p>Nothing but a page.</p>');

/** Sites that do nothing by themselves, one for each name: `http://NAME.localhost/`. */
export function quietSites(...names: readonly string[]): Record<string, Site> {
  return Object.fromEntries(names.map((name) => [`${name}.localhost`, QUIET]));
}

/** A new tab with `http://NAME.localhost/`, which the person has chosen. */
export async function chosenPage(browser: ExtensionBrowser, name: string): Promise<Page> {
  const page = await browser.page(`http://${name}.localhost/`);
  await connect(browser, page);
  return page;
}

/** The person rates The Matrix with 4.5 stars in the popup. */
export async function rateOneFilm(browser: ExtensionBrowser): Promise<void> {
  const film = await browser.page('http://matinee.localhost/film/the-matrix-1999/');
  const popup = await browser.openPopup(film);
  await sees(popup, 'The Matrix');
  await rate(popup, 9);
  await sees(popup, 'Saved: 4.5 stars');
  await closePopup(browser, popup);
  await film.close();
}

/**
 * The page asks and the person allows all of it, for as long as the prompt proposes or as `duration` is called there.
 *
 * @returns the grant's id
 */
export async function askAndAllow(
  browser: ExtensionBrowser,
  page: Page,
  ask: Ask = rightAsk(),
  duration?: string,
): Promise<string> {
  await page.bringToFront();
  await beginAsk(page, ask);
  if (duration !== undefined) {
    await pressLabel(await waitForPrompt(browser), '.durations label', duration);
  }
  await allow(browser);
  const { value, error } = await settled(page, ask.id);
  if (error !== undefined) {
    throw new Error(`allowed, and the page got ${error}`);
  }
  return (value as { id: string }).id;
}
