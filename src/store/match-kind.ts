import type { Item } from '../domain/item.ts';
import { isLive } from '../domain/rating.ts';
import type { Writer } from './writer.ts';

/** Keeps the copy of an item's kind that its rating carries for the index. */
export async function matchKind(writer: Writer, { id, kind }: Item): Promise<void> {
  const rating = await writer.database.ratings.get(id);
  if (isLive(rating) && rating.kind !== kind) {
    await writer.put('ratings', { ...rating, kind, updatedAt: writer.stamp });
  }
}
