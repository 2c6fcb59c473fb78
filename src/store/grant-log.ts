import { Dexie } from 'dexie';
import type { Grant, GrantChange } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import type { TableName } from './table-name.ts';

/** The tables that {@link grantLog} reads. */
export const GRANT_TABLES = ['grants', 'grantChanges', 'merges'] as const satisfies TableName[];

/** What one origin was ever given, oldest first, and what became of it; inside a transaction. */
export async function grantLog(
  database: Database,
  origin: Origin,
): Promise<{ grants: Grant[]; changes: GrantChange[] }> {
  const [grants, changes] = await Promise.all([
    database.grants.where('origin').equals(origin).toArray(),
    database.grantChanges.where('[origin+atMs]').between([origin, Dexie.minKey], [origin, Dexie.maxKey]).toArray(),
  ]);
  const followed = await Promise.all(grants.map((grant) => followMerges(database, grant)));
  return { grants: followed.sort((left, right) => (left.createdAt < right.createdAt ? -1 : 1)), changes };
}

/**
 * What was kept back stays kept back under whatever name it goes now: an item that it was merged into since, and an item
 * that was parted from it after the grant was given.
 */
async function followMerges(database: Database, grant: Grant): Promise<Grant> {
  if (!grant.scope.some(({ without }) => without && without.length > 0)) {
    return grant;
  }
  const scope = await Promise.all(
    grant.scope.map(async (need) =>
      need.without && need.collection === 'ratings'
        ? { ...need, without: await namesNow(database, need.without, grant) }
        : need,
    ),
  );
  return { ...grant, scope };
}

async function namesNow(database: Database, ids: readonly RecordId[], { createdAt }: Grant): Promise<RecordId[]> {
  const all = new Set<RecordId>(ids);
  let fresh: readonly RecordId[] = ids;
  while (fresh.length > 0) {
    const [gone, parted] = await Promise.all([
      database.merges.where('from').anyOf(fresh).toArray(),
      database.merges.where('into').anyOf(fresh).toArray(),
    ]);
    const next = [
      ...gone.filter(({ splitAt }) => splitAt === undefined).map(({ into }) => into),
      ...parted.filter(({ splitAt }) => splitAt !== undefined && splitAt > createdAt).map(({ from }) => from),
    ].filter((id) => !all.has(id));
    fresh = [...new Set(next)];
    for (const id of fresh) {
      all.add(id);
    }
  }
  return [...all];
}
