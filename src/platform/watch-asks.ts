import { watchStored } from './watch-stored.ts';

/**
 * Calls back whenever the list of pending asks changes.
 *
 * @returns the way to stop
 */
export function watchAsks(onChange: () => void): () => void {
  return watchStored('session', 'asks', onChange);
}
