import { AppError } from '../domain/errors.ts';
import type { RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { JOIN_TABLES } from '../store/join-item.ts';
import { pairKey } from '../store/pair-key.ts';
import { partItems } from '../store/part-items.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/**
 * Takes two items apart that were taken for one. Who says that they are two is not asked again whether they are one.
 *
 * @throws {AppError} `not-found`; `conflict` when they are no longer one item, or were since merged into a third
 */
export async function splitItems(
  { database, clock }: AppContext,
  { mergeId }: { readonly mergeId: RecordId },
): Promise<{ items: readonly [Item, Item]; journalId: RecordId }> {
  const { value, journalId } = await write(
    database,
    { tables: JOIN_TABLES, nowMs: clock.nowMs(), label: 'split-items' },
    async (writer) => {
      const merge = await database.merges.get(mergeId);
      if (!merge) {
        throw new AppError('not-found', 'There is nothing to take apart.');
      }
      const items = await partItems(writer, merge);
      await writer.put('refusedJoins', { key: pairKey(merge.from, merge.into), updatedAt: writer.stamp });
      return items;
    },
  );
  return { items: value, journalId };
}
