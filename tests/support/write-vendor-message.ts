import type { Charge, OfferedLine, Quote, QuoteLine, Returns, Tax } from '../../src/domain/quote.ts';
import type { QuotedProperty } from '../../src/domain/requirement.ts';
import type { Order, OrderLine } from '../../src/domain/order.ts';
import type { VendorMessage } from '../../src/domain/thread-message.ts';
import { type Money, writeAmount } from '../../src/domain/money.ts';
import { momentOf } from '../../src/domain/moment.ts';
import type { Quantity } from '../../src/domain/quantity.ts';
import type {
  Charges,
  Offer,
  OfferedLine as WireOffered,
  OfferedProperty,
  OfferLine,
} from '../../src/protocol/customer-offer.ts';
import type { OrderItem, VendorMessage as WireVendorMessage } from '../../src/protocol/customer-reply.ts';

type Fields<T> = { -readonly [K in keyof T]: T[K] };

/** A vendor's message as a vendor would write it: the way back of what Sayso reads, for round trips. */
export function writeVendorMessage(message: VendorMessage): WireVendorMessage {
  const said = 'words' in message ? message.words : undefined;
  const description = said === undefined ? {} : { description: said };
  switch (message.kind) {
    case 'quote':
      return writeQuote(message);
    case 'referral':
      return {
        kind: 'referral',
        '@type': 'Organization',
        copy: message.copy,
        name: message.name,
        url: `${message.to}/from/here?person=1`,
        ...description,
      };
    case 'decline':
      return { kind: 'decline', copy: message.copy, of: message.of, reason: message.reason, ...description };
    case 'question': {
      const line = message.line === undefined ? {} : { line: message.line };
      return { kind: 'question', '@type': 'Question', copy: message.copy, ...line, text: message.words };
    }
    case 'interest':
      return { kind: 'interest', copy: message.copy, ...description };
    case 'confirmation':
      return { kind: 'confirmation', '@type': 'Order', quote: message.quote, ...writeOrder(message.order) };
    case 'failure':
      return { kind: 'failure', reason: message.reason, ...description };
  }
}

function writeQuote(quote: Quote): Offer {
  const { copy, replaces, currency, pricing, lines, validFor, validUntilMs, returns, contact, checkout, words } = quote;
  return {
    kind: 'quote',
    '@type': 'Offer',
    copy,
    ...(replaces !== undefined && { replaces }),
    priceCurrency: currency,
    pricing,
    lines: lines.map(writeLine),
    priceSpecification: {
      '@type': 'CompoundPriceSpecification',
      priceComponent: components(
        { ...partOf('freight', quote.freight), ...partOf('handling', quote.handling), ...taxPart(quote.tax) },
        currency,
      ),
      ...writeTax(quote.tax),
    },
    ...(validFor !== undefined && { eligibleRegion: validFor }),
    priceValidUntil: momentOf(validUntilMs),
    hasMerchantReturnPolicy: writeReturns(returns),
    ...(contact && {
      seller: {
        contactPoint: {
          ...(contact.name !== undefined && { name: contact.name }),
          ...(contact.email !== undefined && { email: contact.email }),
          ...(contact.phone !== undefined && { telephone: contact.phone }),
        },
      },
    }),
    ...(checkout !== undefined && { checkoutPageURLTemplate: checkout }),
    ...(words !== undefined && { description: words }),
  };
}

type Parts = Partial<Record<'freight' | 'handling' | 'tax', Money | 'nothing'>>;

function partOf(part: 'freight' | 'handling', charge: Charge): Parts {
  return charge.kind === 'unknown' ? {} : { [part]: charge.kind === 'included' ? 'nothing' : charge.amount };
}

function taxPart(tax: Tax): Parts {
  return tax.kind === 'excluded-amount' ? { tax: tax.amount } : {};
}

function components(parts: Parts, currency: string): NonNullable<Charges['priceComponent']> {
  const price = (money: Money | 'nothing') => ({
    price: money === 'nothing' ? '0' : writeAmount(money),
    priceCurrency: money === 'nothing' ? currency : money.currency,
  });
  return [
    ...(parts.freight ? [{ '@type': 'DeliveryChargeSpecification' as const, ...price(parts.freight) }] : []),
    ...(parts.handling
      ? [{ '@type': 'PriceSpecification' as const, name: 'handling' as const, ...price(parts.handling) }]
      : []),
    ...(parts.tax ? [{ '@type': 'PriceSpecification' as const, name: 'tax' as const, ...price(parts.tax) }] : []),
  ];
}

function writeTax(tax: Tax): { valueAddedTaxIncluded?: boolean; taxPercent?: string } {
  switch (tax.kind) {
    case 'unknown':
      return {};
    case 'included':
      return { valueAddedTaxIncluded: true };
    case 'excluded-rate':
      return { valueAddedTaxIncluded: false, taxPercent: tax.percent };
    case 'excluded':
    case 'excluded-amount':
      return { valueAddedTaxIncluded: false };
  }
}

function writeReturns(returns: Returns): NonNullable<Offer['hasMerchantReturnPolicy']> {
  switch (returns.kind) {
    case 'none':
      return { returnPolicyCategory: 'MerchantReturnNotPermitted' };
    case 'unknown':
      return { returnPolicyCategory: 'https://schema.org/MerchantReturnUnspecified' };
    case 'days':
      return {
        returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
        merchantReturnDays: returns.days,
        ...(returns.paidBy === 'vendor' && { returnFees: 'FreeReturn' as const }),
        ...(returns.paidBy === 'person' && {
          returnFees: 'https://schema.org/ReturnFeesCustomerResponsibility' as const,
        }),
      };
  }
}

function writeLine(line: QuoteLine): OfferLine {
  if (line.kind === 'offered') {
    return writeOffered(line);
  }
  const { words, ...rest } = line;
  return { ...rest, ...(words !== undefined && { description: words }) };
}

const CONDITIONS = {
  new: 'NewCondition',
  refurbished: 'https://schema.org/RefurbishedCondition',
  used: 'UsedCondition',
  damaged: 'https://schema.org/DamagedCondition',
} as const;

function writeOffered(line: OfferedLine): WireOffered {
  const { name, brand, identifiers, properties, quantity, steps, price, options, availability, inventory, leadTime } =
    line;
  const written: Fields<WireOffered> = {
    kind: 'offered',
    '@type': 'Offer',
    key: line.key,
    line: line.line,
    itemOffered: {
      name,
      ...(brand !== undefined && { brand }),
      identifier: identifiers,
      additionalProperty: properties.map(writeProperty),
    },
    itemCondition: CONDITIONS[line.condition],
    substitute: line.isSubstitute,
    eligibleQuantity: {
      ...writeQuantity(quantity),
      ...(steps?.min !== undefined && { minValue: steps.min }),
      ...(steps?.max !== undefined && { maxValue: steps.max }),
      ...(steps?.step !== undefined && { stepValue: steps.step }),
    },
    priceSpecification: price.tiers.map(({ from, amount }) => ({
      '@type': 'UnitPriceSpecification' as const,
      price: writeAmount(amount),
      priceCurrency: amount.currency,
      referenceQuantity: writeQuantity(price.per),
      ...(from !== '0' && { eligibleQuantity: { minValue: from } }),
    })),
    addOn: options.map(({ key, name: called, group, amount, per }) => ({
      key,
      name: called,
      ...(group !== undefined && { group }),
      priceSpecification: {
        '@type': per === 'line' ? ('PriceSpecification' as const) : ('UnitPriceSpecification' as const),
        price: writeAmount(amount),
        priceCurrency: amount.currency,
      },
    })),
  };
  if (availability !== undefined) {
    written.availability = `https://schema.org/${availability}`;
  }
  if (inventory !== undefined) {
    written.inventoryLevel = { value: inventory };
  }
  if (leadTime) {
    const { fromDays, toDays } = leadTime;
    // Half of it is making ready, as far as days can be halved.
    const [from, to] = [Math.floor(fromDays / 2), Math.floor(toDays / 2)];
    written.shippingDetails = {
      deliveryTime: {
        handlingTime: { minValue: from, maxValue: to, unitCode: 'DAY' },
        transitTime: { minValue: fromDays - from, maxValue: toDays - to, unitCode: 'DAY' },
      },
    };
  }
  if (line.warrantyMonths !== undefined) {
    written.warranty = { durationOfWarranty: { value: line.warrantyMonths, unitCode: 'MON' } };
  }
  if (line.words !== undefined) {
    written.description = line.words;
  }
  return written;
}

function writeProperty({ property, value }: QuotedProperty): OfferedProperty {
  switch (value.kind) {
    case 'flag':
      return { name: property, value: value.is };
    case 'text':
      return { '@type': 'PropertyValue', name: property, value: value.text };
    case 'number':
      return value.unit === undefined
        ? { name: property, value: Number(value.value) }
        : { name: property, value: value.value, unitCode: value.unit };
  }
}

function writeQuantity({ value, unit }: Quantity): { value: string; unitCode: string } {
  return { value, unitCode: unit };
}

function writeOrder({ number, lines, freight, handling, tax, total, dueBy }: Order) {
  const parts = { ...(freight && { freight }), ...(handling && { handling }), ...(tax && { tax }) };
  return {
    orderNumber: number,
    orderedItem: lines.map(writeOrderLine),
    priceSpecification: {
      priceComponent: components(parts, 'EUR'),
      ...(total && { price: writeAmount(total), priceCurrency: total.currency }),
    },
    ...(dueBy !== undefined && { orderDelivery: { expectedArrivalUntil: dueBy } }),
  };
}

function writeOrderLine({ offer, name, quantity, amount }: OrderLine): OrderItem {
  return {
    ...(offer !== undefined && { offer }),
    name,
    orderQuantity: writeQuantity(quantity),
    ...(amount && { priceSpecification: { price: writeAmount(amount), priceCurrency: amount.currency } }),
  };
}
