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
  const subscription = liveQuery(query).subscribe(onValue, onError);
  return () => {
    subscription.unsubscribe();
  };
}
