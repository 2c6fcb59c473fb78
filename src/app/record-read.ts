import type { DisclosedRecord, Disclosure, RankReason } from '../domain/disclosure.ts';
import { AppError } from '../domain/errors.ts';
import { type GrantId, newRecordId } from '../domain/ids.ts';
import { logOf } from '../store/origin-log.ts';
import { type Permit, REPEAT_MS, type VendorCall } from './authorise.ts';
import type { AppContext } from './context.ts';

/** One record that goes, with the grant it goes under and what of it goes beyond the bare minimum. */
export interface ReadRecord {
  readonly grantId: GrantId;
  readonly record: DisclosedRecord;
  readonly fields: readonly string[];
}

/** Reads of nothing in a row are one line of the log, for so long. */
const EMPTY_MS = 60_000;

/**
 * Writes down what a call reads, in the transaction that it reads in, before any of it leaves: one disclosure for each
 * grant that it is read under. The first has the call's own id, so that a call repeated because its answer got lost is
 * one read; a repeated call that gets something else is another.
 *
 * A read of nothing is written down, too, but not again and again.
 *
 * @throws {AppError} `not-granted` when the call may only repeat itself, and can't
 */
export async function recordRead(
  { database, clock }: Pick<AppContext, 'database' | 'clock'>,
  call: Omit<VendorCall, 'turns'>,
  { covering, isOnlyRepeat }: Pick<Permit, 'covering' | 'isOnlyRepeat'>,
  { records, ranked }: { readonly records: readonly ReadRecord[]; readonly ranked?: readonly RankReason[] },
): Promise<void> {
  const nowMs = clock.nowMs();
  const disclosures = disclosuresOf(call, covering[0]?.grant.id, { records, ranked, nowMs });
  const [first] = disclosures;
  const earlier = await database.disclosures.get(call.callId);
  if (earlier) {
    const isRepeat = disclosures.length === 1 && first !== undefined && isSameRead(earlier, first);
    if (isRepeat && Math.abs(nowMs - earlier.atMs) < REPEAT_MS) {
      return;
    }
    if (isOnlyRepeat) {
      throw new AppError('not-granted', 'Not given.');
    }
  }
  const isSpent = covering.some(({ grant }) => grant.duration === 'once');
  if (first && isEmpty(first) && !isSpent && (await wasJustEmpty({ database }, first))) {
    return;
  }
  await database.disclosures.bulkAdd(
    disclosures.map((disclosure, index) =>
      earlier || index > 0 ? { ...disclosure, id: newRecordId(nowMs) } : disclosure,
    ),
  );
}

function disclosuresOf(
  { origin, call, callId }: Omit<VendorCall, 'turns'>,
  fallback: GrantId | undefined,
  {
    records,
    ranked,
    nowMs,
  }: {
    readonly records: readonly ReadRecord[];
    readonly ranked: readonly RankReason[] | undefined;
    readonly nowMs: number;
  },
): Disclosure[] {
  const grantIds = new Set(records.map(({ grantId }) => grantId));
  if (grantIds.size === 0 && fallback !== undefined) {
    grantIds.add(fallback);
  }
  const byGrant = [...grantIds].map(
    (grantId) => [grantId, records.filter((record) => record.grantId === grantId)] as const,
  );
  return byGrant.map(([grantId, read]) => ({
    id: callId,
    grantId,
    origin,
    call,
    atMs: nowMs,
    fields: [...new Set(read.flatMap(({ fields }) => fields))],
    records: read.map(({ record }) => record),
    ...(ranked && { ranked }),
  }));
}

function isSameRead(one: Disclosure, other: Disclosure): boolean {
  return contentOf(one) === contentOf(other);
}

function contentOf({ origin, call, grantId, fields, records, ranked }: Disclosure): string {
  return JSON.stringify([origin, call, grantId, fields, records, ranked]);
}

function isEmpty({ records, ranked }: Disclosure): boolean {
  return records.length === 0 && ranked === undefined;
}

async function wasJustEmpty({ database }: Pick<AppContext, 'database'>, next: Disclosure): Promise<boolean> {
  const last = await logOf(database.disclosures, next.origin).first();
  return last !== undefined && isSameRead(last, next) && Math.abs(next.atMs - last.atMs) < EMPTY_MS;
}
