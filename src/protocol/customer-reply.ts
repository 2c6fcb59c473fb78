import type { DeclineReason } from '../domain/decline.ts';
import type { FailureReason } from '../domain/failure-notice.ts';
import type { ItemKind } from '../domain/item.ts';
import type { ThreadRefusal } from '../domain/thread.ts';
import type { Charges, Offer } from './customer-offer.ts';
import type { Demand, PersonMessage, Price, Quantity } from './customer-request.ts';

/** 'Ask them instead.' Only the origin of `url` is kept. */
export interface Referral {
  readonly kind: 'referral';
  readonly '@type': 'Organization';
  readonly copy: number;
  readonly name: string;
  readonly url: string;
  readonly description?: string;
}

/** No, and why: to the request when `of` is absent. */
export interface Decline {
  readonly kind: 'decline';
  readonly copy: number;
  readonly of?: 'request' | 'counter' | 'acceptance';
  readonly reason: DeclineReason;
  readonly description?: string;
}

/** Asks back. Your clock stands still until the person answers; one question at a time. */
export interface Question {
  readonly kind: 'question';
  readonly '@type': 'Question';
  readonly copy: number;
  readonly line?: number;
  readonly text: string;
}

/** Yes to a first copy: show us the rest. */
export interface Interest {
  readonly kind: 'interest';
  readonly copy: number;
  readonly description?: string;
}

export interface OrderItem {
  readonly '@type'?: 'OrderItem';
  /** The `key` of what was offered. */
  readonly offer?: string;
  readonly name: string;
  readonly orderQuantity: Quantity;
  /** For the line with its options. */
  readonly priceSpecification?: Price;
}

interface OrderFields {
  readonly '@type': 'Order';
  readonly orderNumber: string;
  readonly orderedItem: readonly OrderItem[];
  /** `price` is the total to the door. */
  readonly priceSpecification?: Charges & { readonly price?: string; readonly priceCurrency?: string };
  readonly orderDelivery?: { readonly '@type'?: 'ParcelDelivery'; readonly expectedArrivalUntil: string };
}

/** What you confirm after an acceptance. */
export interface Confirmation extends OrderFields {
  readonly kind: 'confirmation';
  /** The id of the accepted quote. */
  readonly quote: string;
}

/** You can't go on. */
export interface Failure {
  readonly kind: 'failure';
  readonly reason: FailureReason;
  readonly description?: string;
}

/** All that a vendor can say in a request: the body of its signed envelope. */
export type VendorMessage = Offer | Referral | Decline | Question | Interest | Confirmation | Failure;

/** A public key as JSON Web Key. */
export type PublicKey =
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };

/** A key of your customer.json; with `until` (ISO 8601) it is retired from then on. */
export type VendorKey = PublicKey & { readonly until?: string };

interface Signed<Body> {
  readonly sayso: '1';
  readonly request: string;
  readonly at: string;
  /** The thumbprint of the key it is signed with (RFC 7638). */
  readonly key: string;
  readonly body: Body;
  readonly signature: string;
}

/** A message to you, as the person's Sayso signed it. `number` counts within the request: the same number is the same message. */
export interface SignedByPerson extends Signed<PersonMessage> {
  /** The person's name to you. */
  readonly from: string;
  /** Your origin. */
  readonly to: string;
  readonly number: number;
  readonly publicKey: PublicKey;
}

/** A message of yours. The same `id` is the same message. */
export interface SignedByVendor extends Signed<VendorMessage> {
  readonly from: string;
  readonly to: string;
  readonly id: string;
}

/** A request that was cast to you: your newest copy, and all that was said to you of it, oldest first. */
export interface Intention extends Demand {
  readonly messages: readonly SignedByPerson[];
}

/** Proposed: that the person ordered something of you. `id` is yours: the same one is the same proposal. */
export interface Order extends OrderFields {
  readonly id: string;
  /** The `identifier` of the demand it came of. */
  readonly request?: string;
}

/** Proposed: that the person owns something they have of you. */
export interface OwnershipInfo {
  readonly '@type': 'OwnershipInfo';
  readonly id: string;
  readonly typeOfGood: {
    readonly '@type': ItemKind;
    readonly name: string;
    readonly brand?: string;
    readonly identifier?: readonly string[];
  };
  readonly ownedFrom?: string;
}

/** That something was received, and when (ISO 8601). */
export interface Receipt {
  readonly id: string;
  readonly at: string;
  /** It was not taken, and why. Sent again it gets the same receipt. */
  readonly refused?: ThreadRefusal;
}
