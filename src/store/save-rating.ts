import { newRecordId } from '../domain/ids.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import { fingerprint } from './fingerprint.ts';
import { stillRemoved } from './words-removed.ts';
import type { Writer } from './writer.ts';

/**
 * Makes a judgement the present one of its item, and keeps the one before as history.
 * The same judgement once more changes nothing. What was taken off stays so until it is said again.
 */
export async function saveRating(
  writer: Writer,
  judgement: Omit<Rating, 'createdAt' | 'updatedAt'>,
): Promise<{ rating: Rating; previous?: Rating }> {
  const { itemId } = judgement;
  const stored = await writer.database.ratings.get(itemId);
  const removed = judgement.removed ?? (isLive(stored) ? stillRemoved(stored.removed ?? {}, judgement) : undefined);
  const rating: Rating = {
    ...judgement,
    ...(removed && { removed }),
    createdAt: stored?.createdAt ?? writer.stamp,
    updatedAt: writer.stamp,
  };
  if (!isLive(stored)) {
    await writer.put('ratings', rating);
    return { rating };
  }
  if (fingerprint(stored) === fingerprint(rating)) {
    return { rating: stored, previous: stored };
  }
  await writer.put('versions', {
    id: newRecordId(writer.nowMs),
    itemId,
    rating: stored,
    replacedAt: writer.stamp,
  });
  await writer.put('ratings', rating);
  return { rating, previous: stored };
}
