import type { Acceptance } from './acceptance.ts';
import type { Counter } from './counter.ts';
import type { Decline } from './decline.ts';
import type { FailureReason } from './failure-notice.ts';
import type { MessageId, Origin, PairwiseId, RequestId, ThreadId } from './ids.ts';
import type { LetDownReason } from './let-down.ts';
import type { Fall, Fulfilment, Order } from './order.ts';
import type { Quote } from './quote.ts';
import type { Question, Referral } from './reply.ts';
import type { Stage } from './request-for-proposals.ts';
import type { Outgoing } from './thread-message.ts';
import type { Reminder, Timer } from './timer.ts';
import type { KindCopy, WholeCopy } from './vendor-copy.ts';

/** How messages get to a vendor: to its `quotes` endpoint, or when the person is on its site and the page asks. */
export type Channel = 'endpoint' | 'visit';

export interface StandingQuote {
  readonly quote: Quote;
  readonly quotedAtMs: number;
}

export interface AcceptedQuote extends StandingQuote {
  readonly acceptance: Acceptance;
  readonly acceptedAtMs: number;
}

export type ThreadEnd =
  | { readonly as: 'declined'; readonly decline: Decline }
  | { readonly as: 'referred'; readonly referral: Referral }
  | { readonly as: 'let-down'; readonly reason?: LetDownReason }
  | { readonly as: 'withdrawn' | 'closed' | 'lapsed' }
  | { readonly as: 'failed'; readonly reason: FailureReason; readonly by: 'person' | 'vendor' }
  | ({ readonly as: 'kept'; readonly order?: Order; readonly fulfilment: Fulfilment } & AcceptedQuote)
  | ({ readonly as: 'fell-through'; readonly order: Order } & Fall & AcceptedQuote);

export type Phase =
  /** Cast; the vendor has not acknowledged it. */
  | { readonly kind: 'asked' }
  /** The vendor has it, and its answer is awaited. */
  | { readonly kind: 'acknowledged' }
  /** A quote stands. Its pending lines may still follow. */
  | ({ readonly kind: 'quoted' } & StandingQuote)
  /** A counter is with the vendor; the quote stands meanwhile. */
  | ({ readonly kind: 'countered'; readonly counter: Counter } & StandingQuote)
  /** The person took the quote; the vendor has not confirmed it. With `failed`, it missed its time. */
  | ({ readonly kind: 'accepted'; readonly failed?: FailureReason } & AcceptedQuote)
  | ({ readonly kind: 'ordered'; readonly order: Order } & AcceptedQuote)
  | { readonly kind: 'ended'; readonly end: ThreadEnd };

/** A message the vendor sent, and why it was not taken, if it was not: the same id gets the same answer. */
export interface Heard {
  readonly id: MessageId;
  readonly refusal?: ThreadRefusal;
}

/** Why something can't be done in a thread as it is. A closed list: a vendor, or the person, is told one of these. */
export const THREAD_REFUSALS = [
  'ended', // the thread is over
  'not-now', // not in this phase
  'wrong-copy', // answers a copy the vendor never got
  'unknown-line', // names a line the request has not
  'accepted', // the person took a quote: it stays as it was
  'superseded', // another quote stands, and this one does not replace it
  'unknown-quote', // names a quote that does not stand
  'quote-expired',
  'quote-inconsistent', // mixed currencies, repeated keys, nothing offered
  'choice-impossible', // offers, options or quantities that the quote does not have
  'price-fixed', // a fixed quote can't be countered
  'counter-open', // one counter at a time
  'question-open', // one question at a time
  'no-question',
  'not-answered', // the rest of a request goes only to those that answered
  'no-failure', // nothing failed that could be tried again or taken back
  'too-many', // beyond the limits of a thread
  'too-large',
] as const;
export type ThreadRefusal = (typeof THREAD_REFUSALS)[number];

/** A status address of a vendor, looked at again and again until there is an answer. */
export interface Poll {
  readonly statusUrl: string;
  /** How often it was looked at. */
  readonly count: number;
  readonly next: Timer;
  /** The time for answers is over, and this look is the last: nothing is given up before it, or its patience, is over. */
  readonly isLast?: true;
  /** The person was offline when it was to be looked at: it was not. */
  readonly wasOffline?: true;
}

/** What waits for the person. */
export type ThreadReminder = 'interest' | 'question' | 'quote-ends';

/** One vendor's part of a request. No vendor's thread depends on another's. */
export interface Thread {
  readonly id: ThreadId;
  readonly requestId: RequestId;
  readonly vendor: Origin;
  /** The person's name to this vendor, in this relation alone. */
  readonly person: PairwiseId;
  readonly channel: Channel;
  readonly phase: Phase;
  /** How much of the request the vendor may have. */
  readonly stage: Exclude<Stage, 'delivery'>;
  /** The newest copy it was given. */
  readonly copy: KindCopy | WholeCopy;
  /** How many messages were numbered so far. */
  readonly sent: number;
  /** Not acknowledged yet, oldest first. */
  readonly outbox: readonly Outgoing[];
  /** The vendor's messages that were looked at, oldest first; never more than the limit. */
  readonly heard: readonly Heard[];
  /** Open until the person answers it. */
  readonly question?: Question;
  /** When an answer is due. Absent while nothing is awaited of the vendor. */
  readonly answerDue?: Timer;
  /** Where to look for an answer that comes later, and when next. */
  readonly poll?: Poll;
  /** The vendor said more than that it has the request: the rest may be shown to it. */
  readonly hasAnswered: boolean;
  readonly reminders: readonly Reminder<ThreadReminder>[];
  /** How many messages came that could not be read, or were wrong in themselves. */
  readonly garbled: number;
}
