import { unratedShelf } from '../store/shelves.ts';
import type { AppContext } from './context.ts';

/**
 * Hears how far the first list of things without a mark is, which goes through all of them.
 *
 * @param onRead - how many of how many things
 * @returns the way to stop
 */
export function hearUnratedRead(
  { database }: Pick<AppContext, 'database'>,
  onRead: (read: number, of: number) => void,
): () => void {
  return unratedShelf.onReading(database, onRead);
}
