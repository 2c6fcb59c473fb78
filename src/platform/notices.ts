import { browser } from './browser.ts';
import { watchStored } from './watch-stored.ts';

const KEY = 'allSitesHandedBackAtMs';

/** Written down for the person: the browser had given Sayso every site, and Sayso gave them back. */
export async function noticeAllSites(): Promise<void> {
  await browser.storage.local.set({ [KEY]: Date.now() });
}

/** When it happened, in milliseconds since the Unix epoch; `undefined` if never, or once it was dismissed. */
export async function allSitesNotice(): Promise<number | undefined> {
  const { [KEY]: atMs } = await browser.storage.local.get(KEY);
  return typeof atMs === 'number' ? atMs : undefined;
}

export async function dismissAllSitesNotice(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

/**
 * Answers as {@link allSitesNotice} does, now and whenever that changes.
 *
 * @returns the way to stop
 */
export function watchAllSitesNotice(
  onValue: (atMs: number | undefined) => void,
  onError: (thrown: unknown) => void,
): () => void {
  const look = (): void => {
    allSitesNotice().then(onValue, onError);
  };
  look();
  return watchStored('local', KEY, look);
}
