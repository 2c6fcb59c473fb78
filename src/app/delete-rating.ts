import type { ItemId, RecordId } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function deleteRating(
  _context: AppContext,
  _input: { readonly itemIds: readonly ItemId[] },
): Promise<{ journalId: RecordId; count: number }> {
  throw new AppError('not-supported', 'deleteRating is being written.');
}
