import { newRecordId, type RecordId } from '../domain/ids.ts';
import { isLiveIntention, type Intention } from '../domain/intention.ts';
import type { Item, ItemFacts } from '../domain/item.ts';
import { momentOf } from '../domain/moment.ts';
import type { Database } from '../store/database.ts';
import { itemsByIdentifier } from '../store/find-items.ts';
import { JOIN_TABLES, joinItem } from '../store/join-item.ts';
import { matchItems } from '../store/match-items.ts';
import { writeInSteps } from '../store/write.ts';
import { cleanFacts } from './clean-facts.ts';
import type { AppContext } from './context.ts';
import type { WantedItem } from './list-wanted.ts';

/**
 * Puts a thing on the watch-list: finds or makes its item by its identifiers. What stands there already stays as it is.
 *
 * @returns the change's id, where there was anything to change
 * @throws {AppError} `bad-request` for a thing without a name; `storage-full`
 */
export async function wantItem(
  { database, clock }: AppContext,
  { facts }: { readonly facts: ItemFacts },
): Promise<WantedItem & { readonly journalId?: RecordId }> {
  const nowMs = clock.nowMs();
  const clean = cleanFacts(facts);
  return writeInSteps(database, { tables: JOIN_TABLES, nowMs }, async (step) => {
    const wanted = await heldOf(database, clean);
    if (wanted) {
      return wanted;
    }
    const journalId = newRecordId(nowMs);
    return step({ label: 'want-item', journalId }, async (writer) => {
      const item = await joinItem(writer, clean);
      const held = await intentionOf(database, item);
      const intention: Intention = held ?? {
        id: newRecordId(nowMs),
        itemId: item.id,
        wantedAt: momentOf(nowMs),
        source: 'person',
        createdAt: writer.stamp,
        updatedAt: writer.stamp,
      };
      if (!held) {
        await writer.put('intentions', intention);
      }
      return { item, intention, journalId };
    });
  });
}

/** The one thing that the facts name, if it is on the list. */
async function heldOf(database: Database, { identifiers }: ItemFacts): Promise<WantedItem | undefined> {
  const [item, ...others] = matchItems(identifiers, await itemsByIdentifier(database, identifiers));
  const intention = item && others.length === 0 ? await intentionOf(database, item) : undefined;
  return item && intention && { item, intention };
}

async function intentionOf({ intentions }: Database, { id }: Item): Promise<Intention | undefined> {
  return (await intentions.where('itemId').equals(id).toArray()).find(isLiveIntention);
}
