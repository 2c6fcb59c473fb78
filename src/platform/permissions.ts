import { AppError } from '../domain/errors.ts';
import type { Origin } from '../domain/ids.ts';
import { matchPatternOf } from '../domain/origin.ts';
import { browser } from './browser.ts';
import { together } from './together.ts';

/**
 * Asks the browser for one site. Call it as the **first statement** of a click handler in an extension page:
 * after any `await` the browser no longer believes that the person clicked.
 *
 * @returns whether it is granted now. The popup may close under the browser's dialog: the background hears
 *   `permissions.onAdded`, too, and finishes what {@link rememberChoice} wrote down.
 */
export function requestSite(origin: Origin): Promise<boolean> {
  return browser.permissions.request({ origins: [matchPatternOf(origin)] });
}

/**
 * Whether the browser allows a site at this moment. Of many that are looked up at one time it is asked together: one by one, while
 * it has much else to do, fifty took it a tenth of a second and more.
 */
export const hasSite = together(async (origins: readonly Origin[]): Promise<boolean[]> => {
  const hasAll = await browser.permissions.contains({ origins: origins.map(matchPatternOf) });
  return hasAll
    ? origins.map(() => true)
    : Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [matchPatternOf(origin)] })));
});

/** Gives a site back to the browser. Nothing happens where it was not held. */
export async function removeSite(origin: Origin): Promise<void> {
  await removePatterns([matchPatternOf(origin)]);
}

export async function removePatterns(origins: string[]): Promise<void> {
  await browser.permissions.remove({ origins });
}

/** The host patterns the browser holds for Sayso now. */
export async function heldPatterns(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Patterns that name more than one host: nobody chose those sites one by one. */
export function isWidePattern(pattern: string): boolean {
  return pattern === '<all_urls>' || pattern.includes('://*') || pattern.startsWith('*:');
}

/**
 * Firefox's own word for handing data to someone else, asked at the first grant (docs/decisions/0003).
 * As {@link requestSite}: the first statement of a click handler. `true` at once in browsers without it.
 */
export async function requestHandover(categories: readonly string[]): Promise<boolean> {
  if (!browser.runtime.getURL('').startsWith('moz-extension:')) {
    return true;
  }
  return browser.permissions.request({ data_collection: [...categories] } as never);
}

/** @throws {AppError} `browser-refused` when the browser or the person said no. */
export function mustBeGranted(isGranted: boolean): void {
  if (!isGranted) {
    throw new AppError('browser-refused', 'The browser did not allow this site.');
  }
}
