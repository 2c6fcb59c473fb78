import type { Stamp } from '../../src/domain/clock.ts';
import type { Grant, GrantChange, HeldGrant } from '../../src/domain/grant.ts';
import type { PairwiseId, RecordId } from '../../src/domain/ids.ts';
import type { Vendor } from '../../src/domain/vendor.ts';
import { ask, RATINGS } from './granting.ts';
import { SHOP } from './samples.ts';

const STAMP = '000000000000000aaaaaaaa' as Stamp;

export function grantOf(grant: Partial<Grant> = {}): Grant {
  return {
    id: 'grant-1' as RecordId,
    origin: SHOP,
    person: 'person-1' as PairwiseId,
    ask: ask([RATINGS]),
    scope: [RATINGS],
    fromMs: 0,
    duration: 'until-stopped',
    createdAt: STAMP,
    ...grant,
  };
}

export function heldOf(grant: Partial<HeldGrant> = {}): HeldGrant {
  return { ...grantOf(), status: 'active', usedCalls: [], ...grant };
}

export function changeOf({ id, origin }: Grant, change: Partial<GrantChange>): GrantChange {
  return { id: 'change-1' as RecordId, grantId: id, origin, kind: 'revoked', atMs: 0, createdAt: STAMP, ...change };
}

export function vendorOf(vendor: Partial<Vendor> = {}): Vendor {
  return {
    origin: SHOP,
    isConnected: true,
    hasStars: false,
    isBlocked: false,
    createdAt: STAMP,
    updatedAt: STAMP,
    ...vendor,
  };
}
