import type { RatingField } from '../domain/ask.ts';
import type { Identifier } from '../domain/identifier.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import type { Item, ItemKind } from '../domain/item.ts';
import type { Rating } from '../domain/rating.ts';
import { AppError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';

export interface RatingsRead {
  readonly origin: Origin;
  readonly callId: RecordId;
  readonly query: {
    readonly kinds?: readonly ItemKind[] | undefined;
    /** At most 500. One that could not be read names nothing. */
    readonly identifiers?: readonly (Identifier | undefined)[] | undefined;
    /** ISO 8601. */
    readonly since?: string | undefined;
    /** 1 to 500; 500 when absent. */
    readonly limit?: number | undefined;
    readonly cursor?: string | undefined;
  };
}

export interface GivenRating {
  readonly item: Item;
  /** Text, tags and aspects only if `fields` names them. `ratedAt` goes out only if `fields` has `dateCreated`. */
  readonly rating: Rating;
  readonly fields: readonly RatingField[];
}

export interface RatingsPage {
  readonly rows: readonly GivenRating[];
  readonly next?: string;
}

export async function readRatings(_context: AppContext, _input: RatingsRead): Promise<RatingsPage> {
  throw new AppError('not-supported', 'readRatings is being written.');
}
