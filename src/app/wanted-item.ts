import type { ItemId } from '../domain/ids.ts';
import { isLiveIntention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import { AppError } from '../domain/errors.ts';
import { liveItem } from '../store/find-items.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';
import type { WantedItem } from './list-wanted.ts';

/**
 * A thing that is about to be wanted, and its entry on the watch-list, if it is there already.
 *
 * @throws {AppError} `not-found`
 */
export function wantedItem(
  { database }: AppContext,
  { itemId }: { readonly itemId: ItemId },
): Promise<Pick<WantedItem, 'item'> & Partial<WantedItem>> {
  return read(database, ['intentions', 'items'], async () => {
    const item: Item | undefined = await liveItem(database, itemId);
    if (!item) {
      throw new AppError('not-found', 'There is no such thing.');
    }
    const intention = (await database.intentions.where('itemId').equals(itemId).toArray()).find(isLiveIntention);
    return { item, ...(intention && { intention }) };
  });
}
