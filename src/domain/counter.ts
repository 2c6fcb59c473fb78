import type { MessageId } from './ids.ts';
import type { Money } from './money.ts';
import type { Quantity } from './quantity.ts';

/** What the person would take instead of a quote as it is. Every part of it is theirs to say, and told to that vendor. */
export interface Counter {
  readonly quote: MessageId;
  /** {@link OfferedLine.key}s with what should be other than quoted. */
  readonly lines: readonly {
    readonly offer: string;
    readonly quantity?: Quantity;
    /** For the line. */
    readonly amount?: Money;
  }[];
  /** For everything, to the door. */
  readonly total?: Money;
  readonly words?: string;
}
