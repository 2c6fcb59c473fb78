import type { Grant, GrantChange, GrantStatus, HeldGrant } from '../domain/grant.ts';

/** A 'just this once' grant waits so long for its reads, and its pages are served so long after the first. */
export const ONCE_MS = 3_600_000;

/** The moment a grant is looked at, and the browser session it is looked at in. */
export interface Present {
  readonly nowMs: number;
  readonly session: string;
}

/** Changes that end a grant, whatever else holds, and what it is called then. */
const ENDINGS: Readonly<Partial<Record<GrantChange['kind'], GrantStatus>>> = {
  revoked: 'revoked',
  withdrawn: 'withdrawn',
  replaced: 'replaced',
};

/**
 * What holds at one moment: each grant with its changes folded in, in the order given.
 *
 * The first ending counts. `untilMs` is the earliest of all ends that were set, and is itself outside. A grant of
 * another browser session has ended. A change that comes from the future (the clock was put back) counts.
 */
export function foldGrants(grants: readonly Grant[], changes: readonly GrantChange[], present: Present): HeldGrant[] {
  const byGrant = new Map<string, GrantChange[]>();
  for (const change of changes) {
    byGrant.set(change.grantId, [...(byGrant.get(change.grantId) ?? []), change]);
  }
  return grants.map((grant) => foldGrant(grant, byGrant.get(grant.id) ?? [], present));
}

/** The calls that a 'just this once' grant names: each has one turn. */
export function turnsOf(grant: Pick<Grant, 'scope'>): string[] {
  const calls = grant.scope.flatMap(({ collection, derive }) =>
    collection === 'intentions' ? [] : [derive === 'rank' ? 'rank' : collection],
  );
  return [...new Set(calls)];
}

function foldGrant(grant: Grant, changes: readonly GrantChange[], present: Present): HeldGrant {
  const usedCalls = [...new Set(changes.flatMap(({ kind, call }) => (kind === 'used' && call ? [call] : [])))];
  const untilMs = endOf(grant, changes);
  return {
    ...grant,
    ...(untilMs !== undefined && { untilMs }),
    usedCalls,
    status: statusOf(grant, changes, usedCalls, { ...present, untilMs }),
  };
}

function endOf(grant: Grant, changes: readonly GrantChange[]): number | undefined {
  const ends = [
    grant.untilMs,
    grant.duration === 'once' ? grant.fromMs + ONCE_MS : undefined,
    ...changes.map(({ kind, untilMs }) => (kind === 'shortened' ? untilMs : undefined)),
  ].filter((end) => end !== undefined);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

function statusOf(
  grant: Grant,
  changes: readonly GrantChange[],
  usedCalls: readonly string[],
  { nowMs, session, untilMs }: Present & { readonly untilMs: number | undefined },
): GrantStatus {
  const [ending] = changes
    .filter(({ kind }) => ENDINGS[kind] !== undefined)
    .sort((left, right) => left.atMs - right.atMs || (left.createdAt < right.createdAt ? -1 : 1));
  if (ending) {
    return ENDINGS[ending.kind] ?? 'revoked';
  }
  const turns = turnsOf(grant);
  if (grant.duration === 'once' && turns.length > 0 && turns.every((call) => usedCalls.includes(call))) {
    return 'used';
  }
  const isOver = untilMs !== undefined && nowMs >= untilMs;
  const isOtherSession = grant.duration === 'session' && grant.session !== session;
  return isOver || isOtherSession ? 'ended' : 'active';
}
