import { AppError } from '../domain/errors.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import { eraseItems } from '../store/erase-items.ts';
import { itemsById } from '../store/find-items.ts';
import { JOIN_TABLES } from '../store/join-item.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/**
 * Deletes things, rated or not, with rating, history and what sources say of them. What was said is gone but for the
 * undo. Of a thing that shall stay, `clearMark` takes the mark off.
 *
 * @throws {AppError} `not-found` when none of the items is there
 */
export async function deleteRating(
  { database, clock }: AppContext,
  { itemIds }: { readonly itemIds: readonly ItemId[] },
): Promise<{ journalId: RecordId; count: number }> {
  const { value, journalId } = await write(
    database,
    { tables: JOIN_TABLES, nowMs: clock.nowMs(), label: 'delete-rating' },
    async (writer) => {
      const there = [...(await itemsById(database, [...new Set(itemIds)])).keys()];
      if (there.length === 0) {
        throw new AppError('not-found', 'There is nothing to delete.');
      }
      await eraseItems(writer, there);
      return there.length;
    },
  );
  return { journalId, count: value };
}
