import { Dexie, type Collection, type Table } from 'dexie';
import type { Disclosure } from '../domain/disclosure.ts';
import type { Decision, GrantChange, Outcome } from '../domain/grant.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import type { Database } from './database.ts';

type LogRow = Disclosure | Decision | GrantChange;

/** Where a page of a log stopped. Rows of one moment go by their ids. */
export interface LogPlace {
  readonly atMs: number;
  readonly id: RecordId;
}

/**
 * One origin's rows of a log, newest first; inside a transaction.
 *
 * @param before - only what is older
 */
export function logOf<Row extends LogRow>(
  table: Table<Row, RecordId>,
  origin: Origin,
  before?: LogPlace,
): Collection<Row, RecordId> {
  const rows = table
    .where('[origin+atMs]')
    .between([origin, Dexie.minKey], [origin, before?.atMs ?? Dexie.maxKey], true, true)
    .reverse();
  return before ? rows.filter(({ atMs, id }) => atMs < before.atMs || id < before.id) : rows;
}

/** Where a row of any of the logs stands, if it is this origin's. */
export async function placeOf(database: Database, origin: Origin, id: RecordId): Promise<LogPlace | undefined> {
  const rows = await Promise.all([
    database.disclosures.get(id),
    database.decisions.get(id),
    database.grantChanges.get(id),
  ]);
  const row = rows.find((one) => one?.origin === origin);
  return row && { atMs: row.atMs, id: row.id };
}

/** One origin's decisions of one outcome, newest first; inside a transaction. */
export function decisionsOf(
  database: Database,
  origin: Origin,
  outcome: Outcome,
  sinceMs?: number,
): Collection<Decision, RecordId> {
  return database.decisions
    .where('[origin+outcome+atMs]')
    .between([origin, outcome, sinceMs ?? Dexie.minKey], [origin, outcome, Dexie.maxKey])
    .reverse();
}

/** How many asks of an origin got nothing; inside a transaction. */
export async function countRefusals(database: Database, origin: Origin): Promise<number> {
  const counts = await Promise.all(
    (['refused', 'ignored', 'silenced'] as const).map((outcome) => decisionsOf(database, origin, outcome).count()),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** When an origin's calls of one sort were answered, from the index alone; inside a transaction. */
export async function callsSince(
  database: Database,
  origin: Origin,
  call: Disclosure['call'],
  sinceMs: number,
): Promise<number[]> {
  const keys = await database.disclosures
    .where('[origin+call+atMs]')
    .between([origin, call, sinceMs], [origin, call, Dexie.maxKey])
    .keys();
  return keys.map((key) => (key as unknown as [string, string, number])[2]);
}
