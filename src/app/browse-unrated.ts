import type { ItemId } from '../domain/ids.ts';
import type { TraceKind } from '../domain/trace.ts';
import type { Shelf } from '../store/shelf.ts';
import type { UnratedOrder } from '../store/shelf-order.ts';
import type { UnratedSpine } from '../store/unrated-spine.ts';
import { datedFirst, found, type ThingsChoice } from './browse.ts';

/** Which things without a mark a list holds, and in what order. */
export interface UnratedChoice extends ThingsChoice {
  readonly trace?: TraceKind;
  /** Things whose date nobody knows come last, whichever way. */
  readonly sort: 'newest' | 'oldest' | 'name';
}

/** What a list is sorted by. */
export const UNRATED_ORDERS: Readonly<Record<UnratedChoice['sort'], UnratedOrder>> = {
  newest: 'time',
  oldest: 'time',
  name: 'name',
};

/** The things without a mark that fit, in order. One pass: the shelf is sorted already. */
export function browseUnrated(shelf: Shelf<UnratedSpine, UnratedOrder>, choice: UnratedChoice): ItemId[] {
  const { source, trace, sort } = choice;
  const spines = found(shelf, UNRATED_ORDERS[sort], choice, [
    source !== undefined && ((spine) => spine.sources.includes(source)),
    trace !== undefined && ((spine) => spine.traces.includes(trace)),
  ]);
  const isDated = ({ at }: UnratedSpine): boolean => at !== '';
  const sorted = sort === 'newest' ? spines.reverse() : sort === 'oldest' ? datedFirst(spines, isDated) : spines;
  return sorted.map(({ itemId }) => itemId);
}
