import type { ItemId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import { type HalfStars, halfStarsOf } from '../domain/scale.ts';
import type { Shelf } from '../store/shelf.ts';
import type { ShelfOrder } from '../store/shelf-order.ts';
import { folded, type Spine, type ThingSpine } from '../store/spine.ts';
import { type SaidSources, sourcesOfRating } from './said-sources.ts';

/** Both ends belong to it; an absent one is open. */
export interface Span<Value extends number> {
  readonly from?: Value;
  readonly to?: Value;
}

/** Which things any list of them holds. */
export interface ThingsChoice {
  /** Words that must all be found in name, year, makers, series, brand, tags or note; letter case and accents don't count. */
  readonly search?: string;
  /** Absent means all, an empty list none. */
  readonly kinds?: readonly ItemKind[];
  readonly tag?: string;
  /** One that says something of the thing, or that its mark is from. */
  readonly source?: string;
  /** When the thing came out. One whose year is not known is in no span. */
  readonly years?: Span<number>;
}

/** Which ratings a list holds, and in what order. */
export interface RatingsChoice extends ThingsChoice {
  /** As our stars show the marks. */
  readonly stars?: Span<HalfStars>;
  /** By time, those whose date nobody knows come last, whichever way. */
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

/**
 * The items whose ratings fit, in order. One pass: the shelf is sorted already.
 *
 * @param said - needed where a source is chosen
 */
export function browse(
  shelf: Shelf<Spine, ShelfOrder>,
  choice: RatingsChoice,
  said: SaidSources = new Map(),
): ItemId[] {
  const { order, isReverse } = ORDERS[choice.sort];
  const { source, stars } = choice;
  const spines = found(shelf, order, choice, [
    source !== undefined && ((spine) => sourcesOfRating(spine, said).includes(source)),
    stars && ((spine) => isWithin(halfStarsOf(spine.value), stars)),
  ]);
  const sorted = isReverse ? spines.reverse() : choice.sort === 'oldest' ? datedFirst(spines, isDated) : spines;
  return sorted.map(({ itemId }) => itemId);
}

function isDated({ isUndated }: Spine): boolean {
  return !isUndated;
}

/** By time a shelf begins with what has none: here that comes last, whichever way the rest goes. */
export function datedFirst<One>(spines: readonly One[], isOneDated: (spine: One) => boolean): readonly One[] {
  const firstDated = spines.findIndex(isOneDated);
  return firstDated > 0 ? [...spines.slice(firstDated), ...spines.slice(0, firstDated)] : spines;
}

type Test<One> = (spine: One) => boolean;

/**
 * Those that fit, in the shelf's order.
 *
 * @param tests - what is asked of this sort of list alone; what is no function asks nothing
 */
export function found<One extends ThingSpine, Order extends string>(
  shelf: Shelf<One, Order>,
  order: Order,
  { search = '', kinds, tag, years }: ThingsChoice,
  tests: readonly (Test<One> | false | undefined)[],
): One[] {
  const all = [
    kinds && ((spine: One) => kinds.includes(spine.kind)),
    tag !== undefined && ((spine: One) => spine.tags.includes(tag)),
    years && ((spine: One) => spine.year !== undefined && isWithin(spine.year, years)),
    ...tests,
  ].filter((test) => typeof test === 'function');
  return searched(shelf, order, search).filter((spine) => all.every((test) => test(spine)));
}

/** Four digits may be a year. Fewer are none: 'rocky 2' is not any Rocky since 2000. */
const YEAR = /^\d{4}$/u;

/** Those whose text has every word of a search, or which came out in the year that it names; in order. */
function searched<One extends ThingSpine, Order extends string>(
  shelf: Shelf<One, Order>,
  order: Order,
  search: string,
): readonly One[] {
  const words = folded(search)
    .split(' ')
    .filter((word) => word !== '');
  const spines = shelf.inOrder(order);
  const years = words.filter((word) => YEAR.test(word));
  const others = words.filter((word) => !YEAR.test(word));
  const found = others.length === 0 ? spines : shelf.find(order, others).map((index) => spines[index] as One);
  return years.length === 0
    ? found
    : found.filter(({ year, text }) => years.every((word) => String(year) === word || text.includes(word)));
}

function isWithin(
  value: number,
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Span<number>,
): boolean {
  return value >= from && value <= to;
}
