/** A vendor's copy of a request as it leaves: schema.org's `Demand`. An allow-list: what is not here is dropped. */
import * as v from 'valibot';
import { ITEM_KINDS } from '../../domain/item.ts';
import { REQUIREMENT_STRENGTHS } from '../../domain/requirement.ts';
import { INTENT_AGREEMENT } from '../ask-schema.ts';

export const WANTED_CONDITIONS = { new: 'NewCondition', used: 'UsedCondition' } as const;
export const DELIVERY_METHODS = { delivery: 'ParcelService', 'pick-up': 'OnSitePickup' } as const;

const text = v.string();
const maybe = v.exactOptional(text);

export const pricedOut = v.object({ '@type': v.literal('PriceSpecification'), price: text, priceCurrency: text });
export const quantityOut = v.object({ '@type': v.literal('QuantitativeValue'), value: text, unitCode: text });

/** `value` is what it has to be, or any of several; `minValue` and `maxValue` the ends of a range. */
const wantedProperty = v.object({
  '@type': v.literal('PropertyValue'),
  name: text,
  value: v.exactOptional(v.union([v.boolean(), v.array(text)])),
  minValue: maybe,
  maxValue: maybe,
  unitCode: maybe,
  valueReference: v.picklist(REQUIREMENT_STRENGTHS),
});

const demandLine = v.object({
  '@type': v.literal('Demand'),
  line: v.number(),
  itemOffered: v.object({
    '@type': v.exactOptional(v.picklist(ITEM_KINDS)),
    name: text,
    brand: maybe,
    identifier: v.array(text),
    additionalProperty: v.array(wantedProperty),
  }),
  eligibleQuantity: quantityOut,
  itemCondition: v.exactOptional(v.picklist(['https://schema.org/NewCondition', 'https://schema.org/UsedCondition'])),
  substitutes: v.picklist(['welcome', 'unwelcome']),
});

const address = v.object({
  '@type': v.literal('PostalAddress'),
  name: text,
  streetAddress: text,
  postalCode: maybe,
  addressLocality: text,
  addressCountry: text,
  email: maybe,
  telephone: maybe,
  description: maybe,
});

export const demand = v.object({
  '@type': v.literal('Demand'),
  /** How much of the request this copy has. */
  stage: v.picklist(['kind', 'whole', 'delivery']),
  identifier: text,
  person: text,
  copy: v.number(),
  agreement: v.literal(INTENT_AGREEMENT),
  itemOffered: v.object({ '@type': v.picklist(ITEM_KINDS), category: text }),
  availabilityEnds: maybe,
  answerBy: maybe,
  validThrough: text,
  lines: v.exactOptional(v.array(demandLine)),
  areaServed: v.exactOptional(
    v.object({
      '@type': v.literal('AdministrativeArea'),
      address: v.object({ '@type': v.literal('PostalAddress'), addressCountry: text, addressRegion: maybe }),
    }),
  ),
  availableDeliveryMethod: v.exactOptional(
    v.array(v.picklist(['https://schema.org/ParcelService', 'https://schema.org/OnSitePickup'])),
  ),
  acceptedPaymentMethod: v.exactOptional(v.array(text)),
  warranty: v.exactOptional(
    v.object({
      '@type': v.literal('WarrantyPromise'),
      durationOfWarranty: v.object({
        '@type': v.literal('QuantitativeValue'),
        value: v.number(),
        unitCode: v.literal('MON'),
      }),
    }),
  ),
  /** The budget, and only where the person shows it. */
  priceSpecification: v.exactOptional(
    v.object({ '@type': v.literal('PriceSpecification'), minPrice: maybe, maxPrice: text, priceCurrency: text }),
  ),
  /** An offer of the person's: who says yes to it, by then, may be the one. */
  fixedPrice: v.exactOptional(v.object({ ...pricedOut.entries, validThrough: text })),
  description: v.exactOptional(v.array(text)),
  deliveryAddress: v.exactOptional(address),
});

export type WireDemand = v.InferOutput<typeof demand>;
export type WireDemandLine = v.InferOutput<typeof demandLine>;
export type WantedProperty = v.InferOutput<typeof wantedProperty>;
