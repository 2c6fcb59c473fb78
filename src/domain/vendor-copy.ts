import type { Identifier } from './identifier.ts';
import type { PairwiseId, ThreadId } from './ids.ts';
import type { ItemKind } from './item.ts';
import type { Moment } from './moment.ts';
import type { Money } from './money.ts';
import type { Quantity } from './quantity.ts';
import type { Area, DeliveryDetails, RequestForProposals, WantedCondition } from './request-for-proposals.ts';
import type { Requirement } from './requirement.ts';

/** Every copy: what sort of thing, and when. Names nothing that another vendor's copy names, too. */
export interface KindCopy {
  readonly stage: 'kind';
  readonly request: ThreadId;
  readonly person: PairwiseId;
  /** From 1, one more with every copy this vendor got. */
  readonly copy: number;
  readonly kind: ItemKind;
  readonly category: string;
  readonly neededBy?: Moment;
  /** Moments leave as whole minutes: two vendors would know one casting by its milliseconds. */
  readonly answerByMs?: number;
  readonly lapsesAtMs: number;
}

export interface CopyLine {
  readonly number: number;
  /** The item's name, or the person's words. */
  readonly name: string;
  readonly itemKind?: ItemKind;
  readonly brand?: string;
  readonly identifiers: readonly Identifier[];
  readonly requirements: readonly Omit<Requirement, 'isPrivate'>[];
  readonly quantity: Quantity;
  readonly condition: WantedCondition;
  readonly substitutes: 'welcome' | 'unwelcome';
}

/** All that may be known before an acceptance. */
export interface WholeCopy
  extends Omit<KindCopy, 'stage'>,
    Pick<RequestForProposals, 'deliveryMethods' | 'paymentMethods' | 'attachments'> {
  readonly stage: 'whole';
  readonly lines: readonly CopyLine[];
  readonly area?: Area;
  readonly warrantyMonths?: number;
  /** Only if the person shows it. */
  readonly budget?: { readonly max: Money; readonly min?: Money };
  /** The price of a rule, and until when a yes counts. */
  readonly fixedPrice?: { readonly price: Money; readonly deadlineMs: number };
}

/** What goes with an acceptance, to the vendor accepted. */
export interface DeliveryCopy extends Omit<WholeCopy, 'stage'> {
  readonly stage: 'delivery';
  readonly delivery: DeliveryDetails;
}

/** A request as one vendor has it. */
export type VendorCopy = KindCopy | WholeCopy | DeliveryCopy;
