import type { Disclosure } from '../domain/disclosure.ts';
import { AppError } from '../domain/errors.ts';
import type { Decision, GrantChange } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { logOf, placeOf } from '../store/origin-log.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

export type LogEntry =
  | { readonly kind: 'read'; readonly atMs: number; readonly disclosure: Disclosure }
  | { readonly kind: 'asked'; readonly atMs: number; readonly decision: Decision }
  | { readonly kind: 'changed'; readonly atMs: number; readonly change: GrantChange };

export interface LogQuery {
  readonly origin: Origin;
  /** The `next` of the page before. */
  readonly before?: RecordId;
  readonly limit: number;
}

export interface LogPage {
  /** Newest first. */
  readonly entries: LogEntry[];
  readonly next?: RecordId;
}

/**
 * What passed between the person and a vendor: what it asked, what became of that, what it read.
 *
 * @throws {AppError} `not-found` when `before` is no entry of this log
 */
export function vendorLog({ database }: AppContext, { origin, before, limit }: LogQuery): Promise<LogPage> {
  return read(database, ['disclosures', 'decisions', 'grantChanges'], async () => {
    const place = before === undefined ? undefined : await placeOf(database, origin, before);
    if (before !== undefined && !place) {
      throw new AppError('not-found', 'That page of the log is gone.');
    }
    // One more than a page tells whether there is another.
    const most = limit + 1;
    const [disclosures, decisions, changes] = await Promise.all([
      logOf(database.disclosures, origin, place).limit(most).toArray(),
      logOf(database.decisions, origin, place).limit(most).toArray(),
      logOf(database.grantChanges, origin, place).limit(most).toArray(),
    ]);
    const rows = [
      ...disclosures.map((disclosure) => row(disclosure, { kind: 'read', atMs: disclosure.atMs, disclosure })),
      ...decisions.map((decision) => row(decision, { kind: 'asked', atMs: decision.atMs, decision })),
      ...changes.map((change) => row(change, { kind: 'changed', atMs: change.atMs, change })),
    ].sort((left, right) => right.entry.atMs - left.entry.atMs || (left.id < right.id ? 1 : -1));
    const page = rows.slice(0, limit);
    const next = rows.length > limit ? page.at(-1)?.id : undefined;
    return { entries: page.map(({ entry }) => entry), ...(next !== undefined && { next }) };
  });
}

function row({ id }: { readonly id: RecordId }, entry: LogEntry): { id: RecordId; entry: LogEntry } {
  return { id, entry };
}
