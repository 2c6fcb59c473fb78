import type { Stamp } from './clock.ts';
import type { Ask, Need } from './ask.ts';
import type { GrantId, Origin, PairwiseId, RecordId } from './ids.ts';

/** How long a grant or a refusal lasts, as the prompt offers it. */
export const DURATIONS = ['once', 'hour', 'session', 'month', 'until-stopped'] as const;
export type Duration = (typeof DURATIONS)[number];

/** What the person gave, by its position in what was asked, so that nothing can be given that was not. */
export interface GivenNeed extends Need {
  /** Records of this need that the person kept back (rating: item id; preference: its id). */
  readonly without?: readonly RecordId[];
}

/**
 * What the person gave in answer to an ask: often less, always with an end.
 * Append-only: whatever happens to it later is a {@link GrantChange}.
 */
export interface Grant {
  readonly id: GrantId;
  readonly origin: Origin;
  /** The person's name to this vendor under this grant; gone with it. */
  readonly person: PairwiseId;
  /** The ask as it was shown. */
  readonly ask: Ask;
  readonly scope: readonly GivenNeed[];
  readonly fromMs: number;
  /** When it ends whatever else happens; `undefined` is 'until I stop it'. */
  readonly untilMs?: number;
  readonly duration: Duration;
  /** The browser session it is bound to, for `session`. */
  readonly session?: string;
  readonly createdAt: Stamp;
}

export type GrantChangeKind =
  | 'revoked' // by the person
  | 'withdrawn' // by the vendor
  | 'shortened' // the person set an earlier end
  | 'used' // a 'just this once' read of one collection
  | 'replaced'; // a newer grant of the same vendor answers the same ask

export interface GrantChange {
  readonly id: RecordId;
  readonly grantId: GrantId;
  readonly origin: Origin;
  readonly kind: GrantChangeKind;
  readonly atMs: number;
  /** With `shortened`: the new end, never later than the one before. */
  readonly untilMs?: number;
  /** With `used`: which call's turn is spent. */
  readonly call?: 'ratings' | 'preferences' | 'rank';
  readonly createdAt: Stamp;
}

export type GrantStatus = 'active' | 'ended' | 'revoked' | 'withdrawn' | 'replaced' | 'used';

/** A grant with its changes folded in: what holds at one moment. */
export interface HeldGrant extends Grant {
  readonly status: GrantStatus;
  /** For `once`: the calls whose turn is spent. */
  readonly usedCalls: readonly string[];
}

export type Outcome =
  | 'allowed'
  | 'refused'
  | 'ignored' // the window or the tab was closed, or the browser was
  | 'silenced'; // Sayso refused by itself: remembered refusal, block, or over the prompt limit

/** One answer to one ask. Append-only. */
export interface Decision {
  readonly id: RecordId;
  readonly origin: Origin;
  readonly ask: Ask;
  readonly outcome: Outcome;
  readonly atMs: number;
  /** When the page may learn of it: refusals of every sort keep the same spread of time. */
  readonly tellAtMs: number;
  /** A refusal to be repeated without a prompt until then; `Infinity` is never stored: absent with `forever`. */
  readonly silentUntilMs?: number;
  readonly silentSession?: string;
  readonly silentForever?: boolean;
  readonly grantId?: GrantId;
  readonly createdAt: Stamp;
}
