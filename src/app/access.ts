import type { Grant, GrantChange, HeldGrant } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { ReadCall } from '../policy/decide.ts';
import { foldGrants, ONCE_MS } from '../policy/fold-grants.ts';
import { RevisionCache } from '../store/cache.ts';
import type { Database } from '../store/database.ts';
import { grantLog } from '../store/grant-log.ts';
import type { AppContext } from './context.ts';

/** What decides over an origin's calls, as it is stored. It changes only with the store's revision. */
export interface Access {
  readonly vendor: Vendor | undefined;
  readonly grants: readonly Grant[];
  readonly changes: readonly GrantChange[];
}

/** Origins whose access is kept in memory. */
const ORIGINS = 100;

const caches = new WeakMap<Database, RevisionCache<Origin, Access>>();

/** As it was read at `revision`, if that is still in memory. */
export function knownAccess(database: Database, origin: Origin, revision: string): Access | undefined {
  return cacheOf(database).get(revision, origin);
}

/** Reads it; inside a transaction over `vendors` and `GRANT_TABLES` in which `revision` was read. */
export async function readAccess(database: Database, origin: Origin, revision: string): Promise<Access> {
  const known = knownAccess(database, origin, revision);
  if (known) {
    return known;
  }
  const [vendor, log] = await Promise.all([database.vendors.get(origin), grantLog(database, origin)]);
  const access = { vendor, ...log };
  cacheOf(database).set(revision, origin, access);
  return access;
}

/** What the origin holds now. */
export function heldNow({ clock, session }: AppContext, { grants, changes }: Access): HeldGrant[] {
  return foldGrants(grants, changes, { nowMs: clock.nowMs(), session });
}

/** The grants whose turn at `call` was spent by these changes, not longer ago than a read may take. */
export function grantsOfTurns(
  { changes }: Access,
  call: ReadCall,
  turns: readonly RecordId[],
  nowMs: number,
): HeldGrant['id'][] {
  return changes
    .filter((change) => change.kind === 'used' && change.call === call && turns.includes(change.id))
    .filter(({ atMs }) => Math.abs(nowMs - atMs) < ONCE_MS)
    .map(({ grantId }) => grantId);
}

function cacheOf(database: Database): RevisionCache<Origin, Access> {
  const cache = caches.get(database) ?? new RevisionCache<Origin, Access>(ORIGINS);
  caches.set(database, cache);
  return cache;
}
