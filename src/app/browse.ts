import type { ItemId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import { type HalfStars, halfStarsOf } from '../domain/scale.ts';
import type { Shelf } from '../store/shelf.ts';
import type { ShelfOrder } from '../store/shelf-order.ts';
import { folded, type Spine } from '../store/spine.ts';

/** Both ends belong to it; an absent one is open. */
export interface Span<Value extends number> {
  readonly from?: Value;
  readonly to?: Value;
}

/** Which ratings a list holds, and in what order. */
export interface RatingsChoice {
  /** Words that must all be found in name, makers, series, brand, tags or note; letter case and accents don't count. */
  readonly search?: string;
  /** Absent means all, an empty list none. */
  readonly kinds?: readonly ItemKind[];
  readonly tag?: string;
  readonly source?: string;
  /** As our stars show the marks. */
  readonly stars?: Span<HalfStars>;
  /** When the thing came out. One whose year is not known is in no span. */
  readonly years?: Span<number>;
  readonly sort: 'newest' | 'oldest' | 'highest' | 'lowest' | 'name';
}

/** What a list is sorted by, and whether the last comes first. Equals turn round with it, as in an index. */
export const ORDERS: Readonly<
  Record<RatingsChoice['sort'], { readonly order: ShelfOrder; readonly isReverse: boolean }>
> = {
  newest: { order: 'time', isReverse: true },
  oldest: { order: 'time', isReverse: false },
  highest: { order: 'value', isReverse: true },
  lowest: { order: 'value', isReverse: false },
  name: { order: 'name', isReverse: false },
};

/** The items whose ratings fit, in order. One pass: the shelf is sorted already. */
export function browse(shelf: Shelf, choice: RatingsChoice): ItemId[] {
  const { order, isReverse } = ORDERS[choice.sort];
  const ids = found(shelf, order, choice.search)
    .filter(testOf(choice))
    .map(({ itemId }) => itemId);
  return isReverse ? ids.reverse() : ids;
}

/** Those whose text has every word of a search, in order. */
function found(shelf: Shelf, order: ShelfOrder, search = ''): readonly Spine[] {
  const words = folded(search)
    .split(' ')
    .filter((word) => word !== '');
  const spines = shelf.inOrder(order);
  return words.length === 0 ? spines : shelf.find(order, words).map((index) => spines[index] as Spine);
}

function testOf({ kinds, tag, source, stars, years }: RatingsChoice): (spine: Spine) => boolean {
  const tests = [
    kinds && ((spine: Spine) => kinds.includes(spine.kind)),
    tag !== undefined && ((spine: Spine) => spine.tags.includes(tag)),
    source !== undefined && ((spine: Spine) => spine.source === source),
    stars && ((spine: Spine) => isWithin(halfStarsOf(spine.value), stars)),
    years && ((spine: Spine) => spine.year !== undefined && isWithin(spine.year, years)),
  ].filter((test) => typeof test === 'function');
  return (spine) => tests.every((test) => test(spine));
}

function isWithin(
  value: number,
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Span<number>,
): boolean {
  return value >= from && value <= to;
}
