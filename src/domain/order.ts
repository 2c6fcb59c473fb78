import type { Moment } from './moment.ts';
import type { Money } from './money.ts';
import type { Quantity } from './quantity.ts';

export interface OrderLine {
  /** {@link OfferedLine.key} of the accepted quote; absent for what was not in it. */
  readonly offer?: string;
  readonly name: string;
  readonly quantity: Quantity;
  /** Names of the options that were chosen with it, where there were any. */
  readonly options?: readonly string[];
  /** For the line with its options, before freight, handling and tax that comes on top. */
  readonly amount?: Money;
}

/** What was agreed, or what a vendor confirms: an accepted quote. */
export interface Order {
  /** The vendor's own number for it. */
  readonly number: string;
  readonly lines: readonly OrderLine[];
  readonly freight?: Money;
  readonly handling?: Money;
  /** On top of the rest. */
  readonly tax?: Money;
  /** To the door. */
  readonly total?: Money;
  /** The day it is to be there. */
  readonly dueBy?: Moment;
}

/** How a confirmed order came to nothing, as the person says. A closed list. */
export const FALL_CAUSES = ['cancelled-by-person', 'cancelled-by-vendor', 'never-came'] as const;
export type FallCause = (typeof FALL_CAUSES)[number];

/** That an order came to nothing, in the person's own words if they like: no vendor is ever told. */
export interface Fall {
  readonly cause: FallCause;
  readonly note?: string;
}

/** How the order was kept, as the person or the vendor says. */
export interface Fulfilment {
  readonly lines: readonly OrderLine[];
  readonly cameAt?: Moment;
  readonly charged?: Money;
}
