import type { Origin } from '../domain/ids.ts';
import type { Vendor } from '../domain/vendor.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { write } from '../store/write.ts';
import { changeVendor } from './change-vendor.ts';
import type { AppContext } from './context.ts';
import { endGrants } from './end-grants.ts';
import { foldHeld } from './fold-held.ts';

/** A blocked vendor is served nothing and never asks. Blocking revokes its grants; unblocking does not bring them back. */
export async function blockVendor(
  context: AppContext,
  { origin, isBlocked }: { readonly origin: Origin; readonly isBlocked: boolean },
): Promise<Vendor> {
  const { value } = await write(
    context.database,
    { tables: ['vendors', ...GRANT_TABLES], nowMs: context.clock.nowMs(), isDurable: true },
    async (writer) => {
      if (isBlocked) {
        await endGrants(writer, await foldHeld(context, origin), 'revoked');
      }
      return changeVendor(writer, origin, { isBlocked });
    },
  );
  return value;
}
