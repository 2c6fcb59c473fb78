import type { Item, ItemKind } from '../domain/item.ts';
import type { Rating } from '../domain/rating.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface RatingRow {
  readonly item: Item;
  readonly rating: Rating;
}

export interface RatingsQuery {
  readonly search?: string;
  readonly kinds?: readonly ItemKind[];
  readonly tag?: string;
  readonly source?: string;
  readonly sort: 'newest' | 'oldest' | 'highest' | 'lowest' | 'name';
  readonly offset: number;
  readonly limit: number;
}

export interface RatingsList {
  readonly rows: RatingRow[];
  /** How many match, on all pages. */
  readonly total: number;
  /** What there is to filter by, over all ratings, most first. */
  readonly kinds: readonly { readonly kind: ItemKind; readonly count: number }[];
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  readonly sources: readonly { readonly source: string; readonly count: number }[];
}

export async function listRatings(_context: AppContext, _input: RatingsQuery): Promise<RatingsList> {
  throw new AppError('not-supported', 'listRatings is being written.');
}
