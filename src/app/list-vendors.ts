import type { HeldGrant } from '../domain/grant.ts';
import type { Vendor } from '../domain/vendor.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { countRefusals, logOf } from '../store/origin-log.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';
import { foldHeld } from './fold-held.ts';

export interface VendorOverview {
  readonly vendor: Vendor;
  /** Active ones first, then newest first. */
  readonly grants: readonly HeldGrant[];
  readonly reads: number;
  readonly lastReadAtMs?: number;
  /** Asks that got no grant, for whatever reason. */
  readonly refused: number;
  readonly lastAskedAtMs?: number;
}

/** Every site the person ever chose, by origin, with what it holds and did. */
export function listVendors(context: AppContext): Promise<VendorOverview[]> {
  const { database } = context;
  return read(database, ['vendors', 'disclosures', 'decisions', ...GRANT_TABLES], async () => {
    const vendors = await database.vendors.toArray();
    return Promise.all(vendors.map((vendor) => overviewOf(context, vendor)));
  });
}

async function overviewOf(context: AppContext, vendor: Vendor): Promise<VendorOverview> {
  const { database } = context;
  const { origin } = vendor;
  const [held, reads, lastRead, refused, lastAsk] = await Promise.all([
    foldHeld(context, origin),
    logOf(database.disclosures, origin).count(),
    logOf(database.disclosures, origin).first(),
    countRefusals(database, origin),
    logOf(database.decisions, origin).first(),
  ]);
  const newestFirst = held.reverse();
  return {
    vendor,
    grants: [
      ...newestFirst.filter(({ status }) => status === 'active'),
      ...newestFirst.filter(({ status }) => status !== 'active'),
    ],
    reads,
    ...(lastRead && { lastReadAtMs: lastRead.atMs }),
    refused,
    ...(lastAsk && { lastAskedAtMs: lastAsk.atMs }),
  };
}
