import type { ItemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { isLive } from '../domain/rating.ts';
import { type Traces, tracesOf } from '../domain/trace.ts';
import { itemsById } from '../store/find-items.ts';
import { read } from '../store/read.ts';
import { belongingsOf } from '../store/read-unrated.ts';
import { ratingsRevision } from '../store/revision.ts';
import { unratedShelf } from '../store/shelves.ts';
import type { AppContext } from './context.ts';

/** A thing without a mark, and what the person has to do with it. */
export interface UnratedRow extends Traces {
  readonly item: Item;
}

/** The rows of these items, in their order, and the revision they were read at. What is rated by now is left out. */
export function unratedRows(
  { database }: AppContext,
  { itemIds }: { readonly itemIds: readonly ItemId[] },
): Promise<{ readonly rows: UnratedRow[]; readonly revision: string }> {
  return read(database, unratedShelf.tables, async () => {
    const ratings = await database.ratings.bulkGet([...itemIds]);
    const unrated = itemIds.filter((_id, place) => !isLive(ratings[place]));
    const items = await itemsById(database, unrated);
    const belongings = await belongingsOf(database, unrated);
    const rows = unrated.flatMap((id) => {
      const [item, own] = [items.get(id), belongings.get(id)];
      const told = own && tracesOf(own.records, own.intentions, own.versions);
      return item && told && told.sources.length > 0 ? [{ item, ...told }] : [];
    });
    return { rows, revision: await ratingsRevision(database) };
  });
}
