import { castRequest } from '../../src/app/cast-request.ts';
import { chooseSite } from '../../src/app/choose-site.ts';
import { type RequestInput, writeRequest } from '../../src/app/write-request.ts';
import type { Origin, RequestId, ThreadId } from '../../src/domain/ids.ts';
import type { RequestForProposals } from '../../src/domain/request-for-proposals.ts';
import type { Channel } from '../../src/domain/thread.ts';
import { read } from '../../src/store/read.ts';
import { NOW, request } from './request-samples.ts';
import { CINEMA, SHOP } from './samples.ts';
import { type TestContext, testContext } from './test-context.ts';

/** What the person would write of the sample. */
export function input(changes: Partial<RequestForProposals> = {}): RequestInput {
  const { id: _id, version: _version, ...rest } = request(changes);
  return rest;
}

/** A store at the samples' time, with two sites connected. */
export async function shopping(): Promise<TestContext> {
  const context = testContext();
  context.clock.ms = NOW;
  await chooseSite(context, { origin: SHOP, connect: true });
  await chooseSite(context, { origin: CINEMA, connect: true });
  return context;
}

export interface Asked {
  readonly context: TestContext;
  readonly id: RequestId;
  readonly shop: ThreadId;
  readonly cinema: ThreadId;
}

/** A request that was cast to both. */
export async function asked(channel: Channel = 'endpoint', changes: Partial<RequestForProposals> = {}): Promise<Asked> {
  const context = await shopping();
  const { id } = await writeRequest(context, { request: input(changes) });
  await castRequest(context, { id, to: [SHOP, CINEMA].map((vendor) => ({ vendor, channel })) });
  const [shop, cinema] = await Promise.all([SHOP, CINEMA].map((vendor) => threadWith(context, vendor)));
  return { context, id, shop: shop!, cinema: cinema! };
}

export async function threadWith({ database }: TestContext, vendor: Origin): Promise<ThreadId> {
  const rows = await database.threads.toArray();
  return rows.findLast((row) => row.vendor === vendor)!.id;
}

const TABLES = ['requests', 'requestVersions', 'threads', 'messages', 'orders', 'proposals', 'outbox'] as const;

/** Everything of requests, and the work that waits; of one moment. */
export async function requestRows({ database }: TestContext): Promise<Record<(typeof TABLES)[number], unknown[]>> {
  return read(database, TABLES, async () => {
    const rows = await Promise.all(TABLES.map((table) => database.table<unknown>(table).toArray()));
    return Object.fromEntries(TABLES.map((table, index) => [table, rows[index]])) as Record<
      (typeof TABLES)[number],
      unknown[]
    >;
  });
}
