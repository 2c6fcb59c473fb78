import { AppError } from '../domain/errors.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import { isLive } from '../domain/rating.ts';
import { eraseItems } from '../store/erase-items.ts';
import { JOIN_TABLES } from '../store/join-item.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/**
 * Deletes ratings with their items and history. What was said is gone but for the undo.
 *
 * @throws {AppError} `not-found` when none of the items is rated
 */
export async function deleteRating(
  { database, clock }: AppContext,
  { itemIds }: { readonly itemIds: readonly ItemId[] },
): Promise<{ journalId: RecordId; count: number }> {
  const { value, journalId } = await write(
    database,
    { tables: JOIN_TABLES, nowMs: clock.nowMs(), label: 'delete-rating' },
    async (writer) => {
      const ratings = await database.ratings.bulkGet([...new Set(itemIds)]);
      const rated = ratings.filter(isLive).map(({ itemId }) => itemId);
      if (rated.length === 0) {
        throw new AppError('not-found', 'There is no rating to delete.');
      }
      await eraseItems(writer, rated);
      return rated.length;
    },
  );
  return { journalId, count: value };
}
