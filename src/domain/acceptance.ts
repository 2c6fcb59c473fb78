import type { MessageId } from './ids.ts';
import type { Money } from './money.ts';
import type { Quantity } from './quantity.ts';

/** What the person takes of a quote: of each line at most one offer. */
export interface ChosenOffer {
  /** {@link OfferedLine.key} */
  readonly offer: string;
  /** In the unit of the price. Absent is as many as were offered. */
  readonly quantity?: Quantity;
  /** {@link QuoteOption.key}s of that offer. */
  readonly options: readonly string[];
}

export type Choice = readonly ChosenOffer[];

/** The person takes a quote, as it was, with what they chose of it. */
export interface Acceptance {
  readonly quote: MessageId;
  readonly choice: Choice;
  /** The total to the door that the person saw, where everything in it was known. */
  readonly total?: Money;
}
