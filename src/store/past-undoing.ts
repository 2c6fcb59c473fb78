import { nextStamp } from '../domain/clock.ts';
import type { Database } from './database.ts';
import { JOURNAL_DAYS, JOURNAL_ENTRIES } from './journal.ts';

const DAY_MS = 86_400_000;

/**
 * Tells whether the entry of a change of some time has been dropped, had it been made here. One of a time that is not
 * past undoing, and of which there is no entry, came from elsewhere.
 */
export async function pastUndoing({ journal }: Database, nowMs: number): Promise<(atMs: number) => boolean> {
  const isFull = (await journal.count()) >= JOURNAL_ENTRIES;
  const [oldest] = isFull ? await journal.orderBy('stamp').limit(1).keys() : [];
  return (atMs) =>
    atMs < nowMs - JOURNAL_DAYS * DAY_MS || (typeof oldest === 'string' && nextStamp(undefined, atMs, '') < oldest);
}
