import type { ItemId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { isStanding } from './is-standing.ts';
import { pairKey } from './pair-key.ts';
import type { PairKey } from './rows.ts';

/**
 * All pairs of items that the person said are two, each as what its two are by now: said of one that was joined to a third
 * since, it is said of that one, until they are taken apart again. Inside a transaction over `refusedJoins` and `merges`.
 */
export async function refusedPairs(database: Database): Promise<ReadonlySet<PairKey>> {
  const keys = await database.refusedJoins.toCollection().primaryKeys();
  const pairs = keys.map((key) => key.split(' ') as [ItemId, ItemId]);
  const joinedTo = await joinsOf(database, pairs.flat());
  const now = (id: ItemId): ItemId => {
    const ways = [id];
    for (const way of ways) {
      const into = joinedTo.get(way);
      if (into !== undefined && !ways.includes(into)) {
        ways.push(into);
      }
    }
    return ways.at(-1) ?? id;
  };
  return new Set(pairs.map(([one, other]) => pairKey(now(one), now(other))));
}

/** What each of these was joined to and still is, and what that was joined to, and so on. */
async function joinsOf({ merges }: Database, ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, ItemId>> {
  const joinedTo = new Map<ItemId, ItemId>();
  let unknown = [...new Set(ids)];
  while (unknown.length > 0) {
    const joins = (await merges.where('from').anyOf(unknown).toArray()).filter(isStanding);
    for (const { from, into } of joins) {
      joinedTo.set(from, into);
    }
    unknown = [...new Set(joins.map(({ into }) => into))].filter((into) => !joinedTo.has(into));
  }
  return joinedTo;
}
