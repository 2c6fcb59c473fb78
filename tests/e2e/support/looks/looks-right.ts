import { mkdir } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { expect, inject } from 'vitest';
import type { BrowserName, ColorScheme, ExtensionBrowser } from '../../../support/browsers/extension-browser.ts';
import { until } from '../../../support/browsers/until.ts';
import { axeFaults } from './accessibility.ts';
import { installWalk, type WalkedWindow } from './in-page.ts';
import { layoutFaults } from './layout-faults.ts';
import { tabRound } from './tab-round.ts';

/** The languages that Sayso speaks. */
export const LANGUAGES = ['en-US', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The one in which a browser shows pages of many states: the same fonts give words the same room in either, so each
 * language is looked at by one of them. Both are spoken by both on the welcome page and beside the stars.
 */
const LANGUAGE_OF = { chromium: 'en-US', firefox: 'de' } as const;

/** The language of this browser, for `describe.each`. */
export function languagesOfMany(): readonly Language[] {
  return [LANGUAGE_OF[inject('browser')]];
}

interface Setting {
  readonly width: number;
  readonly scheme: ColorScheme;
  readonly dir?: 'ltr' | 'rtl';
  /** Whether axe looks as well. What it sees does not depend on the direction. */
  readonly axe: boolean;
}

/** `SAYSO_LOOKS=1` writes a picture of every state in every setting. */
const isShooting = process.env['SAYSO_LOOKS'] !== undefined;

/**
 * What axe finds does not depend on who draws it, and room that is enough at both ends is enough between: one browser is
 * enough for those. The widest and the narrowest, both themes and both directions are asked of both.
 */
const SETTINGS: Readonly<Record<keyof typeof LANGUAGE_OF, readonly Setting[]>> = {
  chromium: [
    // What axe finds depends on the colours and on the width, hardly on both, and not on the words: each is looked at once.
    ...(isShooting ? ([{ width: 1280, scheme: 'light', axe: false }] as const) : []),
    { width: 1280, scheme: 'dark', axe: true },
    // A window of 1280 pixels at a zoom of 200 %, from right to left: what is pinned to a side shows at any width.
    { width: 640, scheme: 'light', dir: 'rtl', axe: false },
    ...(isShooting ? ([{ width: 360, scheme: 'dark', axe: false }] as const) : []),
    { width: 360, scheme: 'light', axe: true },
  ],
  firefox: [
    { width: 1280, scheme: 'dark', dir: 'rtl', axe: false },
    // The longer words are those that narrow pages have no room for.
    { width: 360, scheme: 'light', axe: false },
  ],
};

/** As high as a window is, and as pages are looked at most, in CSS pixels. */
const HEIGHT = 800;
const MOST_HEIGHT = 4_000;

export interface LooksOptions {
  readonly language: Language;
  /** A popup is as wide as the browser makes it. */
  readonly isPopup?: boolean;
  /** Whether to go round by Tab, too. Default `true`; in the browser's own language. */
  readonly hasRound?: boolean;
  /** Waits for what a round would miss: a button that rests at first. */
  readonly ready?: () => Promise<unknown>;
  /** Faults of the page that Sayso is on and not Sayso's. */
  readonly ours?: (fault: string) => boolean;
}

/** Looks at one state of a page in each setting: nothing may be wrong with it. */
export async function looksRight(
  browser: ExtensionBrowser,
  page: Page,
  state: string,
  { language, isPopup = false, hasRound = true, ready, ours = () => true }: LooksOptions,
): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language.slice(0, 2));
  const faults: string[] = [];
  for (const setting of settingsFor(browser.name, language, isPopup)) {
    const { width, scheme, dir, axe } = setting;
    const name = [state, language, ...(isPopup ? [] : [width]), scheme, ...(dir ? [dir] : [])].join('-');
    await putInto(browser, page, setting, isPopup);
    const found = [...(await page.evaluate(layoutFaults)), ...(axe ? await axeFaults(page) : [])];
    faults.push(...found.filter(ours).map((fault) => `${name}: ${fault}`));
    await shoot(browser, page, name);
  }
  if (hasRound && language === LANGUAGE_OF[browser.name]) {
    if (!isPopup) {
      await resize(page, 360, HEIGHT);
    }
    await ready?.();
    faults.push(...(await tabRound(page)).filter(ours).map((fault) => `${state}: ${fault}`));
  }
  expect(faults.join('\n')).toBe('');
}

function settingsFor(name: BrowserName, language: Language, isPopup: boolean): readonly Setting[] {
  const settings = language === LANGUAGE_OF[name] ? SETTINGS[name] : SETTINGS[name].slice(-1);
  // A popup has but its own width.
  return isPopup ? settings.map((setting) => ({ ...setting, width: 360 })) : settings;
}

async function putInto(
  browser: ExtensionBrowser,
  page: Page,
  { width, scheme, dir = 'ltr' }: Setting,
  isPopup: boolean,
): Promise<void> {
  if (!isPopup) {
    await resize(page, width, HEIGHT);
    // So high that nothing that stays at an edge is over something else.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await resize(page, width, Math.min(height, MOST_HEIGHT));
  }
  await browser.setColorScheme(page, scheme);
  await page.evaluate(installWalk);
  await page.evaluate(async (direction) => {
    document.documentElement.dir = direction;
    for (const animation of document.getAnimations()) {
      animation.finish();
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, dir);
  // A long list puts its rows anew when they have got another height.
  await until('the page to stand still', () => page.evaluate(standsStill));
}

// Runs in the page, after `installWalk`: everything where it was three frames ago.
async function standsStill(): Promise<boolean> {
  const { seen } = (window as unknown as WalkedWindow).saysoWalk;
  const places = (): string =>
    seen()
      .map((one) => one.getBoundingClientRect())
      .map(({ x, y, width, height }) => [x, y, width, height].join())
      .join(';');
  const before = places();
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return places() === before;
}

async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewport({ width, height });
  await until('the size', () =>
    page.evaluate((w, h) => window.innerWidth === w && window.innerHeight === h, width, height),
  );
}

/** Writes a picture, if pictures are asked for. */
export async function shoot(browser: ExtensionBrowser, page: Page, name: string): Promise<void> {
  if (isShooting) {
    const folder = `looks/${browser.name}`;
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: `${folder}/${name}.png` });
  }
}
