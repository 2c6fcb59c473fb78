import { AppError } from '../domain/errors.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import { momentOf } from '../domain/moment.ts';
import type { Rating } from '../domain/rating.ts';
import type { Given } from '../domain/scale.ts';
import { liveItem } from '../store/find-items.ts';
import { saveRating } from '../store/save-rating.ts';
import { write } from '../store/write.ts';
import { valueOf } from './clean-words.ts';
import type { AppContext } from './context.ts';

/**
 * Rates a thing that Sayso knows already, such as one seen but not rated: by its record, since an import may know it by
 * no identifier. What sources say of it stays beside the mark.
 *
 * @throws {AppError} `not-found` when there is no such item; `bad-request` for a mark off its scale
 */
export async function rateKnown(
  { database, clock }: AppContext,
  { itemId, given }: { readonly itemId: ItemId; readonly given: Given },
): Promise<{ rating: Rating; journalId: RecordId }> {
  const nowMs = clock.nowMs();
  const value = valueOf(given);
  const written = await write(
    database,
    { tables: ['items', 'ratings', 'versions'], nowMs, label: 'rate-item' },
    async (writer) => {
      const item = await liveItem(database, itemId);
      if (!item) {
        throw new AppError('not-found', 'There is no such thing.');
      }
      const judgement = { itemId, kind: item.kind, given, value, ratedAt: momentOf(nowMs), source: 'person' };
      return saveRating(writer, judgement);
    },
  );
  return { rating: written.value.rating, journalId: written.journalId };
}
