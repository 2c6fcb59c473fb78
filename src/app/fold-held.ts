import type { HeldGrant } from '../domain/grant.ts';
import type { Origin } from '../domain/ids.ts';
import { foldGrants } from '../policy/fold-grants.ts';
import { grantLog } from '../store/grant-log.ts';
import type { AppContext } from './context.ts';

/** Every grant an origin ever had, oldest first, as it stands now; inside a transaction over `GRANT_TABLES`. */
export async function foldHeld({ database, clock, session }: AppContext, origin: Origin): Promise<HeldGrant[]> {
  const { grants, changes } = await grantLog(database, origin);
  return foldGrants(grants, changes, { nowMs: clock.nowMs(), session });
}
