import type { ItemId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import { isLive, type Rating } from '../domain/rating.ts';
import { isLiveSource } from '../domain/source-record.ts';
import { likeness, type Likeness, titleKey } from '../policy/likeness.ts';
import type { Database } from '../store/database.ts';
import { areDistinct } from '../store/match-items.ts';
import { pairKey } from '../store/pair-key.ts';
import { read } from '../store/read.ts';
import { refusedPairs } from '../store/refused-pairs.ts';
import type { AppContext } from './context.ts';

/** Two items that may be one. */
export interface JoinSuggestion {
  readonly items: readonly [SuggestedItem, SuggestedItem];
  readonly likeness: Likeness;
}

export interface SuggestedItem {
  readonly item: Item;
  readonly rating?: Rating;
  /** Who speaks of it; `person` where nobody does. */
  readonly sources: readonly string[];
}

export interface JoinSuggestions {
  readonly suggestions: readonly JoinSuggestion[];
  /** How many there are in all. */
  readonly total: number;
}

/** So many items are held at once while they are looked through. */
const AT_ONCE = 5_000;
/** Of more things with one title than this nobody can say which is which. */
const MOST_NAMESAKES = 12;

interface Pair {
  readonly one: ItemId;
  readonly other: ItemId;
  readonly likeness: Likeness;
}

/**
 * Items that no identifier shows to be one, but title, year, kind and maker do: the sure ones first. Pairs that the person
 * said are two are left out, whatever either was joined to since, and those that a catalogue knows apart.
 *
 * Looks through all items by their titles: its cost grows with them, not with their pairs.
 */
export function suggestJoins(
  { database }: AppContext,
  { limit }: { readonly limit: number },
): Promise<JoinSuggestions> {
  return read(database, ['items', 'refusedJoins', 'merges', 'ratings', 'sourceRecords'], async () => {
    const pairs = await likelyPairs(database);
    const shown = pairs.slice(0, limit);
    const ids = shown.flatMap(({ one, other }) => [one, other]);
    const [items, ratings, records] = [
      await database.items.bulkGet(ids),
      await database.ratings.bulkGet(ids),
      (await database.sourceRecords.where('itemId').anyOf(ids).toArray()).filter(isLiveSource),
    ];
    const told = new Map<ItemId, SuggestedItem>();
    for (const [index, item] of items.entries()) {
      const rating = ratings[index];
      if (item) {
        const sources = records.filter(({ itemId }) => itemId === item.id).map(({ source }) => source);
        told.set(item.id, {
          item,
          ...(isLive(rating) && { rating }),
          sources: sources.length > 0 ? [...new Set(sources)] : ['person'],
        });
      }
    }
    const suggestions = shown.flatMap(({ one, other, likeness: sureness }): JoinSuggestion[] => {
      const [first, second] = [told.get(one), told.get(other)];
      return first && second ? [{ items: [first, second], likeness: sureness }] : [];
    });
    return { suggestions, total: pairs.length };
  });
}

async function likelyPairs(database: Database): Promise<Pair[]> {
  const namesakes = await idsByTitle(database);
  const groups = [...namesakes.values()].filter((ids) => ids.length > 1 && ids.length <= MOST_NAMESAKES);
  const refused = await refusedPairs(database);
  const pairs: Pair[] = [];
  for (let from = 0; from < groups.length; from += AT_ONCE) {
    const part = groups.slice(from, from + AT_ONCE);
    const items = await database.items.bulkGet(part.flat());
    const byId = new Map(items.flatMap((item) => (item ? [[item.id, item] as const] : [])));
    for (const ids of part) {
      for (const [index, one] of ids.entries()) {
        for (const other of ids.slice(index + 1)) {
          const sureness = likenessOf(byId.get(one), byId.get(other));
          if (sureness && !refused.has(pairKey(one, other))) {
            pairs.push({ one, other, likeness: sureness });
          }
        }
      }
    }
  }
  return pairs.sort((left, right) => Number(left.likeness === 'likely') - Number(right.likeness === 'likely'));
}

function likenessOf(one: Item | undefined, other: Item | undefined): Likeness | undefined {
  return one && other && !areDistinct(one, other) ? likeness(one, other) : undefined;
}

async function idsByTitle(database: Database): Promise<Map<string, ItemId[]>> {
  const titles = new Map<string, ItemId[]>();
  let after: ItemId | undefined;
  for (;;) {
    const range = after === undefined ? database.items.orderBy(':id') : database.items.where(':id').above(after);
    const items = await range.limit(AT_ONCE).toArray();
    for (const { id, name, deletedAt } of items) {
      const title = deletedAt === undefined ? titleKey(name) : '';
      if (title !== '') {
        const ids = titles.get(title);
        if (ids) {
          ids.push(id);
        } else {
          titles.set(title, [id]);
        }
      }
    }
    after = items.at(-1)?.id;
    if (after === undefined) {
      return titles;
    }
  }
}
