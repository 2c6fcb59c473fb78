import type { HeldGrant } from '../domain/grant.ts';
import type { Origin } from '../domain/ids.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';
import { foldHeld } from './fold-held.ts';

/** What an origin holds now, oldest first. Nothing while it is blocked or not connected. */
export function heldGrants(context: AppContext, { origin }: { readonly origin: Origin }): Promise<HeldGrant[]> {
  const { database } = context;
  return read(database, ['vendors', ...GRANT_TABLES], async () => {
    const vendor = await database.vendors.get(origin);
    if (!vendor?.isConnected || vendor.isBlocked) {
      return [];
    }
    return (await foldHeld(context, origin)).filter(({ status }) => status === 'active');
  });
}
