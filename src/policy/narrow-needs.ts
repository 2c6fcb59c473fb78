import type { ItemKind } from '../domain/item.ts';
import type { GivenNeed } from '../domain/grant.ts';
import { LAST, momentBound } from './moment-bound.ts';

/** What one call asks for of all that it may have. */
export interface ReadQuery {
  readonly kinds?: readonly ItemKind[] | undefined;
  readonly keys?: readonly string[] | undefined;
  /** ISO 8601 */
  readonly since?: string | undefined;
}

/** The needs as far as a query reaches into them. A query never widens one. */
export function narrowNeeds(needs: readonly GivenNeed[], { kinds, keys, since }: ReadQuery): GivenNeed[] {
  return needs.map((need) => {
    const from = later(need.filter?.since, since);
    return {
      ...need,
      ...(kinds && { kinds: common(need.kinds, kinds) }),
      ...(keys && { keys: common(need.keys, keys) }),
      ...(from !== undefined && { filter: { ...need.filter, since: from } }),
    };
  });
}

/** A range that holds every rating the needs can cover, as bounds among moments: for an index to start from. */
export function rangeOfNeeds(needs: readonly GivenNeed[]): {
  readonly kinds?: readonly ItemKind[];
  readonly since: string;
  readonly until: string;
} {
  const bounds = needs.map(({ filter }) => ({
    since: filter?.since === undefined ? '' : momentBound(filter.since),
    until: filter?.until === undefined ? LAST : momentBound(filter.until),
  }));
  const readable = bounds.filter(({ since, until }) => since !== undefined && until !== undefined);
  const isAll = needs.some(({ kinds }) => kinds === undefined);
  return {
    ...(!isAll && { kinds: [...new Set(needs.flatMap(({ kinds = [] }) => kinds))] }),
    since: readable.map(({ since }) => since ?? LAST).sort()[0] ?? LAST,
    until:
      readable
        .map(({ until }) => until ?? '')
        .sort()
        .at(-1) ?? '',
  };
}

function common<Value>(own: readonly Value[] | undefined, asked: readonly Value[]): Value[] {
  return asked.filter((one) => own === undefined || own.includes(one));
}

/** The later of two dates; one that can't be read stays, and covers nothing. */
function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) {
    return one ?? other;
  }
  const [left, right] = [momentBound(one), momentBound(other)];
  if (left === undefined || right === undefined) {
    return left === undefined ? one : other;
  }
  return left > right ? one : other;
}
