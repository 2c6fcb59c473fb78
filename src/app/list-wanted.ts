import { isLiveIntention, type Intention } from '../domain/intention.ts';
import type { Item } from '../domain/item.ts';
import { normalName } from '../policy/normal-name.ts';
import { itemsById } from '../store/find-items.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/** A thing on the watch-list. */
export interface WantedItem {
  readonly item: Item;
  readonly intention: Intention;
}

export interface WantedPage {
  readonly wanted: readonly WantedItem[];
  /** How many fit in all. */
  readonly total: number;
}

/** Things on the watch-list whose name, maker or brand has all words of `search`; what was put there last comes first. */
export function listWanted(
  { database }: AppContext,
  { search = '', limit }: { readonly search?: string; readonly limit: number },
): Promise<WantedPage> {
  return read(database, ['intentions', 'items'], async () => {
    const intentions = (await database.intentions.toArray()).filter(isLiveIntention);
    const items = await itemsById(
      database,
      intentions.map(({ itemId }) => itemId),
    );
    const words = normalName(search).split(' ');
    const newest = new Map<Item['id'], WantedItem>();
    for (const intention of intentions.sort(byTime)) {
      const item = items.get(intention.itemId);
      if (item && !newest.has(item.id) && hasAll(item, words)) {
        newest.set(item.id, { item, intention });
      }
    }
    return { wanted: [...newest.values()].slice(0, limit), total: newest.size };
  });
}

/** Newest first; those of which nobody knows since when come last. */
function byTime(left: Intention, right: Intention): number {
  const [one, other] = [left.wantedAt ?? '', right.wantedAt ?? ''];
  return one === other ? (left.id < right.id ? 1 : -1) : one < other ? 1 : -1;
}

function hasAll({ name, creators = [], brand = '' }: Item, words: readonly string[]): boolean {
  const text = [name, ...creators, brand].map(normalName).join(' ');
  return words.every((word) => text.includes(word));
}
