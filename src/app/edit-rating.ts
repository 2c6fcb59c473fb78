import { AppError } from '../domain/errors.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import { type Moment, momentOf } from '../domain/moment.ts';
import { type Aspect, isLive, type Rating } from '../domain/rating.ts';
import type { Given } from '../domain/scale.ts';
import { isLiveSource } from '../domain/source-record.ts';
import { fingerprint } from '../store/fingerprint.ts';
import { saveRating } from '../store/save-rating.ts';
import { removedAfter } from '../store/words-removed.ts';
import { write } from '../store/write.ts';
import { cleanWords, valueOf } from './clean-words.ts';
import type { AppContext } from './context.ts';

/** What is absent stays as it is. */
export interface EditInput {
  readonly itemId: ItemId;
  readonly given?: Given;
  /** `null` removes it. */
  readonly text?: string | null;
  readonly tags?: readonly string[];
  readonly aspects?: readonly Aspect[];
  /** Of a rating whose date nobody knew, this makes it known. */
  readonly ratedAt?: Moment;
}

/**
 * Changes parts of a rating. The one before is kept as history, and what is taken off is remembered as such. Another mark or other words are of now, whatever day the
 * rating is of: an older file does not win over them.
 *
 * @throws {AppError} `not-found` when the item has no rating; `bad-request` for a mark off its scale
 */
export async function editRating(
  { database, clock }: AppContext,
  input: EditInput,
): Promise<{ rating: Rating; journalId: RecordId }> {
  const { value, journalId } = await write(
    database,
    { tables: ['ratings', 'versions', 'sourceRecords'], nowMs: clock.nowMs(), label: 'edit-rating' },
    async (writer) => {
      const stored = await database.ratings.get(input.itemId);
      if (!isLive(stored)) {
        throw new AppError('not-found', 'There is no rating to change.');
      }
      const { text, tags, aspects, isUndated, ...other } = stored;
      const { removed: _removed, createdAt: _createdAt, updatedAt: _updatedAt, ...rest } = other;
      const given = input.given ?? stored.given;
      const words = cleanWords({
        text: input.text === null ? undefined : (input.text ?? text),
        tags: input.tags ?? tags,
        aspects: input.aspects ?? aspects,
      });
      const isSaidAnew = fingerprint(given) !== fingerprint(stored.given) || words.text !== text;
      const records = await database.sourceRecords.where('itemId').equals(input.itemId).toArray();
      const said = records.filter(isLiveSource).map(({ content }) => content);
      const removed = removedAfter(stored, words, said);
      const saved = await saveRating(writer, {
        ...rest,
        given,
        value: valueOf(given),
        ratedAt: input.ratedAt ?? stored.ratedAt,
        ...(isUndated && input.ratedAt === undefined && { isUndated }),
        ...(isSaidAnew && { editedAt: momentOf(clock.nowMs()) }),
        ...words,
        ...(removed && { removed }),
      });
      return saved.rating;
    },
  );
  return { rating: value, journalId };
}
