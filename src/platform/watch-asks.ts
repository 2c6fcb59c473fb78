import { browser } from './browser.ts';

/**
 * Calls back whenever the list of pending asks changes.
 *
 * @returns the way to stop
 */
export function watchAsks(onChange: () => void): () => void {
  const heard = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'session' && 'asks' in changes) {
      onChange();
    }
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
