import type { Rating } from '../domain/rating.ts';
import type { Item, ItemKind } from '../domain/item.ts';
import type { ItemId } from '../domain/ids.ts';
import { RevisionCache } from './cache.ts';
import type { Database } from './database.ts';
import { ratedItems } from './rated-chunks.ts';
import { ratingsRevision } from './revision.ts';

/** What a list is sorted and filtered by, of one rating: small, so that all of them fit in memory. */
export interface Spine {
  readonly itemId: ItemId;
  readonly kind: ItemKind;
  readonly value: number;
  readonly ratedAt: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly name: string;
  /** Name, makers, series, brand, tags and note, folded: what a search looks in. */
  readonly text: string;
}

const shelves = new WeakMap<Database, RevisionCache<'shelf', readonly Spine[]>>();

/**
 * Every live rating's spine, read once after each change of them. For lists that no index can give: searches, and
 * filters that no index has. Inside a transaction over `meta`, `ratings` and `items`.
 */
export async function shelfOf(database: Database): Promise<readonly Spine[]> {
  const cache = shelves.get(database) ?? new RevisionCache<'shelf', readonly Spine[]>(1);
  shelves.set(database, cache);
  const now = await ratingsRevision(database);
  const known = cache.get(now, 'shelf');
  if (known) {
    return known;
  }
  const spines: Spine[] = [];
  for await (const rows of ratedItems(database)) {
    spines.push(...rows.map(spineOf));
  }
  cache.set(now, 'shelf', spines);
  return spines;
}

/** As a search folds it: no letter case, no accents, single blanks. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function spineOf({ item, rating }: { item: Item; rating: Rating }): Spine {
  const { name, creators = [], series = '', brand = '' } = item;
  const { tags = [], text = '' } = rating;
  return {
    itemId: rating.itemId,
    kind: rating.kind,
    value: rating.value,
    ratedAt: rating.ratedAt,
    source: rating.source,
    tags,
    name,
    text: folded([name, ...creators, series, brand, ...tags, text].join('\n')),
  };
}
