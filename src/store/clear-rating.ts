import { newRecordId } from '../domain/ids.ts';
import type { Rating } from '../domain/rating.ts';
import { ratingTombstone } from './tombstones.ts';
import type { Writer } from './writer.ts';

/** Takes a judgement off its item: it becomes an earlier one. */
export async function clearRating(writer: Writer, rating: Rating): Promise<void> {
  const { nowMs, stamp } = writer;
  await writer.put('versions', { id: newRecordId(nowMs), itemId: rating.itemId, rating, replacedAt: stamp });
  await writer.put('ratings', ratingTombstone(rating, stamp));
}
