import type { Decline } from './decline.ts';
import type { MessageId, Origin } from './ids.ts';
import type { Quote } from './quote.ts';

/** 'Ask them instead.' The person decides whether to; whoever referred learns nothing more. */
export interface Referral {
  readonly kind: 'referral';
  readonly id: MessageId;
  readonly copy: number;
  readonly to: Origin;
  readonly name: string;
  readonly words?: string;
}

/** A question back. The vendor's clock stands still until it is answered. */
export interface Question {
  readonly kind: 'question';
  readonly id: MessageId;
  readonly copy: number;
  /** The line it is about; absent when it is about the whole. */
  readonly line?: number;
  readonly words: string;
}

/**
 * 'We may have that: show us the rest.' The only yes to a first stage, since it names no lines: what PIP 3A1 says by a quote
 * all of whose lines are pending.
 */
export interface Interest {
  readonly kind: 'interest';
  readonly id: MessageId;
  readonly copy: number;
  readonly words?: string;
}

/** What a vendor answers to a request. The same id is the same reply, however often it comes. */
export type Reply = Quote | Referral | Decline | Question | Interest;
