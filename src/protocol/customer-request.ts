import type { FailureReason } from '../domain/failure-notice.ts';
import type { ItemKind } from '../domain/item.ts';
import type { LetDownReason } from '../domain/let-down.ts';
import type { RequirementStrength } from '../domain/requirement.ts';

/*
 * What a vendor reads of a request for proposals: types only. Amounts and quantities are decimal text (`'12.50'`), counts (days,
 * months, copies) are whole numbers, moments ISO 8601 with an offset.
 */

/** An amount: `{ price: '12.50', priceCurrency: 'EUR' }`. */
export interface Price {
  readonly '@type'?: 'PriceSpecification';
  readonly price: string;
  readonly priceCurrency: string;
}

/** `unitCode` is of UN/CEFACT Recommendation 20: `C62` one, `KGM` kilogram, `MTR` metre. */
export interface Quantity {
  readonly '@type'?: 'QuantitativeValue';
  readonly value: string;
  readonly unitCode: string;
}

/** What a property has to be: `value` any of several or yes or no, `minValue` and `maxValue` a range. The same name again: that as well. */
export interface WantedProperty {
  readonly '@type': 'PropertyValue';
  readonly name: string;
  readonly value?: boolean | readonly string[];
  readonly minValue?: string;
  readonly maxValue?: string;
  readonly unitCode?: string;
  readonly valueReference: RequirementStrength;
}

export interface DemandedItem {
  readonly '@type'?: ItemKind;
  readonly name: string;
  readonly brand?: string;
  /** `scheme:value`, strongest first. */
  readonly identifier: readonly string[];
  readonly additionalProperty: readonly WantedProperty[];
}

export interface DemandLine {
  readonly '@type': 'Demand';
  /** What replies name it by. */
  readonly line: number;
  readonly itemOffered: DemandedItem;
  readonly eligibleQuantity: Required<Quantity>;
  /** Absent is either. */
  readonly itemCondition?: 'https://schema.org/NewCondition' | 'https://schema.org/UsedCondition';
  readonly substitutes: 'welcome' | 'unwelcome';
}

/** A request for proposals: no `price`, no `seller`. A `kind` copy has what it is about, and when; the rest may follow. */
export interface Demand {
  readonly '@type': 'Demand';
  readonly stage: 'kind' | 'whole' | 'delivery';
  /** The name of this request to you alone. */
  readonly identifier: string;
  /** The person's name to you alone. */
  readonly person: string;
  /** From 1, one more with every copy you get: replies name it. */
  readonly copy: number;
  readonly agreement: 'PDC-INTENT';
  readonly itemOffered: { readonly '@type': ItemKind; readonly category: string };
  /** When it has to be there: a day, a month or a moment. */
  readonly availabilityEnds?: string;
  /** By when an answer is wanted; absent is 24 hours. */
  readonly answerBy?: string;
  /** When the request ends by itself. */
  readonly validThrough: string;
  readonly lines?: readonly DemandLine[];
  readonly areaServed?: {
    readonly '@type': 'AdministrativeArea';
    readonly address: {
      readonly '@type': 'PostalAddress';
      readonly addressCountry: string;
      readonly addressRegion?: string;
    };
  };
  readonly availableDeliveryMethod?: readonly (
    | 'https://schema.org/ParcelService'
    | 'https://schema.org/OnSitePickup'
  )[];
  readonly acceptedPaymentMethod?: readonly string[];
  /** Months wished for. */
  readonly warranty?: Warranty & { readonly '@type': 'WarrantyPromise' };
  /** What the person would pay in all, to the door; only if they show it. */
  readonly priceSpecification?: {
    readonly '@type': 'PriceSpecification';
    readonly minPrice?: string;
    readonly maxPrice: string;
    readonly priceCurrency: string;
  };
  /** An offer at a fixed price, to the door: say yes to it by `validThrough`. */
  readonly fixedPrice?: Required<Price> & { readonly validThrough: string };
  readonly description?: readonly string[];
  /** Only in the acceptance of your quote. */
  readonly deliveryAddress?: DeliveryAddress;
}

export interface DeliveryAddress {
  readonly '@type': 'PostalAddress';
  readonly name: string;
  readonly streetAddress: string;
  readonly postalCode?: string;
  readonly addressLocality: string;
  readonly addressCountry: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly description?: string;
}

export interface Warranty {
  readonly '@type'?: 'WarrantyPromise';
  readonly durationOfWarranty: {
    readonly '@type'?: 'QuantitativeValue';
    readonly value: number;
    readonly unitCode: 'MON';
  };
}

/** All that is said to a vendor: the body of a person's signed envelope. */
export type PersonMessage =
  | { readonly kind: 'request'; readonly demand: Demand }
  | { readonly kind: 'answer'; readonly question: string; readonly text: string }
  | {
      readonly kind: 'counter';
      readonly quote: string;
      readonly lines: readonly {
        readonly offer: string;
        readonly eligibleQuantity?: Required<Quantity>;
        readonly priceSpecification?: Required<Price>;
      }[];
      readonly priceSpecification?: Required<Price>;
      readonly description?: string;
    }
  | {
      readonly kind: 'acceptance';
      readonly quote: string;
      readonly chosen: readonly {
        readonly offer: string;
        readonly eligibleQuantity?: Required<Quantity>;
        readonly addOn: readonly string[];
      }[];
      readonly priceSpecification?: Required<Price>;
      readonly demand: Demand;
    }
  | { readonly kind: 'let-down'; readonly reason?: LetDownReason }
  | { readonly kind: 'ended'; readonly as: 'withdrawn' | 'closed' }
  | { readonly kind: 'failure'; readonly reason: FailureReason; readonly at: string; readonly isEnd: boolean };
