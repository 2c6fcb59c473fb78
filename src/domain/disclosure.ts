import type { GrantId, Origin, RecordId } from './ids.ts';

/** One thing a vendor read, as it was when it was read. */
export interface DisclosedRecord {
  readonly id: RecordId;
  readonly name: string;
  /** What was said of it: a mark as given ('4.5 / 5'), a preference's value. Absent for `rank`. */
  readonly said?: string;
}

/** One cause for a place in an order. */
export interface RankCause {
  readonly kind:
    | 'rated'
    | 'creator'
    | 'series'
    | 'genre'
    | 'era'
    | 'brand'
    | 'preferred'
    | 'unmet' // a `must` that this does not meet, or that nobody can check
    | 'avoided'
    | 'never'
    | 'average';
  /**
   * Who or what: the maker's, series', genre's or brand's name, the years (`1995–1999`), the preference's value.
   * Absent for `rated` and `average`.
   */
  readonly of?: string;
  /** On the common scale, 1 to 100, where the cause has a value. */
  readonly value?: number;
  /** How many of the person's ratings it rests on. */
  readonly count?: number;
}

/** Why `rank` put something where it did. Seen by the person, never by the vendor. */
export interface RankReason {
  /** Position in the list the vendor sent. */
  readonly index: number;
  readonly name: string;
  /** Strongest first; empty when nothing was known. */
  readonly causes: readonly RankCause[];
}

/**
 * One read under a grant: which records, which fields, when. Append-only, written before the answer leaves.
 * The id is the call's own, so that a call repeated after the background died is one read.
 */
export interface Disclosure {
  readonly id: RecordId;
  readonly grantId: GrantId;
  readonly origin: Origin;
  readonly call: 'ratings' | 'preferences' | 'rank';
  readonly atMs: number;
  readonly fields: readonly string[];
  readonly records: readonly DisclosedRecord[];
  readonly ranked?: readonly RankReason[];
  /** The read just before this one came again, so often, and the last time then. The one thing that grows. */
  readonly again?: { readonly times: number; readonly untilMs: number };
}
