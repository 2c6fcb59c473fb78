import type { GivenNeed, HeldGrant } from '../domain/grant.ts';
import type { Vendor } from '../domain/vendor.ts';

/** What a vendor's page may call to learn something. */
export type ReadCall = 'ratings' | 'preferences' | 'rank';

export interface CoveringNeed {
  readonly grant: HeldGrant;
  readonly need: GivenNeed;
}

export type Verdict =
  | {
      readonly kind: 'allow';
      /** Never empty, though what it reaches may be. The grant that lasts longest first, 'just this once' last. */
      readonly covering: readonly CoveringNeed[];
    }
  | { readonly kind: 'deny' };

/**
 * Whether a vendor may make a call at all, and under which needs. What the call may reach is for `minimise` to say: a
 * query outside the scope gets nothing rather than an error, so that an error says nothing of the scope.
 *
 * An origin that is not connected, or blocked, gets nothing whatever it holds. A need with an empty list is a need for
 * nothing. One for `rank` alone never serves `ratings`; one for ratings serves `rank` as well, since who may read them
 * could order by them without asking.
 *
 * @param continued - grants whose turn this call only goes on with: the pages of a read, or a call that is repeated
 */
export function decide(
  {
    vendor,
    held,
    call,
  }: { readonly vendor: Vendor | undefined; readonly held: readonly HeldGrant[]; readonly call: ReadCall },
  continued: readonly HeldGrant['id'][] = [],
): Verdict {
  if (!vendor?.isConnected || vendor.isBlocked) {
    return { kind: 'deny' };
  }
  const covering = held
    .filter((grant) => hasTurn(grant, call, continued.includes(grant.id)))
    .toSorted(byEnd)
    .flatMap((grant) => grant.scope.filter((need) => serves(need, call)).map((need) => ({ grant, need })));
  return covering.length === 0 ? { kind: 'deny' } : { kind: 'allow', covering };
}

function hasTurn({ status, duration, usedCalls }: HeldGrant, call: ReadCall, isContinued: boolean): boolean {
  if (duration !== 'once') {
    return status === 'active';
  }
  return isContinued ? status === 'active' || status === 'used' : status === 'active' && !usedCalls.includes(call);
}

function serves({ collection, derive }: GivenNeed, call: ReadCall): boolean {
  switch (call) {
    case 'ratings':
      return collection === 'ratings' && derive === undefined;
    case 'preferences':
      return collection === 'preferences' && derive === undefined;
    case 'rank':
      return collection === 'ratings' || (collection === 'preferences' && derive === 'rank');
  }
}

function byEnd(left: HeldGrant, right: HeldGrant): number {
  return (
    Number(left.duration === 'once') - Number(right.duration === 'once') ||
    (right.untilMs ?? Number.MAX_VALUE) - (left.untilMs ?? Number.MAX_VALUE)
  );
}
