import type { ItemId, RecordId } from '../domain/ids.ts';
import type { Moment } from '../domain/moment.ts';
import type { Aspect, Rating } from '../domain/rating.ts';
import type { Given } from '../domain/scale.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface EditInput {
  readonly itemId: ItemId;
  readonly given?: Given;
  /** `null` removes it. */
  readonly text?: string | null;
  readonly tags?: readonly string[];
  readonly aspects?: readonly Aspect[];
  readonly ratedAt?: Moment;
}

export async function editRating(
  _context: AppContext,
  _input: EditInput,
): Promise<{ rating: Rating; journalId: RecordId }> {
  throw new AppError('not-supported', 'editRating is being written.');
}
