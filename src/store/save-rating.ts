import { newRecordId } from '../domain/ids.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import { fingerprint } from './fingerprint.ts';
import type { Writer } from './writer.ts';

/**
 * Makes a judgement the present one of its item, and keeps the one before as history.
 * The same judgement once more changes nothing.
 */
export async function saveRating(
  writer: Writer,
  judgement: Omit<Rating, 'createdAt' | 'updatedAt'>,
): Promise<{ rating: Rating; previous?: Rating }> {
  const { itemId } = judgement;
  const stored = await writer.database.ratings.get(itemId);
  const rating: Rating = { ...judgement, createdAt: stored?.createdAt ?? writer.stamp, updatedAt: writer.stamp };
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
