import type { CurrencyCode } from './currency.ts';
import type { Decimal } from './decimal.ts';
import type { DeclineReason } from './decline.ts';
import type { Identifier } from './identifier.ts';
import type { MessageId } from './ids.ts';
import type { Money } from './money.ts';
import type { Quantity } from './quantity.ts';
import type { QuotedProperty } from './requirement.ts';

/** Freight or handling: it costs nothing beside the price, so much, or the vendor does not say. */
export type Charge =
  | { readonly kind: 'included' }
  | { readonly kind: 'charged'; readonly amount: Money }
  | { readonly kind: 'unknown' };

/**
 * Whether what is quoted has tax in it. Out, it comes on top: as an amount for the whole quote as it stands, as a rate on
 * everything that is charged, or nobody said how much.
 */
export type Tax =
  | { readonly kind: 'included' }
  | { readonly kind: 'excluded-amount'; readonly amount: Money }
  | { readonly kind: 'excluded-rate'; readonly percent: Decimal }
  | { readonly kind: 'excluded' }
  | { readonly kind: 'unknown' };

/** What each costs from a quantity on. The price is for `per` of them: 4.20 for 100 screws. */
export interface PriceTier {
  /** The first one holds from 0 on. */
  readonly from: Decimal;
  readonly amount: Money;
}

/** All quantities in the unit of `per`. */
export interface UnitPrice {
  readonly per: Quantity;
  /** By rising `from`, at least one. */
  readonly tiers: readonly PriceTier[];
}

/** Which quantities can be bought, in the unit of the price. */
export interface OrderSteps {
  readonly min?: Decimal;
  readonly max?: Decimal;
  /** Only multiples of it. */
  readonly step?: Decimal;
}

/** Something the person may choose with a line, and what that costs. Of one `group` they can choose at most one. */
export interface QuoteOption {
  /** Unique within its offer. */
  readonly key: string;
  readonly name: string;
  readonly group?: string;
  /** May be below nothing. */
  readonly amount: Money;
  readonly per: 'line' | 'unit';
}

/** schema.org's ItemAvailability, without its prefix. */
export const AVAILABILITIES = [
  'InStock',
  'LimitedAvailability',
  'BackOrder',
  'PreOrder',
  'MadeToOrder',
  'OnlineOnly',
  'InStoreOnly',
  'OutOfStock',
] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export type ItemCondition = 'new' | 'refurbished' | 'used' | 'damaged';

/** In whole days from the acceptance to the door. */
export interface LeadTime {
  readonly fromDays: number;
  readonly toDays: number;
}

export type Returns =
  | { readonly kind: 'none' }
  | { readonly kind: 'days'; readonly days: number; readonly paidBy: 'vendor' | 'person' | 'unknown' }
  | { readonly kind: 'unknown' };

/** A thing offered for a line: the one asked for or a substitute. A line may have several, to choose one of. */
export interface OfferedLine {
  readonly kind: 'offered';
  /** Unique within its quote. */
  readonly key: string;
  /** The {@link RequestLine.number} it is for. */
  readonly line: number;
  readonly name: string;
  readonly brand?: string;
  readonly identifiers: readonly Identifier[];
  readonly properties: readonly QuotedProperty[];
  readonly condition: ItemCondition;
  /** Not what was asked for, but instead of it. */
  readonly isSubstitute: boolean;
  /** How many this offer is for, in the unit of the price. */
  readonly quantity: Quantity;
  readonly price: UnitPrice;
  readonly steps?: OrderSteps;
  readonly options: readonly QuoteOption[];
  readonly availability?: Availability;
  /** How many there are, in the unit of the price. */
  readonly inventory?: Decimal;
  readonly leadTime?: LeadTime;
  readonly warrantyMonths?: number;
  readonly words?: string;
}

export type QuoteLine =
  | OfferedLine
  /** To be said later, in a requote. */
  | { readonly kind: 'pending'; readonly line: number; readonly words?: string }
  | { readonly kind: 'not-offered'; readonly line: number; readonly reason: DeclineReason; readonly words?: string };

/** Who at the vendor to talk to. At least one of them. */
export interface Contact {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** What a vendor offers for a request. Every amount is in its one currency. */
export interface Quote {
  readonly kind: 'quote';
  readonly id: MessageId;
  /** Which of its copies of the request the vendor answers, from 1. */
  readonly copy: number;
  /** The quote that this one stands instead of. Without it, it is a vendor's first. */
  readonly replaces?: MessageId;
  readonly currency: CurrencyCode;
  /** A fixed one can't be countered. */
  readonly pricing: 'fixed' | 'negotiable';
  readonly lines: readonly QuoteLine[];
  readonly freight: Charge;
  readonly handling: Charge;
  readonly tax: Tax;
  /** What it is valid for, where that is not everyone everywhere: 'mainland only'. */
  readonly validFor?: string;
  readonly validUntilMs: number;
  readonly returns: Returns;
  readonly contact?: Contact;
  /** Where it can be paid for once it is accepted: an address on the vendor's own origin. */
  readonly checkout?: string;
  readonly words?: string;
}
