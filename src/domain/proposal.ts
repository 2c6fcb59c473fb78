import type { Identifier } from './identifier.ts';
import type { MessageId, ThreadId } from './ids.ts';
import type { ItemKind } from './item.ts';
import type { Moment } from './moment.ts';
import type { Order } from './order.ts';

/** That the person ordered something there, says the vendor. */
export interface ProposedOrder {
  readonly kind: 'order';
  readonly id: MessageId;
  readonly order: Order;
  /** The vendor's copy of the request that it was for. */
  readonly request?: ThreadId;
}

/** That the person owns something, says the vendor that sold it. */
export interface ProposedOwnership {
  readonly kind: 'ownership';
  readonly id: MessageId;
  readonly itemKind: ItemKind;
  readonly name: string;
  readonly brand?: string;
  readonly identifiers: readonly Identifier[];
  /** Since when. */
  readonly at?: Moment;
}

/** What a vendor would put into the person's data. It waits in an inbox until the person takes it or not. */
export type Proposal = ProposedOrder | ProposedOwnership;
