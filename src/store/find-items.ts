import type { Identifier } from '../domain/identifier.ts';
import type { ItemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Database } from './database.ts';
import { getMany } from './get-many.ts';

/** The item that each identifier names, where one does. By primary keys only; inside a transaction. */
export async function itemsByIdentifier(
  database: Database,
  identifiers: readonly Identifier[],
): Promise<Map<Identifier, Item>> {
  const keys = [...new Set(identifiers)];
  const rows = [...(await getMany(database.identifiers, keys)).values()];
  const items = await itemsById(
    database,
    rows.map(({ itemId }) => itemId),
  );
  return new Map(
    rows.flatMap(({ key, itemId }): [Identifier, Item][] => {
      const item = items.get(itemId);
      return item ? [[key, item]] : [];
    }),
  );
}

/** The live ones among them. */
export async function itemsById(database: Database, ids: readonly ItemId[]): Promise<Map<ItemId, Item>> {
  const items = await getMany(database.items, ids);
  return new Map([...items].filter(([, { deletedAt }]) => deletedAt === undefined));
}

/** An item that is there and live. */
export async function liveItem(database: Database, id: ItemId): Promise<Item | undefined> {
  const item = await database.items.get(id);
  return item?.deletedAt === undefined ? item : undefined;
}
