import type { ItemId, RecordId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Rating, RatingVersion } from '../domain/rating.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface RatingHistory {
  readonly item: Item;
  readonly current?: Rating;
  /** Newest first. */
  readonly versions: readonly RatingVersion[];
  /** Items that were joined into this one, and can be taken apart again with `splitItems`. */
  readonly joined: readonly { readonly mergeId: RecordId; readonly name: string }[];
}

export async function ratingHistory(_context: AppContext, _input: { readonly itemId: ItemId }): Promise<RatingHistory> {
  throw new AppError('not-supported', 'ratingHistory is being written.');
}
