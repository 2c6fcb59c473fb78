import type { ItemKind } from '../domain/item.ts';
import { folded, type Spine } from '../store/shelf.ts';

export interface RatingsQuery {
  /** Words that must all be found in name, makers, series, brand, tags or note; letter case and accents don't count. */
  readonly search?: string;
  /** Absent means all, an empty list none. */
  readonly kinds?: readonly ItemKind[];
  readonly tag?: string;
  readonly source?: string;
  readonly sort: 'newest' | 'oldest' | 'highest' | 'lowest' | 'name';
  readonly offset: number;
  readonly limit: number;
}

type Compare = (left: Spine, right: Spine) => number;

/** Texts sort by their code units where only time counts, and as people sort where names do. */
const names = new Intl.Collator(undefined, { numeric: true });

const ORDERS: Readonly<Record<RatingsQuery['sort'], Compare>> = {
  newest: (left, right) => byText(right.ratedAt, left.ratedAt),
  oldest: (left, right) => byText(left.ratedAt, right.ratedAt),
  highest: (left, right) => right.value - left.value,
  lowest: (left, right) => left.value - right.value,
  name: (left, right) => names.compare(left.name, right.name),
};

/** The spines that match, sorted. Equals go by their key, forwards or backwards with the order, as an index has them. */
export function browse(shelf: readonly Spine[], query: RatingsQuery): Spine[] {
  const words = folded(query.search ?? '').split(' ');
  const kinds = query.kinds && new Set(query.kinds);
  const order = ORDERS[query.sort];
  const direction = query.sort === 'newest' || query.sort === 'highest' ? -1 : 1;
  return shelf
    .filter(
      ({ kind, tags, source, text }) =>
        (!kinds || kinds.has(kind)) &&
        (query.tag === undefined || tags.includes(query.tag)) &&
        (query.source === undefined || source === query.source) &&
        words.every((word) => text.includes(word)),
    )
    .sort((left, right) => order(left, right) || direction * byText(left.itemId, right.itemId));
}

function byText(left: string, right: string): number {
  return Number(left > right) - Number(left < right);
}
