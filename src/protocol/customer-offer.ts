import type { DeclineReason } from '../domain/decline.ts';
import type { ItemKind } from '../domain/item.ts';
import type { Availability } from '../domain/quote.ts';
import type { Quantity, Warranty } from './customer-request.ts';

/** A member of a schema.org enumeration; Sayso writes it whole. */
type Member<Name extends string> = Name | `https://schema.org/${Name}`;

/** A quote. The body of a vendor's signed envelope, whose `id` names it. */
export interface Offer {
  readonly kind: 'quote';
  readonly '@type': 'Offer';
  /** Which copy of the request it answers. */
  readonly copy: number;
  /** The id of the quote it stands instead of. */
  readonly replaces?: string;
  /** Every amount is in it. */
  readonly priceCurrency: string;
  readonly pricing: 'fixed' | 'negotiable';
  readonly lines: readonly OfferLine[];
  /** Freight and handling (`'0'` where there is none to pay) and tax. What is not named is not known. */
  readonly priceSpecification?: Charges & {
    readonly valueAddedTaxIncluded?: boolean;
    /** With `valueAddedTaxIncluded: false`: `'19'`. */
    readonly taxPercent?: string;
  };
  readonly eligibleRegion?: string;
  readonly priceValidUntil: string;
  readonly hasMerchantReturnPolicy?: {
    readonly '@type'?: 'MerchantReturnPolicy';
    readonly returnPolicyCategory: Member<
      'MerchantReturnFiniteReturnWindow' | 'MerchantReturnNotPermitted' | 'MerchantReturnUnspecified'
    >;
    readonly merchantReturnDays?: number;
    readonly returnFees?: Member<'FreeReturn' | 'ReturnFeesCustomerResponsibility'>;
  };
  readonly seller?: {
    readonly '@type'?: 'Organization' | 'Person';
    readonly contactPoint: {
      readonly '@type'?: 'ContactPoint';
      readonly name?: string;
      readonly email?: string;
      readonly telephone?: string;
    };
  };
  /** Where the quote can be paid for once it is accepted: on your own origin, and nowhere else. No template, an address. */
  readonly checkoutPageURLTemplate?: string;
  readonly description?: string;
}

export interface Charges {
  readonly '@type'?: 'CompoundPriceSpecification';
  readonly priceComponent?: readonly (
    | { readonly '@type': 'DeliveryChargeSpecification'; readonly price: string; readonly priceCurrency: string }
    | {
        readonly '@type': 'PriceSpecification';
        readonly name: 'handling' | 'tax';
        readonly price: string;
        readonly priceCurrency: string;
      }
  )[];
}

export type OfferLine =
  | OfferedLine
  /** To be said later, in a quote that replaces this one. */
  | { readonly kind: 'pending'; readonly line: number; readonly description?: string }
  | {
      readonly kind: 'not-offered';
      readonly line: number;
      readonly reason: DeclineReason;
      readonly description?: string;
    };

export interface OfferedLine {
  readonly kind: 'offered';
  readonly '@type'?: 'Offer';
  /** Your own name for it, once in a quote. */
  readonly key: string;
  /** The line of the demand that it is for. Several may be for one, to choose among. */
  readonly line: number;
  readonly itemOffered: {
    readonly '@type'?: ItemKind;
    readonly name: string;
    readonly brand?: string;
    readonly identifier?: readonly string[];
    readonly additionalProperty?: readonly OfferedProperty[];
  };
  readonly itemCondition: Member<'NewCondition' | 'RefurbishedCondition' | 'UsedCondition' | 'DamagedCondition'>;
  /** Not what was asked for, but instead of it. */
  readonly substitute?: boolean;
  /** `value` is how many this offer is for; the others say which quantities can be had. */
  readonly eligibleQuantity: Quantity & {
    readonly minValue?: string;
    readonly maxValue?: string;
    readonly stepValue?: string;
  };
  /** One, or one for each quantity from which another holds; for `referenceQuantity` of them, one where it is absent. */
  readonly priceSpecification: readonly {
    readonly '@type'?: 'UnitPriceSpecification';
    readonly price: string;
    readonly priceCurrency: string;
    readonly referenceQuantity?: Quantity;
    readonly eligibleQuantity?: { readonly '@type'?: 'QuantitativeValue'; readonly minValue: string };
  }[];
  readonly addOn?: readonly OfferOption[];
  readonly availability?: Member<Availability>;
  /** In the unit of `eligibleQuantity`. */
  readonly inventoryLevel?: { readonly '@type'?: 'QuantitativeValue'; readonly value: string };
  /** From the acceptance to the door: both times together. */
  readonly shippingDetails?: {
    readonly '@type'?: 'OfferShippingDetails';
    readonly deliveryTime: {
      readonly '@type'?: 'ShippingDeliveryTime';
      readonly handlingTime?: Days;
      readonly transitTime?: Days;
    };
  };
  readonly warranty?: Warranty;
  readonly description?: string;
}

/** Something the person may choose with a line: a `PriceSpecification` is for the line, a `UnitPriceSpecification` for each. */
export interface OfferOption {
  readonly '@type'?: 'Offer';
  readonly key: string;
  readonly name: string;
  /** Of one group at most one can be chosen. */
  readonly group?: string;
  readonly priceSpecification: {
    readonly '@type': 'PriceSpecification' | 'UnitPriceSpecification';
    /** May be below nothing. */
    readonly price: string;
    readonly priceCurrency: string;
  };
}

export interface Days {
  readonly '@type'?: 'QuantitativeValue';
  readonly minValue: number;
  readonly maxValue: number;
  readonly unitCode: 'DAY';
}

/** A number is decimal text with its `unitCode`, or a number of JSON without one. */
export interface OfferedProperty {
  readonly '@type'?: 'PropertyValue';
  readonly name: string;
  readonly value: boolean | number | string;
  readonly unitCode?: string;
}
