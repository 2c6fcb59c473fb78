import { AppError } from '../domain/errors.ts';
import type { Origin, PairwiseId, ThreadId } from '../domain/ids.ts';
import type { Database } from '../store/database.ts';
import { read } from '../store/read.ts';
import type { ThreadRow } from '../store/request-rows.ts';
import { liveThreadsOf, storyOf } from '../store/threads-of.ts';
import { beginsRelation } from './begins-relation.ts';
import type { AppContext } from './context.ts';

export interface ThreadForVendor {
  readonly id: ThreadId;
  /** The person's name in it. */
  readonly person: PairwiseId;
  /** Nothing was ever said in it: its key may not be there yet. */
  readonly isNew: boolean;
}

export interface ThreadsQuery {
  readonly origin: Origin;
  /** Only those in which the vendor was told something at or after it, in milliseconds since the Unix epoch. */
  readonly sinceMs?: number;
  /** Only those that come behind this one. */
  readonly after?: ThreadId;
}

/**
 * The threads in which a connected vendor can be told something, newest first. Tells it nothing yet.
 *
 * @throws {AppError} `bad-request` when `after` is no thread of this vendor
 */
export function threadsForVendor(
  { database }: AppContext,
  { origin, sinceMs, after }: ThreadsQuery,
): Promise<ThreadForVendor[]> {
  return read(database, ['threads', 'messages', 'vendors'], async () => {
    const vendor = await database.vendors.get(origin);
    if (vendor?.isConnected !== true || vendor.isBlocked) {
      return [];
    }
    const rows = (await liveThreadsOf(database, origin)).toSorted(byNewest);
    const last = after === undefined ? undefined : await database.threads.get(after);
    if (after !== undefined && last?.vendor !== origin) {
      throw new AppError('bad-request', 'cursor: Not a cursor of this query.');
    }
    const left = last ? rows.filter((row) => byNewest(row, last) > 0) : rows;
    const found: ThreadRow[] = [];
    for (const row of left) {
      if (sinceMs === undefined || (await wasTold(database, row.id, sinceMs))) {
        found.push(row);
      }
    }
    return found.map(({ id, thread }) => ({ id, person: thread.person, isNew: beginsRelation(thread) }));
  });
}

function byNewest(one: ThreadRow, other: ThreadRow): number {
  const order = [one.createdAt, one.id].join(' ') < [other.createdAt, other.id].join(' ') ? 1 : -1;
  return one.id === other.id ? 0 : order;
}

async function wasTold(database: Database, id: ThreadId, sinceMs: number): Promise<boolean> {
  return (await storyOf(database, id)).some(({ entry, atMs }) => entry.kind === 'said' && atMs >= sinceMs);
}
