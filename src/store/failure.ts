import { AppError } from '../domain/errors.ts';

/** What browsers and Dexie call a database that is gone, closed, blocked, broken or not ours to open. */
const UNAVAILABLE = new Set([
  'AbortError',
  'BlockedError',
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NoSuchDatabaseError',
  'NotFoundError',
  'NotReadableError',
  'OpenFailedError',
  'SecurityError',
  'TimeoutError',
  'UnknownError',
  'UpgradeError',
  'VersionError',
]);

/** Deeper than Dexie ever wraps one failure in another. */
const MAX_DEPTH = 5;

/**
 * Turns a failure of the browser's database into one a caller can act on. Anything else comes back as it is.
 *
 * A full disk shows as itself, or as the inner failure of the transaction it aborted, or as one of many in a bulk write.
 */
export function translateFailure(thrown: unknown): unknown {
  const chain = causesOf(thrown);
  const known = chain.find((one) => one instanceof AppError);
  if (known) {
    return known;
  }
  const names = chain.map(nameOf);
  if (names.includes('QuotaExceededError')) {
    return new AppError('storage-full', 'The browser has no room left. Nothing was written.', { cause: thrown });
  }
  // By the outermost name: what a broken rule of ours aborts is named after the rule.
  return UNAVAILABLE.has(names[0] ?? '')
    ? new AppError('storage-unavailable', "Sayso's database can't be used now.", { cause: thrown })
    : thrown;
}

function causesOf(thrown: unknown, depth = 0): unknown[] {
  if (typeof thrown !== 'object' || thrown === null || depth > MAX_DEPTH) {
    return [];
  }
  const { inner, cause, failures } = thrown as { inner?: unknown; cause?: unknown; failures?: unknown };
  const first: unknown = Array.isArray(failures) ? failures[0] : undefined;
  return [thrown, ...[inner, cause, first].flatMap((next) => causesOf(next, depth + 1))];
}

function nameOf(thrown: unknown): string {
  const { name } = thrown as { name?: unknown };
  return typeof name === 'string' ? name : '';
}
