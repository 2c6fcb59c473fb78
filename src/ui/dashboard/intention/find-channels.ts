import type { CastTo } from '../../../app/cast-request.ts';
import type { Origin } from '../../../domain/ids.ts';
import { askChannel } from '../../../platform/tell.ts';

/** A vendor about to be asked, and how what is said to it would get there. */
export interface FoundChannel extends CastTo {
  /** Its site could not say just now, so it gets it when the person visits. */
  readonly isAway: boolean;
}

/** Looks how each of these takes requests. Only those the person picked: a site that is looked at notices. */
export function findChannels(vendors: readonly Origin[]): Promise<FoundChannel[]> {
  return Promise.all(
    vendors.map(async (vendor) => {
      const found = await askChannel(vendor);
      return { vendor, channel: found === 'endpoint' ? 'endpoint' : 'visit', isAway: found === 'away' };
    }),
  );
}
