import type { RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export async function splitItems(
  _context: AppContext,
  _input: { readonly mergeId: RecordId },
): Promise<{ items: readonly [Item, Item]; journalId: RecordId }> {
  throw new AppError('not-supported', 'splitItems is being written.');
}
