import type { Page } from '../../protocol/customer.ts';
import { malformed } from './failures.ts';

const MOST = 500;

/**
 * One page of `all`. A cursor is bound to the query it came from, as with the real one, so that code which changes the
 * query between two pages is found out.
 *
 * @throws {DOMException} `DataError` if the cursor is not one of this query's
 */
export function paged<T>(all: readonly T[], query: { readonly limit?: number; readonly cursor?: string }): Page<T> {
  const { limit = MOST, cursor, ...rest } = query;
  const name = JSON.stringify(rest, Object.keys(rest).sort());
  const start = cursor === undefined ? 0 : startOf(cursor, name);
  const end = start + limit;
  return {
    '@context': 'https://schema.org',
    items: structuredClone(all.slice(start, end)),
    ...(end < all.length && { next: `${end}|${name}` }),
  };
}

function startOf(cursor: string, name: string): number {
  const [start = '', ...rest] = cursor.split('|');
  if (!/^\d+$/u.test(start) || rest.join('|') !== name) {
    throw malformed('cursor: the next of the page before, with the same query');
  }
  return Number(start);
}
