import type { RequestId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import {
  isKeptRequest,
  type KeptRequest,
  type OrderRow,
  type RequestVersion,
  type StoredRequest,
  type ThreadEntry,
  type ThreadRow,
} from '../store/request-rows.ts';
import { storyOf, threadsOf } from '../store/threads-of.ts';
import type { AppContext } from './context.ts';
import { keptRequest } from './move-request.ts';

export type { KeptRequest, ThreadEntry, ThreadRow };

/** A request as it stands in a list, with what each vendor's part has come to. */
export interface ListedRequest {
  readonly row: KeptRequest;
  readonly threads: readonly ThreadRow[];
}

/** `under-way` are drafts, too. */
export type RequestsChosen = 'under-way' | 'ended';

export interface RequestsChoice {
  readonly before?: RequestId;
  readonly limit: number;
  /** All, when absent. */
  readonly chosen?: RequestsChosen;
}

/** Requests by when they were begun, newest first: one page, whatever else there is. */
export function listRequests(
  { database }: AppContext,
  { before, limit, chosen }: RequestsChoice,
): Promise<ListedRequest[]> {
  return read(database, ['requests', 'threads'], async () => {
    const all = before === undefined ? database.requests.orderBy(':id') : database.requests.where(':id').below(before);
    const isOf = (row: StoredRequest) =>
      isKeptRequest(row) && (chosen === undefined || (row.cast.phase.kind === 'ended') === (chosen === 'ended'));
    const rows = await all.reverse().filter(isOf).limit(limit).toArray();
    return Promise.all(
      rows.filter(isKeptRequest).map(async (row) => ({ row, threads: await threadsOf(database, row.id) })),
    );
  });
}

export interface RequestStory extends ListedRequest {
  /** Earlier versions, oldest first. */
  readonly versions: readonly RequestVersion[];
  /** All that was said and heard, thread by thread, each in order. */
  readonly entries: readonly ThreadEntry[];
  readonly orders: readonly OrderRow[];
}

/**
 * All there is of one request, on one page.
 *
 * @throws {AppError} `not-found`
 */
export function requestStory({ database }: AppContext, { id }: { readonly id: RequestId }): Promise<RequestStory> {
  return read(database, ['requests', 'requestVersions', 'threads', 'messages', 'orders'], async () => {
    const row = await keptRequest(database, id);
    const versions = await database.requestVersions.where('requestId').equals(id).toArray();
    const threads = await threadsOf(database, id);
    const entries = await Promise.all(threads.map((thread) => storyOf(database, thread.id)));
    const orders = await database.orders.bulkGet(threads.map((thread) => thread.id));
    return {
      row,
      threads,
      versions: versions.toSorted((left, right) => left.request.version - right.request.version),
      entries: entries.flat(),
      orders: orders.flatMap((order) => order ?? []),
    };
  });
}
