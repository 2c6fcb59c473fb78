import { AppError } from '../domain/errors.ts';
import type { ItemId, RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { liveItem } from '../store/find-items.ts';
import { JOIN_TABLES } from '../store/join-item.ts';
import { areDistinct } from '../store/match-items.ts';
import { mergeItems } from '../store/merge-items.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';

/**
 * Makes two items one because the person says so. It can be taken apart again.
 *
 * @throws {AppError} `not-found`; `conflict` when a catalogue knows them as two
 */
export async function joinItems(
  { database, clock }: AppContext,
  { one, other }: { readonly one: ItemId; readonly other: ItemId },
): Promise<{ item: Item; journalId: RecordId }> {
  const { value, journalId } = await write(
    database,
    { tables: JOIN_TABLES, nowMs: clock.nowMs(), label: 'join-items' },
    async (writer) => {
      const [first, second] = [await liveItem(database, one), await liveItem(database, other)];
      if (!first || !second || one === other) {
        throw new AppError('not-found', 'There are no two such things.');
      }
      if (areDistinct(first, second)) {
        throw new AppError('conflict', 'A catalogue has a number of its own for each of them.');
      }
      return mergeItems(writer, first, second);
    },
  );
  return { item: value, journalId };
}
