import type { Origin, PairwiseId, ThreadId } from '../domain/ids.ts';
import type { PersonMessage } from '../domain/thread-message.ts';
import type { VendorCopy } from '../domain/vendor-copy.ts';
import { canLapse } from '../policy/request/pass-time.ts';
import { openPartOf } from '../policy/request/open-part.ts';
import type { Database } from '../store/database.ts';
import { isKeptRequest, type StoryEntry, type ThreadRow } from '../store/request-rows.ts';
import { liveThreadsOf, storyOf } from '../store/threads-of.ts';
import { writeIfNeeded } from '../store/write-if-needed.ts';
import type { Writer } from '../store/writer.ts';
import type { AppContext } from './context.ts';
import { REQUEST_TABLES } from './keep-step.ts';
import { RequestTurn } from './request-turn.ts';

/** A request as one vendor has it, with what it was told since. */
export interface VendorIntention {
  /** The only name of it that a vendor knows. */
  readonly thread: ThreadId;
  /** The person's name to this vendor in it. */
  readonly person: PairwiseId;
  /** At the stage that this vendor has come to. */
  readonly copy: VendorCopy;
  /** All that the vendor was told, oldest first, and when that was said; of what is over the last words alone. */
  readonly messages: readonly SaidToVendor[];
}

export interface SaidToVendor {
  readonly number: number;
  readonly message: PersonMessage;
  readonly atMs: number;
}

type Said = Extract<StoryEntry, { readonly kind: 'said' }>;

/**
 * What was cast to one vendor, for its page to read: its own copies at its own stage, and nothing else. Nothing for a site that
 * is not connected, or blocked, the same as for one that nobody asked. What waited for a visit is delivered by it, and the
 * read is on record.
 *
 * @param threads - only these, in this order; all of them where it is absent
 * @throws {AppError} `storage-full`, `storage-unavailable`: the vendor gets nothing then
 */
export function intentionsForVendor(
  { database, clock }: AppContext,
  { origin, threads }: { readonly origin: Origin; readonly threads?: readonly ThreadId[] },
): Promise<VendorIntention[]> {
  const nowMs = clock.nowMs();
  return writeIfNeeded(database, { tables: [...REQUEST_TABLES, 'vendors'], nowMs }, async (start) => {
    const vendor = await database.vendors.get(origin);
    if (vendor?.isConnected !== true || vendor.isBlocked) {
      return [];
    }
    let writer: Promise<Writer> | undefined;
    const begin = (): Promise<Writer> => (writer ??= start());
    const found: VendorIntention[] = [];
    const live = await liveThreadsOf(database, origin);
    const rows = threads ? threads.flatMap((id) => live.find((row) => row.id === id) ?? []) : live;
    for (const row of rows) {
      const intention = await giveCopy(database, begin, row, nowMs);
      found.push(...(intention ? [intention] : []));
    }
    return found;
  });
}

async function giveCopy(
  database: Database,
  begin: () => Promise<Writer>,
  threadRow: ThreadRow,
  nowMs: number,
): Promise<VendorIntention | undefined> {
  const { id, requestId, thread } = threadRow;
  const row = await database.requests.get(requestId);
  // What lapsed is over, whether or not anybody has seen it yet.
  if (!isKeptRequest(row) || (canLapse(thread) && nowMs >= openPartOf(row.cast.request).lapsesAtMs)) {
    return undefined;
  }
  const waiting = thread.outbox.map(({ number }) => number);
  const turn = new RequestTurn(row, [threadRow], nowMs);
  for (const number of waiting) {
    turn.happen(id, { kind: 'delivered', number });
  }
  await turn.keep(begin);
  await keepRead(database, id, nowMs);
  const story = await storyOf(database, id);
  const told = story.flatMap(({ entry, atMs }): (Said & { readonly atMs: number })[] =>
    // What was taken back before the vendor had it, it never has.
    entry.kind === 'said' && entry.takenAtMs !== undefined ? [{ ...entry, atMs }] : [],
  );
  const isOver = thread.phase.kind === 'ended';
  return {
    thread: id,
    person: thread.person,
    copy: copyOf(thread, told),
    messages: told
      .filter(({ number }) => !isOver || waiting.includes(number))
      .map(({ number, message, atMs }) => ({ number, message, atMs })),
  };
}

/** The address is in the copy of the vendor whose quote was accepted, and in no other. */
function copyOf({ phase, copy }: ThreadRow['thread'], said: readonly Said[]): VendorCopy {
  const isAccepted = phase.kind === 'accepted' || phase.kind === 'ordered';
  const last = said.findLast(({ message }) => message.kind === 'acceptance')?.message;
  return isAccepted && last?.kind === 'acceptance' ? last.copy : copy;
}

/** Beside the clock: that a page looked changes nothing that memory holds. */
async function keepRead({ threads }: Database, id: ThreadId, nowMs: number): Promise<void> {
  const row = await threads.get(id);
  if (row) {
    await threads.put({ ...row, reads: { times: (row.reads?.times ?? 0) + 1, lastMs: nowMs } });
  }
}
