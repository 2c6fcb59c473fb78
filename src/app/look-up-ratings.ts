import type { Identifier } from '../domain/identifier.ts';
import type { Item } from '../domain/item.ts';
import type { Rating } from '../domain/rating.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface KnownItem {
  readonly item: Item;
  readonly rating?: Rating;
  /** How many earlier judgements there are. */
  readonly versions: number;
}

export async function lookUpRatings(
  _context: AppContext,
  _input: { readonly things: readonly (readonly Identifier[])[] },
): Promise<(KnownItem | undefined)[]> {
  throw new AppError('not-supported', 'lookUpRatings is being written.');
}
