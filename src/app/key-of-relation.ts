import { keepRelationKey, type Relation, relationKey } from '../store/relation-key.ts';
import type { AppContext } from './context.ts';

/**
 * What the person's messages in a relation are signed with.
 *
 * @param make - where the relation is only about to begin: makes its key. Of two that begin it at once both get the first one's
 * @returns `undefined` where there is none: the relation came with a copy, or was forgotten, and nothing can be said in it from here
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export async function keyOfRelation<Key extends object>(
  { database }: AppContext,
  relation: Relation,
  make?: () => Promise<Key>,
): Promise<Key | undefined> {
  const kept = (await relationKey(database, relation)) as Key | undefined;
  return kept ?? (make && keepRelationKey(database, relation, await make()));
}
