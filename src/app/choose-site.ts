import type { Origin } from '../domain/ids.ts';
import type { Vendor } from '../domain/vendor.ts';
import { write } from '../store/write.ts';
import type { AppContext } from './context.ts';
import { changeVendor } from './change-vendor.ts';

export interface SiteChoice {
  readonly origin: Origin;
  /** Give it `navigator.customer`. */
  readonly connect?: boolean;
  /** Show the person's own stars there. */
  readonly stars?: boolean;
}

/**
 * Sets what is named, and leaves the rest. Connecting lifts a block, and the silence that earlier refusals brought:
 * the person has just said that they want to hear from the site.
 */
export async function chooseSite(
  { database, clock }: AppContext,
  { origin, connect, stars }: SiteChoice,
): Promise<Vendor> {
  const { value } = await write(database, { tables: ['vendors'], nowMs: clock.nowMs() }, (writer) =>
    changeVendor(writer, origin, {
      ...(connect !== undefined && { isConnected: connect }),
      ...(connect === true && { isBlocked: false, connectedAt: writer.stamp }),
      ...(stars !== undefined && { hasStars: stars }),
    }),
  );
  return value;
}
