import type { RequestForProposals } from './request-for-proposals.ts';
import type { ThreadId } from './ids.ts';
import type { Reminder } from './timer.ts';

export type RequestPhase =
  /** Written, and cast to nobody. */
  | { readonly kind: 'draft' }
  | { readonly kind: 'open' }
  /** One vendor's quote is accepted. Should that, or the order, fall through, the request is open again. */
  | { readonly kind: 'accepted'; readonly thread: ThreadId }
  | { readonly kind: 'ended'; readonly as: 'kept' | 'withdrawn' | 'closed' | 'lapsed' };

/** Why something can't be done with a request as it is: a closed list. */
export const REQUEST_REFUSALS = [
  'ended',
  'not-now', // not in this phase
  'already-accepted', // one quote of one vendor, once
  'already-asked', // a vendor has one open thread in a request
  'incomplete', // no line, or nothing that says what is wanted
  'not-later', // an extension goes forward
  'answer-over', // the time for answers is over
  'rule-over', // the rule's deadline is
  'too-many',
  'no-thread', // nothing of that name here
] as const;
export type RequestRefusal = (typeof REQUEST_REFUSALS)[number];

/** A request and where it stands. */
export interface CastRequest {
  readonly request: RequestForProposals;
  readonly phase: RequestPhase;
  readonly reminders: readonly Reminder<'lapse' | 'rule'>[];
}
