import { AppError } from '../domain/errors.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { type CoveringNeed, decide, type ReadCall } from '../policy/decide.ts';
import { ONCE_MS } from '../policy/fold-grants.ts';
import { GRANT_TABLES } from '../store/grant-log.ts';
import { revision } from '../store/revision.ts';
import type { TableName } from '../store/table-name.ts';
import { tick } from '../store/write.ts';
import { type Access, grantsOfTurns, heldNow, readAccess } from './access.ts';
import type { AppContext } from './context.ts';
import { changeOf } from './end-grants.ts';

export interface VendorCall {
  readonly origin: Origin;
  readonly call: ReadCall;
  readonly callId: RecordId;
  /** From the cursor, when the call goes on with an earlier one. */
  readonly turns: readonly RecordId[];
}

export interface Permit {
  /** Never empty. The grant that lasts longest first. */
  readonly covering: readonly CoveringNeed[];
  /** The turns this call spends or goes on with, for its cursor. */
  readonly turns: readonly RecordId[];
  /** A call that 'just this once' was spent on is repeated: it may only get what it got. */
  readonly isOnlyRepeat: boolean;
}

/** The tables that {@link authorise} and the record of the read need. */
export const AUTHORISE_TABLES = ['meta', 'vendors', ...GRANT_TABLES, 'disclosures'] as const satisfies TableName[];

/** A call that comes again with the same id so soon is the same call: its answer got lost on the way. */
export const REPEAT_MS = 600_000;

/**
 * Whether an origin may make a call now, and under which needs. Spends the turn of every 'just this once' grant that
 * serves it. Inside a transaction over `AUTHORISE_TABLES` that also writes the disclosure.
 *
 * @throws {AppError} `not-granted`
 */
export async function authorise(context: AppContext, call: VendorCall): Promise<Permit> {
  const { database, clock } = context;
  const [present, repeated] = await Promise.all([revision(database), repeatedGrants(context, call)]);
  const access = await readAccess(database, call.origin, present);
  const goesOn = grantsOfTurns(access, call.call, call.turns, clock.nowMs());
  const covering = coveringNow(context, access, call.call, [...goesOn, ...repeated]);
  if (!covering) {
    throw new AppError('not-granted', 'Not given.');
  }
  const spent = await spendTurns(context, covering, call.call, [...goesOn, ...repeated]);
  const isOnlyRepeat = covering.some(
    ({ grant }) => grant.duration === 'once' && repeated.includes(grant.id) && !goesOn.includes(grant.id),
  );
  return { covering, turns: [...call.turns, ...spent], isOnlyRepeat };
}

/** The needs that serve a call by what is known now; `undefined` when it is denied. */
export function coveringNow(
  context: AppContext,
  access: Access,
  call: ReadCall,
  continued: readonly RecordId[] = [],
): readonly CoveringNeed[] | undefined {
  const verdict = decide({ vendor: access.vendor, held: heldNow(context, access), call }, continued);
  return verdict.kind === 'allow' ? verdict.covering : undefined;
}

/** The 'just this once' grants that a call with this id was served by a moment ago. */
async function repeatedGrants(
  { database, clock }: AppContext,
  { origin, call, callId }: VendorCall,
): Promise<RecordId[]> {
  const disclosure = await database.disclosures.get(callId);
  const isRepeat =
    disclosure?.origin === origin &&
    disclosure.call === call &&
    Math.abs(clock.nowMs() - disclosure.atMs) < Math.min(REPEAT_MS, ONCE_MS);
  return isRepeat ? [disclosure.grantId] : [];
}

async function spendTurns(
  { database, clock }: AppContext,
  covering: readonly CoveringNeed[],
  call: ReadCall,
  continued: readonly RecordId[],
): Promise<RecordId[]> {
  const grants = new Set(covering.map(({ grant }) => grant).filter(({ duration }) => duration === 'once'));
  const fresh = [...grants].filter(({ id }) => !continued.includes(id));
  if (fresh.length === 0) {
    return [];
  }
  const writer = await tick(database, clock.nowMs());
  const changes = fresh.map((grant) => changeOf(writer, grant, { kind: 'used', call }));
  for (const change of changes) {
    await writer.append('grantChanges', change);
  }
  return changes.map(({ id }) => id);
}
