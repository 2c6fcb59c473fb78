import type { Origin } from '../domain/ids.ts';
import type { Vendor } from '../domain/vendor.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { write } from '../store/write.ts';
import { changeVendor } from './change-vendor.ts';
import type { AppContext } from './context.ts';
import { endGrants } from './end-grants.ts';
import { foldHeld } from './fold-held.ts';

export interface SiteLeave {
  readonly origin: Origin;
  readonly connect?: true;
  readonly stars?: true;
}

/** Takes back what is named. Disconnecting revokes every grant the site holds. */
export async function leaveSite(
  context: AppContext,
  { origin, connect, stars }: SiteLeave,
): Promise<{ vendor: Vendor }> {
  const { value } = await write(
    context.database,
    { tables: ['vendors', ...GRANT_TABLES], nowMs: context.clock.nowMs(), isDurable: connect === true },
    async (writer) => {
      if (connect) {
        await endGrants(writer, await foldHeld(context, origin), 'revoked');
      }
      return changeVendor(writer, origin, {
        ...(connect && { isConnected: false }),
        ...(stars && { hasStars: false }),
      });
    },
  );
  return { vendor: value };
}
