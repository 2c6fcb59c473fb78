import { browser } from './browser.ts';

/**
 * Calls back whenever one key of the browser's storage changes, whoever changed it.
 *
 * @returns the way to stop
 */
export function watchStored(area: 'local' | 'session', key: string, onChange: () => void): () => void {
  const heard = (changes: Readonly<Record<string, unknown>>, changed: string): void => {
    if (changed === area && key in changes) {
      onChange();
    }
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
