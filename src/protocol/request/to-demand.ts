/** A vendor's copy of a request in schema.org's words. What the copy has not, this can't say. */
import { momentOf } from '../../domain/moment.ts';
import { type Money, writeAmount } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { DeliveryDetails } from '../../domain/request-for-proposals.ts';
import type { CopyLine, DeliveryCopy, VendorCopy, WholeCopy } from '../../domain/vendor-copy.ts';
import { INTENT_AGREEMENT } from '../ask-schema.ts';
import {
  DELIVERY_METHODS,
  WANTED_CONDITIONS,
  type WantedProperty,
  type WireDemand,
  type WireDemandLine,
} from './demand-schema.ts';
import { present } from './present.ts';
import { inFull } from './wire-values.ts';

export function demandOf(copy: VendorCopy): WireDemand {
  const { stage, request, person, kind, category, neededBy, answerByMs, lapsesAtMs } = copy;
  return {
    '@type': 'Demand',
    stage,
    identifier: request,
    person,
    copy: copy.copy,
    agreement: INTENT_AGREEMENT,
    itemOffered: { '@type': kind, category },
    ...present({ availabilityEnds: neededBy, answerBy: answerByMs === undefined ? undefined : momentOf(answerByMs) }),
    validThrough: momentOf(lapsesAtMs),
    ...(copy.stage !== 'kind' && restOf(copy)),
    ...(copy.stage === 'delivery' && { deliveryAddress: addressOf(copy.delivery) }),
  };
}

export function pricedOf(money: Money) {
  return {
    '@type': 'PriceSpecification' as const,
    price: writeAmount(money),
    priceCurrency: money.currency,
  };
}

export function quantityOf({ value, unit }: Quantity) {
  return { '@type': 'QuantitativeValue' as const, value, unitCode: unit };
}

function restOf(copy: WholeCopy | DeliveryCopy): Partial<WireDemand> {
  const { lines, area, deliveryMethods, paymentMethods, warrantyMonths, budget, fixedPrice, attachments } = copy;
  return {
    lines: lines.map(lineOf),
    ...(area && {
      areaServed: {
        '@type': 'AdministrativeArea',
        address: { '@type': 'PostalAddress', addressCountry: area.country, ...present({ addressRegion: area.region }) },
      },
    }),
    ...(deliveryMethods.length > 0 && {
      availableDeliveryMethod: deliveryMethods.map((method) => inFull(DELIVERY_METHODS[method])),
    }),
    ...(paymentMethods.length > 0 && { acceptedPaymentMethod: [...paymentMethods] }),
    ...(warrantyMonths !== undefined && {
      warranty: {
        '@type': 'WarrantyPromise',
        durationOfWarranty: { '@type': 'QuantitativeValue', value: warrantyMonths, unitCode: 'MON' },
      },
    }),
    ...(budget && {
      priceSpecification: {
        '@type': 'PriceSpecification',
        ...(budget.min && { minPrice: writeAmount(budget.min) }),
        maxPrice: writeAmount(budget.max),
        priceCurrency: budget.max.currency,
      },
    }),
    ...(fixedPrice && {
      fixedPrice: { ...pricedOf(fixedPrice.price), validThrough: momentOf(fixedPrice.deadlineMs) },
    }),
    ...(attachments.length > 0 && { description: [...attachments] }),
  };
}

function lineOf(line: CopyLine): WireDemandLine {
  const { number, name, itemKind, brand, identifiers, requirements, quantity, condition, substitutes } = line;
  return {
    '@type': 'Demand',
    line: number,
    itemOffered: {
      ...present({ '@type': itemKind }),
      name,
      ...present({ brand }),
      identifier: [...identifiers],
      additionalProperty: requirements.flatMap(wantedPropertiesOf),
    },
    eligibleQuantity: quantityOf(quantity),
    ...(condition !== 'any' && { itemCondition: inFull(WANTED_CONDITIONS[condition]) }),
    substitutes,
  };
}

/** What has to be several things at once is a property of its own for each of them. */
function wantedPropertiesOf({ property, strength, wanted }: CopyLine['requirements'][number]): WantedProperty[] {
  return valuesOf(wanted).map((value) => ({
    '@type': 'PropertyValue',
    name: property,
    ...value,
    valueReference: strength,
  }));
}

function valuesOf(wanted: CopyLine['requirements'][number]['wanted']): Partial<WantedProperty>[] {
  switch (wanted.kind) {
    case 'text':
      return wanted.isAll ? wanted.anyOf.map((one) => ({ value: [one] })) : [{ value: [...wanted.anyOf] }];
    case 'flag':
      return [{ value: wanted.is }];
    case 'range':
      return [present({ minValue: wanted.min, maxValue: wanted.max, unitCode: wanted.unit })];
  }
}

function addressOf(details: DeliveryDetails): NonNullable<WireDemand['deliveryAddress']> {
  const { name, street, postalCode, locality, country, email, phone, words } = details;
  return {
    '@type': 'PostalAddress',
    name,
    streetAddress: street,
    ...present({ postalCode }),
    addressLocality: locality,
    addressCountry: country,
    ...present({ email, telephone: phone, description: words }),
  };
}
