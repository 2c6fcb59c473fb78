import type { ItemId, RecordId } from '../domain/ids.ts';
import type { Item, ItemFacts } from '../domain/item.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface DescribeInput extends Partial<Omit<ItemFacts, 'identifiers'>> {
  readonly itemId: ItemId;
}

export async function describeItem(
  _context: AppContext,
  _input: DescribeInput,
): Promise<{ item: Item; journalId: RecordId }> {
  throw new AppError('not-supported', 'describeItem is being written.');
}
