import type { HeldGrant } from '../domain/grant.ts';
import type { GrantId } from '../domain/ids.ts';
import type { AppContext } from './context.ts';
import { foldHeld } from './fold-held.ts';

/** One grant as it stands now; inside a transaction over `GRANT_TABLES`. */
export async function findGrant(context: AppContext, id: GrantId): Promise<HeldGrant | undefined> {
  const stored = await context.database.grants.get(id);
  const held = stored ? await foldHeld(context, stored.origin) : [];
  return held.find((grant) => grant.id === id);
}
