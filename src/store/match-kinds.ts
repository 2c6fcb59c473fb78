import type { Item } from '../domain/item.ts';
import { isLive } from '../domain/rating.ts';
import { getMany } from './get-many.ts';
import type { Writer } from './writer.ts';

/** Keeps the copy of an item's kind that its rating carries for the index. */
export async function matchKinds(writer: Writer, items: readonly Item[]): Promise<void> {
  const ratings = await getMany(
    writer.database.ratings,
    items.map(({ id }) => id),
  );
  const other = items.flatMap(({ id, kind }) => {
    const rating = ratings.get(id);
    return isLive(rating) && rating.kind !== kind ? [{ ...rating, kind, updatedAt: writer.stamp }] : [];
  });
  await writer.putAll('ratings', other);
}
