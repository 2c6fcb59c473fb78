import type { ItemId } from '../domain/ids.ts';
import type { Database } from '../store/database.ts';
import type { SaidSpine } from '../store/read-said.ts';
import { ratingsRevision } from '../store/revision.ts';
import type { Shelf } from '../store/shelf.ts';
import { saidShelf } from '../store/shelves.ts';

/** Which sources say something of each thing. What none speaks of is not in it. */
export type SaidSources = ReadonlyMap<ItemId, readonly string[]>;

const known = new WeakMap<Shelf<SaidSpine, 'key'>, SaidSources>();

/** As they stand at this moment; inside a transaction over `saidShelf.tables`, best after `saidShelf.prepare`. */
export async function saidSources(database: Database): Promise<SaidSources> {
  const now = await ratingsRevision(database);
  const shelf = (await saidShelf.current(database, now)) ?? (await saidShelf.renew(database));
  const sources = known.get(shelf) ?? new Map(shelf.spines.map((spine) => [spine.itemId, spine.sources]));
  known.set(shelf, sources);
  return sources;
}

/** The sources of one rating: who speaks of the thing, and where its mark is from. Each once. */
export function sourcesOfRating(
  { itemId, source }: { readonly itemId: ItemId; readonly source: string },
  said: SaidSources,
): readonly string[] {
  const sources = said.get(itemId) ?? [];
  return sources.includes(source) ? sources : [...sources, source];
}
