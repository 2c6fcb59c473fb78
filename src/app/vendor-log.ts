import type { Disclosure } from '../domain/disclosure.ts';
import type { Decision, GrantChange } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import { AppError } from '../domain/errors.ts';
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

export async function vendorLog(_context: AppContext, _input: LogQuery): Promise<LogPage> {
  throw new AppError('not-supported', 'vendorLog is being written.');
}
