import type { Identifier } from '../domain/identifier.ts';
import type { Origin, RecordId } from '../domain/ids.ts';
import type { ItemKind } from '../domain/item.ts';
import type { GivenRating } from './given-rating.ts';

export interface RatingsRead {
  readonly origin: Origin;
  readonly callId: RecordId;
  readonly query: RatingsFor;
}

export interface RatingsFor {
  /** Absent means every kind, an empty list none. */
  readonly kinds?: readonly ItemKind[] | undefined;
  /** At most 500. One that could not be read names nothing. */
  readonly identifiers?: readonly (Identifier | undefined)[] | undefined;
  /** ISO 8601. */
  readonly since?: string | undefined;
  /** 1 to 500; 500 when absent. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface RatingsPage {
  readonly rows: readonly GivenRating[];
  readonly next?: string;
}
