import type { LogEntry } from '../../../app/vendor-log.ts';
import type { RecordId } from '../../../domain/ids.ts';

/** The id of what an entry tells of. Ids hold their time, so they sort as the entries do. */
export function entryId(entry: LogEntry): RecordId {
  switch (entry.kind) {
    case 'read':
      return entry.disclosure.id;
    case 'asked':
      return entry.decision.id;
    case 'changed':
      return entry.change.id;
  }
}

/**
 * Joins pages of a log that grows at its head while older pages are fetched. The log is append-only, so an entry
 * once seen stays true.
 *
 * @returns each entry once, newest first.
 */
export function mergeLog(known: readonly LogEntry[], fresh: readonly LogEntry[]): LogEntry[] {
  const byId = new Map([...known, ...fresh].map((entry) => [entryId(entry), entry]));
  return [...byId.values()].sort(
    (left, right) => right.atMs - left.atMs || Number(entryId(left) < entryId(right)) * 2 - 1,
  );
}
