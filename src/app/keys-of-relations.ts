import { keepRelationKeys, type Relation, relationKeys } from '../store/relation-keys.ts';
import type { AppContext } from './context.ts';

/**
 * What the person's messages in relations are signed with.
 *
 * @param make - makes a key, for a relation that is only about to begin (`isNew`). Of two that begin one at once both get the first
 *   one's
 * @returns one for each relation, in their order: `undefined` where there is none, since the relation came with a copy, or was
 *   forgotten. Nothing can be said in it from here
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export async function keysOfRelations<Key extends object>(
  { database }: AppContext,
  relations: readonly (Relation & { readonly isNew?: boolean })[],
  make?: () => Promise<Key>,
): Promise<(Key | undefined)[]> {
  const kept = (await relationKeys(database, relations)) as (Key | undefined)[];
  const missing = relations.filter(({ isNew }, place) => isNew && !kept[place]);
  if (!make || missing.length === 0) {
    return kept;
  }
  const made = await keepRelationKeys(database, missing, await Promise.all(missing.map(make)));
  return relations.map((relation, place) => kept[place] ?? made[missing.indexOf(relation)]);
}
