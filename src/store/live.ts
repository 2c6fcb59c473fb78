import { liveQuery } from 'dexie';

/**
 * Runs `query` now, and again whenever something it read has changed, in this page or in any other of Sayso's.
 *
 * @returns the way to stop
 */
export function live<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (thrown: unknown) => void,
): () => void {
  // Dexie follows native promises only through a function that is itself async: without it, a query that waits for the
  // database to open is watched no more.
  const subscription = liveQuery(async () => query()).subscribe(onValue, onError);
  return () => {
    subscription.unsubscribe();
  };
}
