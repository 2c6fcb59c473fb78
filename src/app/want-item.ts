import { newRecordId, type RecordId } from '../domain/ids.ts';
import { isLiveIntention, type Intention } from '../domain/intention.ts';
import type { Item, ItemFacts } from '../domain/item.ts';
import { momentOf } from '../domain/moment.ts';
import { JOIN_TABLES, joinItem } from '../store/join-item.ts';
import { write } from '../store/write.ts';
import { cleanFacts } from './clean-facts.ts';
import type { AppContext } from './context.ts';

/**
 * Puts a thing on the watch-list: finds or makes its item by its identifiers. What stands there already stays.
 *
 * @throws {AppError} `bad-request` for a thing without a name; `storage-full`
 */
export async function wantItem(
  { database, clock }: AppContext,
  { facts }: { readonly facts: ItemFacts },
): Promise<{ item: Item; intention: Intention; journalId: RecordId }> {
  const nowMs = clock.nowMs();
  const clean = cleanFacts(facts);
  const { value, journalId } = await write(
    database,
    { tables: JOIN_TABLES, nowMs, label: 'want-item' },
    async (writer) => {
      const item = await joinItem(writer, clean);
      const held = await database.intentions.where('itemId').equals(item.id).toArray();
      const intention: Intention = held.find(isLiveIntention) ?? {
        id: newRecordId(nowMs),
        itemId: item.id,
        wantedAt: momentOf(nowMs),
        source: 'person',
        createdAt: writer.stamp,
        updatedAt: writer.stamp,
      };
      if (!held.includes(intention)) {
        await writer.put('intentions', intention);
      }
      return { item, intention };
    },
  );
  return { ...value, journalId };
}
