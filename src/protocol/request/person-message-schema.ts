/** All that is said to a vendor in a thread, as it leaves. An allow-list: what is not here is dropped. */
import * as v from 'valibot';
import { FAILURE_REASONS } from '../../domain/failure-notice.ts';
import { LET_DOWN_REASONS } from '../../domain/let-down.ts';
import { demand, pricedOut, quantityOut } from './demand-schema.ts';

const text = v.string();
const maybe = v.exactOptional(text);

/** The first copy, the rest of it, or a changed one. */
const requestOut = v.object({ kind: v.literal('request'), demand });

/** The words for a vendor's question. */
const answerOut = v.object({ kind: v.literal('answer'), question: text, text });

/** What the person would take instead. `priceSpecification` of a line is for that line, of the whole to the door. */
const counterOut = v.object({
  kind: v.literal('counter'),
  quote: text,
  lines: v.array(
    v.object({
      offer: text,
      eligibleQuantity: v.exactOptional(quantityOut),
      priceSpecification: v.exactOptional(pricedOut),
    }),
  ),
  priceSpecification: v.exactOptional(pricedOut),
  description: maybe,
});

/** The quote as it was, what is chosen of it, the total that the person saw, and where it goes. */
const acceptanceOut = v.object({
  kind: v.literal('acceptance'),
  quote: text,
  chosen: v.array(v.object({ offer: text, eligibleQuantity: v.exactOptional(quantityOut), addOn: v.array(text) })),
  priceSpecification: v.exactOptional(pricedOut),
  demand,
});

const letDownOut = v.object({
  kind: v.literal('let-down'),
  reason: v.exactOptional(v.picklist(LET_DOWN_REASONS)),
});

const endedOut = v.object({ kind: v.literal('ended'), as: v.picklist(['withdrawn', 'closed']) });

/** PIP 0A1. `isEnd`: the thread is over by it. */
const failureOut = v.object({
  kind: v.literal('failure'),
  reason: v.picklist(FAILURE_REASONS),
  at: text,
  isEnd: v.boolean(),
});

export const personMessage = v.variant('kind', [
  requestOut,
  answerOut,
  counterOut,
  acceptanceOut,
  letDownOut,
  endedOut,
  failureOut,
]);
export type WirePersonMessage = v.InferOutput<typeof personMessage>;
