import type { HeldGrant } from '../domain/grant.ts';
import type { Vendor } from '../domain/vendor.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

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

export async function listVendors(_context: AppContext): Promise<VendorOverview[]> {
  throw new AppError('not-supported', 'listVendors is being written.');
}
