import type { Acceptance } from './acceptance.ts';
import type { Counter } from './counter.ts';
import type { FailureNotice, FailureReason } from './failure-notice.ts';
import type { MessageId } from './ids.ts';
import type { LetDownReason } from './let-down.ts';
import type { Order } from './order.ts';
import type { Reply } from './reply.ts';
import type { Timer } from './timer.ts';
import type { DeliveryCopy, KindCopy, WholeCopy } from './vendor-copy.ts';

/** What a vendor confirms after an acceptance. */
export interface Confirmation {
  readonly kind: 'confirmation';
  readonly id: MessageId;
  readonly quote: MessageId;
  readonly order: Order;
}

/** A vendor's own notification of failure: it can't go on. */
export interface VendorFailure {
  readonly kind: 'failure';
  readonly id: MessageId;
  readonly reason: FailureReason;
  readonly words?: string;
}

/** All that a vendor can say in a thread. */
export type VendorMessage = Reply | Confirmation | VendorFailure;

/** All that is said to a vendor in a thread. */
export type PersonMessage =
  /** The first copy, the rest of it, or a changed one: the copy's number tells. */
  | { readonly kind: 'request'; readonly copy: KindCopy | WholeCopy }
  | { readonly kind: 'answer'; readonly question: MessageId; readonly words: string }
  | { readonly kind: 'counter'; readonly counter: Counter }
  | { readonly kind: 'acceptance'; readonly acceptance: Acceptance; readonly copy: DeliveryCopy }
  | { readonly kind: 'let-down'; readonly reason?: LetDownReason }
  | { readonly kind: 'ended'; readonly as: 'withdrawn' | 'closed' }
  | { readonly kind: 'failure'; readonly notice: FailureNotice };

/**
 * A message on its way. Thread and number together are its idempotency key: sent again, it is the same message.
 */
export interface Outgoing {
  /** From 1 within the thread. */
  readonly number: number;
  readonly message: PersonMessage;
  /** How often it was handed to the transport. */
  readonly attempts: number;
  /** When it is tried again, or given up. Absent while it waits for a visit. */
  readonly retry?: Timer;
  /** Since when it can't leave because the person is offline, in milliseconds since the Unix epoch: such tries are not counted. */
  readonly offlineSinceMs?: number;
  /** What the last try met, where that may get better: why it failed, should no retry fare better. */
  readonly met?: 'endpoint-gone' | 'keys-unreadable';
}
