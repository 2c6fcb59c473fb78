import type { Spine } from './spine.ts';

/** What a shelf can be sorted by, least first. */
export type ShelfOrder = 'time' | 'value' | 'name';

export type Compare = (left: Spine, right: Spine) => number;

/** Names sort as people sort, the rest by code units. */
const names = new Intl.Collator(undefined, { numeric: true });

/** Equals go by their key, as an index has them. */
export const COMPARE: Readonly<Record<ShelfOrder, Compare>> = {
  time: (left, right) => byText(left.ratedAt, right.ratedAt) || byKey(left, right),
  value: (left, right) => left.value - right.value || byKey(left, right),
  name: (left, right) => names.compare(left.name, right.name) || byKey(left, right),
};

function byKey(left: Spine, right: Spine): number {
  return byText(left.itemId, right.itemId);
}

function byText(left: string, right: string): number {
  return Number(left > right) - Number(left < right);
}
