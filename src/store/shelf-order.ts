import type { Shelved, Spine, ThingSpine } from './spine.ts';
import type { UnratedSpine } from './unrated-spine.ts';

/** What the shelf of ratings can be sorted by, least first. */
export type ShelfOrder = 'time' | 'value' | 'name';

/** What the shelf of things without a mark can be sorted by. */
export type UnratedOrder = 'time' | 'name';

export type Compare<One> = (left: One, right: One) => number;

/** Names sort as people sort, the rest by code units. */
const names = new Intl.Collator(undefined, { numeric: true });

/** By time, those of an unknown one come first, as they came here. Equals go by their key, as an index has them. */
export const COMPARE: Readonly<Record<ShelfOrder, Compare<Spine>>> = {
  time: (left, right) =>
    Number(right.isUndated) - Number(left.isUndated) || byText(left.ratedAt, right.ratedAt) || byKey(left, right),
  value: (left, right) => left.value - right.value || byKey(left, right),
  name: byName,
};

/** By time, those of an unknown one come first. */
export const COMPARE_UNRATED: Readonly<Record<UnratedOrder, Compare<UnratedSpine>>> = {
  time: (left, right) => byText(left.at, right.at) || byKey(left, right),
  name: byName,
};

function byName(left: ThingSpine, right: ThingSpine): number {
  return names.compare(left.name, right.name) || byKey(left, right);
}

export function byKey(left: Shelved, right: Shelved): number {
  return byText(left.itemId, right.itemId);
}

function byText(left: string, right: string): number {
  return Number(left > right) - Number(left < right);
}
