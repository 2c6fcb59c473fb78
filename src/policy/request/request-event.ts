import type { Acceptance } from '../../domain/acceptance.ts';
import type { CastRequest, RequestRefusal } from '../../domain/cast-request.ts';
import type { ThreadId } from '../../domain/ids.ts';
import type { LetDownReason } from '../../domain/let-down.ts';
import type { Fall, Fulfilment } from '../../domain/order.ts';
import type { DeliveryDetails, RequestForProposals } from '../../domain/request-for-proposals.ts';
import type { Thread, ThreadRefusal } from '../../domain/thread.ts';
import type { AskedVendor } from './step-thread.ts';
import type { ThreadEffect, ThreadEvent } from './thread-event.ts';

/** What may happen in one thread without the rest of the request having a say. */
export type FreeThreadEvent = Exclude<
  ThreadEvent,
  { readonly kind: 'accept' | 'take-back' | 'keep' | 'fall-through' | 'stand-again' | 'changed' | 'end' | 'tick' }
>;

/** Which of its threads an event needs beside it stands in {@link stepRequest}. */
export type RequestEvent =
  /** A draft as it is now, or the next version of what was cast: id and version are kept by the request itself. */
  | { readonly kind: 'change'; readonly request: RequestForProposals }
  | { readonly kind: 'cast'; readonly to: readonly AskedVendor[] }
  | { readonly kind: 'extend'; readonly lapsesAtMs: number; readonly answerByMs?: number }
  | {
      readonly kind: 'accept';
      readonly thread: ThreadId;
      readonly acceptance: Acceptance;
      readonly delivery: DeliveryDetails;
    }
  /** Takes back the acceptance, after it failed. */
  | { readonly kind: 'take-back' }
  /** Lets all others down, when one is accepted. */
  | { readonly kind: 'let-others-down'; readonly reason?: LetDownReason }
  | { readonly kind: 'keep'; readonly fulfilment: Fulfilment }
  /** What was ordered came to nothing: the request is open again. */
  | ({ readonly kind: 'fall-through' } & Fall)
  /** Takes that back, unless another quote was accepted since, or the person ended the request. */
  | { readonly kind: 'stand-again'; readonly thread: ThreadId }
  | { readonly kind: 'end'; readonly as: 'withdrawn' | 'closed' }
  | { readonly kind: 'in-thread'; readonly thread: ThreadId; readonly event: FreeThreadEvent }
  | { readonly kind: 'tick' };

export type RequestEffect =
  | { readonly kind: 'in-thread'; readonly thread: ThreadId; readonly effect: ThreadEffect }
  | { readonly kind: 'remind'; readonly of: 'lapse' | 'rule' };

export interface RequestStep {
  readonly cast: CastRequest;
  /** Those that the step looked at or began, as they are now. */
  readonly threads: readonly Thread[];
  readonly effects: readonly RequestEffect[];
  readonly refusal?: RequestRefusal | ThreadRefusal;
  /** See {@link ThreadStep.isAgain}. */
  readonly isAgain?: true;
}
