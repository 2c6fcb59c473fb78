import type { ItemId } from '../../../domain/ids.ts';

/** The row that the person left the list by, to come back to. */
interface Place {
  readonly query: string;
  readonly itemId: ItemId;
}

let left: Place | undefined;

/** Remembers by which row the list was left, as long as this page is open. */
export function leaveBy(place: Place): void {
  left = place;
}

/**
 * Remembers where the list stood when it was left some other way.
 *
 * @param itemId - a row in sight; absent at the top of the list
 */
export function leaveAt(query: string, itemId: ItemId | undefined): void {
  left ??= itemId && { query, itemId };
}

/** The row to come back to, once: only in the list that was left. */
export function takePlace(query: string): ItemId | undefined {
  const place = left;
  left = undefined;
  return place?.query === query ? place.itemId : undefined;
}
