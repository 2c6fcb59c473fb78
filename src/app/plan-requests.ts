import type { RequestId } from '../domain/ids.ts';
import { requestComesBack, threadComesBack } from '../policy/request/come-back.ts';
import type { Database } from '../store/database.ts';
import { thingsOf } from '../store/group-images.ts';
import { REQUEST_TABLES } from '../store/own-tables.ts';
import {
  isKeptRequest,
  type OrderRow,
  type RequestVersion,
  type StoredRequest,
  type ThreadEntry,
  type ThreadRow,
} from '../store/request-rows.ts';
import { rowChunks } from '../store/row-chunks.ts';
import type { ExportRecords } from '../transfer/read-export.ts';
import type { RequestTable, RestoreStep, TableCounts } from './restore-step.ts';

interface RequestPlan {
  readonly steps: readonly RestoreStep[];
  readonly counts: readonly TableCounts[];
}

/**
 * What a restore would do to requests. Drafts become what the file says. A request that ever went to a vendor stays as it is
 * here, with all that passed in it: no restore unsays what was said. One that comes with the file comes back in rest.
 * Orders and proposals only gain.
 */
export async function planRequests(
  database: Database,
  recordsOf: (table: RequestTable) => ExportRecords,
): Promise<RequestPlan> {
  const held = new Set<RequestId>();
  const drafts = new Map<RequestId, StoredRequest>();
  await rowChunks(database, 'requests', (rows) => {
    for (const row of rows as readonly StoredRequest[]) {
      if (isKeptRequest(row) && row.castAtMs !== undefined) {
        held.add(row.id);
      } else {
        drafts.set(row.id, row);
      }
    }
  });
  const steps: RestoreStep[] = [];
  const counts: TableCounts[] = [];
  const coming = ([...recordsOf('requests').values()] as StoredRequest[]).filter(({ id }) => !held.has(id));
  const drafted = planDrafts(drafts, coming);
  steps.push(...drafted.steps);
  counts.push({ table: 'requests', inFile: recordsOf('requests').size, ...drafted.counted });
  const ids = new Set(coming.filter(isKeptRequest).map(({ id }) => id));
  for (const table of REQUEST_TABLES.filter((name) => name !== 'requests')) {
    const left = new Map(recordsOf(table));
    await rowChunks(database, table, (rows) => {
      for (const { id } of rows as readonly { readonly id: string }[]) {
        left.delete(id);
      }
    });
    let added = 0;
    for (const [key, record] of left) {
      const requestId = requestOf(record);
      if (requestId === undefined || ids.has(requestId)) {
        const back = table === 'threads' ? threadBack(record as ThreadRow) : record;
        steps.push({ table, key, record: back, things: thingsOf(table, key, [record]) });
        added += 1;
      }
    }
    counts.push({ table, inFile: recordsOf(table).size, added, changed: 0, lost: 0 });
  }
  return { steps, counts };
}

function planDrafts(
  here: ReadonlyMap<RequestId, StoredRequest>,
  coming: readonly StoredRequest[],
): { steps: RestoreStep[]; counted: Pick<TableCounts, 'added' | 'changed' | 'lost'> } {
  const steps: RestoreStep[] = [];
  const counted = { added: 0, changed: 0, lost: 0 };
  const step = (id: RequestId, mine: StoredRequest | undefined, theirs: StoredRequest | undefined): void => {
    const wasThere = isKeptRequest(mine);
    const back = isKeptRequest(theirs) ? requestBack(theirs) : undefined;
    counted.added += Number(!wasThere && back !== undefined);
    counted.changed += Number(wasThere && back !== undefined);
    counted.lost += Number(wasThere && back === undefined);
    const record = back ?? theirs;
    steps.push({ table: 'requests', key: id, ...(record && { record }), things: [id] });
  };
  const left = new Map(here);
  for (const theirs of coming) {
    const mine = left.get(theirs.id);
    left.delete(theirs.id);
    if (!mine || JSON.stringify(mine) !== JSON.stringify(theirs)) {
      step(theirs.id, mine, theirs);
    }
  }
  for (const [id, mine] of left) {
    step(id, mine, undefined);
  }
  return { steps, counted };
}

function requestBack({ dueAtMs: _due, ...row }: Extract<StoredRequest, { readonly cast: unknown }>): StoredRequest {
  return { ...row, cast: requestComesBack(row.cast) };
}

function threadBack({ dueAtMs: _due, setAtMs: _set, ...row }: ThreadRow): ThreadRow {
  const thread = threadComesBack(row.thread);
  return { ...row, thread, isOver: thread.phase.kind === 'ended' ? 2 : 0 };
}

/** Absent for what is of no request. */
function requestOf(record: object): RequestId | undefined {
  const { requestId, from } = record as Partial<ThreadRow & ThreadEntry & RequestVersion & OrderRow>;
  return requestId ?? (from?.kind === 'request' ? from.requestId : undefined);
}
