import type { Origin } from '../../domain/ids.ts';

/** The browser says that there is no network, or it looks so. */
export type Offline = 'sure' | 'likely';

/** What came of asking a vendor for something just now. */
export interface Tried {
  readonly vendor: Origin;
  /** There was an answer, whatever it said, or something that is not the network's kept it from coming. */
  readonly isReached: boolean;
}

/**
 * Whether it was the person, and not the vendors, who could not be reached. A browser calls any network at all a connection; so it
 * is likely, too, when several were asked at one time and nobody could be found. One alone may be gone.
 *
 * @param isOnline - what the browser says
 */
export function offlineBy(tried: readonly Tried[], isOnline: boolean): Offline | undefined {
  if (!isOnline) {
    return 'sure';
  }
  const vendors = new Set(tried.map(({ vendor }) => vendor));
  return vendors.size > 1 && !tried.some(({ isReached }) => isReached) ? 'likely' : undefined;
}
