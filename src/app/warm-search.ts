import { ratedShelf } from '../store/shelves.ts';
import { ORDERS, type RatingsChoice } from './browse.ts';
import type { AppContext } from './context.ts';

/** Takes into memory what a search goes through, so that the first letter finds it there. */
export function warmSearch({ database }: AppContext, { sort }: Pick<RatingsChoice, 'sort'>): Promise<void> {
  return ratedShelf.prepare(database, ORDERS[sort].order);
}
