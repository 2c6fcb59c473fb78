import { AppError } from '../domain/errors.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import type { Item, ItemFacts } from '../domain/item.ts';
import { liveItem } from '../store/find-items.ts';
import { matchKinds } from '../store/match-kinds.ts';
import { write } from '../store/write.ts';
import { cleanDetails, cleanName } from './clean-facts.ts';
import type { AppContext } from './context.ts';

/** What is absent stays as it is; an empty text or list removes the fact. */
export interface DescribeInput extends Partial<Omit<ItemFacts, 'identifiers' | 'year'>> {
  readonly itemId: ItemId;
  /** `null` removes it. */
  readonly year?: number | null;
}

/**
 * Changes what is known of a thing. Its rating keeps up with its kind.
 *
 * @throws {AppError} `not-found`; `bad-request` for an empty name
 */
export async function describeItem(
  { database, clock }: AppContext,
  { itemId, ...facts }: DescribeInput,
): Promise<{ item: Item; journalId: RecordId }> {
  const { value, journalId } = await write(
    database,
    { tables: ['items', 'ratings'], nowMs: clock.nowMs(), label: 'describe-item' },
    async (writer) => {
      const stored = await liveItem(database, itemId);
      if (!stored) {
        throw new AppError('not-found', 'There is no such thing.');
      }
      const { id, identifiers, createdAt } = stored;
      const { kind, name, year, ...details } = { ...stored, ...facts };
      const clean = cleanName(name);
      if (clean === '') {
        throw new AppError('bad-request', 'A thing needs a name.');
      }
      const item: Item = {
        kind,
        name: clean,
        ...cleanDetails({ ...details, year: year ?? undefined }),
        identifiers,
        id,
        createdAt,
        updatedAt: writer.stamp,
      };
      await writer.put('items', item);
      await matchKinds(writer, [item]);
      return item;
    },
  );
  return { item: value, journalId };
}
