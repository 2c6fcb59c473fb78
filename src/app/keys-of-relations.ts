import { type Relation, relationKeys } from '../store/relation-keys.ts';
import type { AppContext } from './context.ts';

/**
 * What the person's messages in relations are signed with.
 *
 * @param make - makes a key, for a relation that is only about to begin (`isNew`): of no use where another began it. To make one
 *   that is not needed costs less than to look whether it is. Of two that begin one at once both get the first one's
 * @returns one for each relation, in their order: `undefined` where there is none, since the relation came with a copy, or was
 *   forgotten. Nothing can be said in it from here
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export async function keysOfRelations<Key extends object>(
  { database }: AppContext,
  relations: readonly (Relation & { readonly isNew?: boolean })[],
  make?: () => Promise<Key>,
): Promise<(Key | undefined)[]> {
  const made = await Promise.all(relations.map(async ({ isNew }) => (isNew ? make?.() : undefined)));
  return relationKeys(database, relations, made);
}
