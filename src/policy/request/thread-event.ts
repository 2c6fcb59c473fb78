import type { Acceptance } from '../../domain/acceptance.ts';
import type { Counter } from '../../domain/counter.ts';
import type { FailureNotice, FailureReason } from '../../domain/failure-notice.ts';
import type { LetDownReason } from '../../domain/let-down.ts';
import type { Fall, Fulfilment } from '../../domain/order.ts';
import type { DeliveryDetails } from '../../domain/request-for-proposals.ts';
import type { Outgoing, PersonMessage, VendorMessage } from '../../domain/thread-message.ts';
import type { Thread, ThreadRefusal, ThreadReminder } from '../../domain/thread.ts';
import type { Offline } from './offline-by.ts';
import type { OpenPart } from './open-part.ts';

/** What the person does in one thread. */
export type PersonEvent =
  | { readonly kind: 'show-rest' }
  /** The request has a next version: the open part beside the event is of it. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'answer'; readonly words: string }
  | { readonly kind: 'counter'; readonly counter: Counter }
  | { readonly kind: 'accept'; readonly acceptance: Acceptance; readonly delivery: DeliveryDetails }
  /** Sends an acceptance that failed once more. */
  | { readonly kind: 'try-again'; readonly delivery: DeliveryDetails }
  /** Takes back an acceptance that failed. */
  | { readonly kind: 'take-back' }
  | { readonly kind: 'let-down'; readonly reason?: LetDownReason }
  | { readonly kind: 'end'; readonly as: 'withdrawn' | 'closed' }
  | { readonly kind: 'keep'; readonly fulfilment: Fulfilment }
  /** What was ordered came to nothing. Nothing is sent: on the wire there is no word for it. */
  | ({ readonly kind: 'fall-through' } & Fall)
  /** Takes that back: the order stands as it was. */
  | { readonly kind: 'stand-again' };

/** What can't be read of a vendor's: said by whoever tried to read it. */
export type GarbledReason = Extract<FailureReason, 'malformed' | 'too-large' | 'bad-signature'>;

/** What can't get better by trying again. */
export type DeadReason = Extract<FailureReason, 'endpoint-gone' | 'endpoint-refuses' | 'endpoint-elsewhere'>;

export type ThreadEvent =
  | PersonEvent
  | { readonly kind: 'heard'; readonly message: VendorMessage }
  | { readonly kind: 'garbled'; readonly reason: GarbledReason }
  /** The vendor took a message in: a 2xx, or its page asked for it. With a 202 it says where the answer will be. */
  | { readonly kind: 'delivered'; readonly number: number; readonly statusUrl?: string }
  /**
   * It did not. Without `dead`, it is tried again; `waitMs` is how long the vendor asked to be left alone, `met` what is told should
   * no try fare better. With `offline` it was the person who could reach nobody: no try at all.
   */
  | {
      readonly kind: 'undelivered';
      readonly number: number;
      readonly dead?: DeadReason;
      readonly met?: Outgoing['met'];
      readonly waitMs?: number;
      readonly offline?: Offline;
    }
  /**
   * There is no answer at the status address: not yet, the address is gone, or nobody could look. An answer there is `heard`, unless
   * nobody can tell whose it is.
   */
  | { readonly kind: 'polled'; readonly found: 'nothing' | 'gone' | 'offline' | 'keys-unreadable' }
  | { readonly kind: 'tick' };

/** What has to be done because of it. When to tick next is not among them: it stands in the thread ({@link nextDueAtMs}). */
export type ThreadEffect =
  | { readonly kind: 'send'; readonly number: number; readonly message: PersonMessage }
  | { readonly kind: 'poll'; readonly statusUrl: string }
  /** Goes into the story: each message of a vendor that was looked at once, taken or not. */
  | { readonly kind: 'keep'; readonly message: VendorMessage; readonly refusal?: ThreadRefusal }
  /** The person's side of a failure notice. The vendor's is sent. */
  | { readonly kind: 'failed'; readonly notice: FailureNotice }
  | { readonly kind: 'remind'; readonly of: ThreadReminder };

export interface ThreadStep {
  readonly thread: Thread;
  readonly effects: readonly ThreadEffect[];
  /** Why the event was not taken: told to whoever it came from. */
  readonly refusal?: ThreadRefusal;
  /** The message came before; it was answered then, and gets the same answer. */
  readonly isAgain?: true;
}

/** All that a step may depend on beside the thread and the event. */
export interface ThreadContext {
  readonly open: OpenPart;
  readonly nowMs: number;
}
