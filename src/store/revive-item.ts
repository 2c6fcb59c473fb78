import type { Item } from '../domain/item.ts';
import { getMany } from './get-many.ts';
import type { Writer } from './writer.ts';

/** Makes an item once more that was there, with those of its identifiers that name nothing else by now. */
export async function reviveItem(writer: Writer, { deletedAt: _deletedAt, ...known }: Item): Promise<Item> {
  const taken = await getMany(writer.database.identifiers, known.identifiers);
  const identifiers = known.identifiers.filter((identifier) => !taken.has(identifier));
  const item: Item = { ...known, identifiers, updatedAt: writer.stamp };
  await writer.put('items', item);
  await writer.putAll(
    'identifiers',
    identifiers.map((key) => ({ key, itemId: item.id })),
  );
  return item;
}
