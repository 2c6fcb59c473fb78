import type { ItemId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { itemsById } from './find-items.ts';
import { isStanding } from './is-standing.ts';
import type { Image } from './journal-entry.ts';
import type { Merge } from './rows.ts';

/** An item without which a record can't be put back. */
interface Home {
  readonly id: ItemId;
  /** One that was joined to another will do. */
  readonly canBeJoined: boolean;
}

/** What a thing's images say of items once they are put back. */
interface Outcome {
  readonly isThere: ReadonlyMap<string, boolean>;
  readonly merges: ReadonlyMap<string, Merge | undefined>;
  readonly homes: readonly Home[];
}

/**
 * Those of a change's things that would belong to an item when they are put back. A change may have rated an item that it
 * did not make; once that is gone, the rating can't come back without it.
 *
 * @param groups - the images of each thing
 */
export async function withHomes(database: Database, groups: readonly Image[][]): Promise<Image[][]> {
  const outcomes = groups.map(outcomeOf);
  const asked = outcomes.flatMap(({ isThere, homes }) => homes.filter(({ id }) => isThere.get(id) !== true));
  if (asked.length === 0) {
    return [...groups];
  }
  const ids = [...new Set(asked.map(({ id }) => id))];
  const live = await itemsById(database, ids);
  const gone = ids.filter((id) => !live.has(id));
  const standing = (await database.merges.where('from').anyOf(gone).toArray()).filter(isStanding);
  return groups.filter((_images, index) => {
    const { isThere, merges, homes } = outcomes[index] as Outcome;
    const joined = new Set<string>(
      [...standing.filter(({ id }) => !merges.has(id)), ...merges.values()].filter(isStanding).map(({ from }) => from),
    );
    return homes.every(({ id, canBeJoined }) => (isThere.get(id) ?? live.has(id)) || (canBeJoined && joined.has(id)));
  });
}

function outcomeOf(images: readonly Image[]): Outcome {
  const isThere = new Map<string, boolean>();
  const merges = new Map<string, Merge | undefined>();
  const homes: Home[] = [];
  for (const image of images) {
    if (image.table === 'items') {
      isThere.set(image.key, isKept(image.before));
    } else if (image.table === 'merges') {
      merges.set(image.key, image.before as Merge | undefined);
    }
    homes.push(...homeOf(image));
  }
  return { isThere, merges, homes };
}

/** History needs none: what is left of it goes once all is put back. */
function homeOf({ table, key, before }: Image): Home[] {
  if (!isKept(before)) {
    return [];
  }
  switch (table) {
    case 'ratings':
      return [{ id: key as ItemId, canBeJoined: false }];
    case 'identifiers':
      return [{ id: (before as { readonly itemId: ItemId }).itemId, canBeJoined: false }];
    case 'sourceRecords':
    case 'intentions':
      return [{ id: (before as { readonly itemId: ItemId }).itemId, canBeJoined: true }];
    case 'merges':
      return isStanding(before) ? [{ id: before.into, canBeJoined: true }] : [];
    default:
      return [];
  }
}

/** Whether there was a record, and not only what is left of one. */
function isKept(before: unknown): boolean {
  return before !== undefined && !('deletedAt' in (before as object));
}
