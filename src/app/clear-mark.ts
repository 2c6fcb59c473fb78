import { AppError } from '../domain/errors.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import { isLive } from '../domain/rating.ts';
import { clearRating } from '../store/clear-rating.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/**
 * Takes the person's mark off a thing, with the words that were given with it. The thing stays, with what sources say of
 * it, among those not rated; the judgement becomes an earlier one. To be rid of the thing is `deleteRating`.
 *
 * @throws {AppError} `not-found` when the item has no rating
 */
export async function clearMark(
  { database, clock }: AppContext,
  { itemId }: { readonly itemId: ItemId },
): Promise<{ journalId: RecordId }> {
  const { journalId } = await write(
    database,
    { tables: ['ratings', 'versions'], nowMs: clock.nowMs(), label: 'clear-mark' },
    async (writer) => {
      const rating = await database.ratings.get(itemId);
      if (!isLive(rating)) {
        throw new AppError('not-found', 'There is no rating to clear.');
      }
      await clearRating(writer, rating);
    },
  );
  return { journalId };
}
