import { newRecordId } from '../domain/ids.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { Item, ItemFacts } from '../domain/item.ts';
import { fillFacts } from './fill-facts.ts';
import { fingerprint } from './fingerprint.ts';
import { itemsByIdentifier } from './find-items.ts';
import { isRefused } from './is-refused.ts';
import { areDistinct, gainedIdentifiers, matchItems, sortedIdentifiers } from './match-items.ts';
import { matchKinds } from './match-kinds.ts';
import { mergeItems } from './merge-items.ts';
import type { TableName } from './table-name.ts';
import type { Writer } from './writer.ts';

/** The tables that {@link joinItem} needs. */
export const JOIN_TABLES = [
  'items',
  'identifiers',
  'ratings',
  'versions',
  'merges',
  'sourceRecords',
  'intentions',
  'refusedJoins',
] as const satisfies TableName[];

/**
 * Finds the item that the facts are about, or makes it.
 *
 * One found gains identifiers and facts it lacked. Facts that name several items show that these are one: they are
 * merged, and the merge can be undone. Items that can't be one stay apart, as do those that the person said are two, and
 * what names one of them stays with it.
 */
export async function joinItem(writer: Writer, facts: ItemFacts): Promise<Item> {
  const known = await itemsByIdentifier(writer.database, facts.identifiers);
  const [first, ...others] = matchItems(facts.identifiers, known);
  const free = facts.identifiers.filter((identifier) => !known.has(identifier));
  if (!first) {
    return makeItem(writer, facts, free);
  }
  let item = first;
  for (const other of others) {
    if (!areDistinct(item, other) && !(await isRefused(writer.database, item.id, other.id))) {
      item = await mergeItems(writer, item, other);
    }
  }
  return extendItem(writer, item, facts, free);
}

async function makeItem(writer: Writer, facts: ItemFacts, free: readonly Identifier[]): Promise<Item> {
  const item: Item = {
    ...facts,
    identifiers: sortedIdentifiers(free),
    id: newRecordId(writer.nowMs),
    createdAt: writer.stamp,
    updatedAt: writer.stamp,
  };
  await writer.put('items', item);
  await point(writer, item, item.identifiers);
  return item;
}

async function extendItem(writer: Writer, item: Item, facts: ItemFacts, free: readonly Identifier[]): Promise<Item> {
  const gained = gainedIdentifiers(item, free);
  const filled = fillFacts(item, facts).item;
  const extended: Item = {
    ...filled,
    identifiers: sortedIdentifiers([...item.identifiers, ...gained]),
    updatedAt: writer.stamp,
  };
  if (fingerprint(extended) === fingerprint(item)) {
    return item;
  }
  await writer.put('items', extended);
  await point(writer, extended, gained);
  await matchKinds(writer, [extended]);
  return extended;
}

async function point(writer: Writer, item: Item, identifiers: readonly Identifier[]): Promise<void> {
  await writer.putAll(
    'identifiers',
    identifiers.map((key) => ({ key, itemId: item.id })),
  );
}
