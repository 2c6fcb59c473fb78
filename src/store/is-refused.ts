import type { ItemId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { getMany } from './get-many.ts';
import { isStanding } from './is-standing.ts';
import { pairKey } from './pair-key.ts';

/** Whether the person said that two items are two, or said so of any that became one with them since. */
export async function isRefused(database: Database, one: ItemId, other: ItemId): Promise<boolean> {
  const [ones, others] = [await madeOf(database, one), await madeOf(database, other)];
  const pairs = ones.flatMap((id) => others.map((its) => pairKey(id, its)));
  return (await getMany(database.refusedJoins, pairs)).size > 0;
}

/** An item, and all that were joined to it and still are: each once, whatever circles a file may bring. */
async function madeOf(database: Database, id: ItemId): Promise<ItemId[]> {
  const made = [id];
  for (const into of made) {
    const merges = await database.merges.where('into').equals(into).toArray();
    made.push(...merges.filter(isStanding).flatMap(({ from }) => (made.includes(from) ? [] : [from])));
  }
  return made;
}
