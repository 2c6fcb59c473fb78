import { live } from '../store/live.ts';

/** What `app/` hands to a page: call it with a listener, get back the way to stop. */
export type Watch<T> = (onValue: (value: T) => void, onError: (thrown: unknown) => void) => () => void;

/**
 * Keeps a page equal to the store: `watch(() => listPreferences(context))` answers now and after every change,
 * whichever of Sayso's pages or the background made it.
 *
 * @param query - a use-case that only reads, and awaits nothing but use-cases
 */
export function watch<T>(query: () => Promise<T>): Watch<T> {
  return (onValue, onError) => live(query, onValue, onError);
}
