import type { Identifier } from '../domain/identifier.ts';
import type { ItemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Database } from './database.ts';

/** The item that each identifier names, where one does. By primary keys only; inside a transaction. */
export async function itemsByIdentifier(
  database: Database,
  identifiers: readonly Identifier[],
): Promise<Map<Identifier, Item>> {
  const keys = [...new Set(identifiers)];
  const rows = await database.identifiers.bulkGet(keys);
  const items = await itemsById(
    database,
    rows.flatMap((row) => row?.itemId ?? []),
  );
  return new Map(
    rows.flatMap((row): [Identifier, Item][] => {
      const item = row && items.get(row.itemId);
      return item ? [[row.key, item]] : [];
    }),
  );
}

/** The live ones among them. */
export async function itemsById(database: Database, ids: readonly ItemId[]): Promise<Map<ItemId, Item>> {
  const items = await database.items.bulkGet([...new Set(ids)]);
  return new Map(
    items.flatMap((item): [ItemId, Item][] => (item && item.deletedAt === undefined ? [[item.id, item]] : [])),
  );
}

/** An item that is there and live. */
export async function liveItem(database: Database, id: ItemId): Promise<Item | undefined> {
  const item = await database.items.get(id);
  return item?.deletedAt === undefined ? item : undefined;
}
