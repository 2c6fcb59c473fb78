import type { MessageId } from './ids.ts';

/** Why a vendor does not offer something, in a request, a line, a counter or after an acceptance. */
export const DECLINE_REASONS = [
  'not-carried', // it does not sell such things
  'out-of-stock',
  'discontinued',
  'not-delivered-there',
  'not-by-then',
  'quantity-too-small',
  'quantity-too-large',
  'requirements-not-met',
  'price-not-possible', // of a counter, or of a rule's fixed price
  'terms-not-accepted', // the person's terms
  'no-longer-valid', // what was accepted or countered
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** A vendor's no: to the request, to a counter (the quote stands), or to an acceptance. */
export interface Decline {
  readonly kind: 'decline';
  readonly id: MessageId;
  readonly copy: number;
  readonly of: 'request' | 'counter' | 'acceptance';
  readonly reason: DeclineReason;
  readonly words?: string;
}
