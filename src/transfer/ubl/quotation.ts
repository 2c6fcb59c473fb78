import type { Decimal } from '../../domain/decimal.ts';
import { compareDecimals } from '../../domain/decimal.ts';
import { type Money, writeAmount } from '../../domain/money.ts';
import type { Charge, OfferedLine, Quote, QuoteLine } from '../../domain/quote.ts';
import type { CopyLine, WholeCopy } from '../../domain/vendor-copy.ts';
import { cac, cbc, type MaybeElement, ublDocument } from './ubl-element.ts';
import {
  amount,
  charge,
  customer,
  day,
  itemOf,
  periodUntil,
  propertyOf,
  quantity,
  seller,
  time,
  type UblParties,
} from './ubl-parts.ts';

/** What a quote comes to as it stands, worked out by whoever knows how (`policy/request/total-to-the-door.ts`). */
export interface QuotedTotals {
  /** Of each offer, by its key. */
  readonly lines: ReadonlyMap<string, Money>;
  readonly goods: Money;
  readonly tax?: Money;
  /** Parts that the vendor does not say, and so are not in `atLeast`. */
  readonly unknown: readonly string[];
  readonly atLeast: Money;
}

export interface QuotationParts extends UblParties {
  /** What the vendor was asked: its lines say what a substitute stands instead of. */
  readonly copy: WholeCopy;
  readonly quote: Quote;
  readonly totals: QuotedTotals;
  readonly quotedAtMs: number;
}

/** A vendor's quote as UBL's Quotation. Nothing is guessed: what is not known of the total is named in a note. */
export function quotation({ copy, quote, totals, vendor, person, quotedAtMs }: QuotationParts): string {
  const { lines, tax, freight, handling } = quote;
  return ublDocument('Quotation', [
    cbc('ID', quote.id),
    cbc('IssueDate', day(quotedAtMs)),
    cbc('IssueTime', time(quotedAtMs)),
    ...notesOf(quote, totals).map((note) => cbc('Note', note)),
    cbc('PricingCurrencyCode', quote.currency),
    cbc('LineCountNumeric', lines.length),
    periodUntil('ValidityPeriod', quote.validUntilMs),
    cac('RequestForQuotationDocumentReference', [cbc('ID', copy.request)]),
    seller(vendor, quote.contact),
    customer('OriginatorCustomerParty', person),
    charge('FC', 'Freight', amountOf(freight)),
    charge('HD', 'Handling', amountOf(handling)),
    tax.kind === 'included' || tax.kind === 'unknown' || totals.tax === undefined
      ? undefined
      : cac('TaxTotal', [amount('TaxAmount', totals.tax), cbc('TaxIncludedIndicator', 'false')]),
    cac('QuotedMonetaryTotal', [amount('LineExtensionAmount', totals.goods), amount('PayableAmount', totals.atLeast)]),
    ...lines.map((line) => lineOf(line, { asked: askedOf(copy, line), totals })),
  ]);
}

interface LineContext {
  readonly asked: CopyLine | undefined;
  readonly totals: QuotedTotals;
}

function lineOf(line: QuoteLine, context: LineContext): MaybeElement {
  const { asked, totals } = context;
  if (line.kind !== 'offered') {
    const said = line.kind === 'pending' ? 'To follow' : `Not offered: ${line.reason}`;
    return cac('QuotationLine', [
      cbc('ID', `line-${line.line}`),
      cbc('Note', said),
      cbc('Note', line.words),
      cbc('RequestForQuotationLineID', line.line),
      cac('LineItem', [
        cbc('ID', `line-${line.line}`),
        itemOf(asked ?? { name: `Line ${line.line}`, identifiers: [] }),
      ]),
    ]);
  }
  return cac('QuotationLine', [
    cbc('ID', line.key),
    cbc('Note', line.words),
    quantity('Quantity', line.quantity),
    amount('LineExtensionAmount', totals.lines.get(line.key)),
    cbc('RequestForQuotationLineID', line.line),
    ...(line.isSubstitute
      ? [
          cac('LineItem', [cbc('ID', line.line), quantity('Quantity', asked?.quantity), itemOf(asked ?? line)]),
          offerOf('SellerProposedSubstituteLineItem', line, totals),
        ]
      : [offerOf('LineItem', line, totals)]),
  ]);
}

function offerOf(name: string, line: OfferedLine, totals: QuotedTotals): MaybeElement {
  const { price, steps, leadTime, warrantyMonths } = line;
  const unit = price.per.unit;
  const limit = (of: string, value: Decimal | undefined): MaybeElement => cbc(of, value, { unitCode: unit });
  const tier = price.tiers.findLast(({ from }) => compareDecimals(line.quantity.value, from) >= 0) ?? price.tiers[0];
  return cac(name, [
    cbc('ID', line.key),
    ...offerNotes(line).map((note) => cbc('Note', note)),
    quantity('Quantity', line.quantity),
    amount('LineExtensionAmount', totals.lines.get(line.key)),
    limit('MinimumQuantity', steps?.min),
    limit('MaximumQuantity', steps?.max),
    cbc('WarrantyInformation', warrantyMonths === undefined ? undefined : `${warrantyMonths} months`),
    leadTime &&
      cac('Delivery', [
        cac('PromisedDeliveryPeriod', [
          cbc('DurationMeasure', leadTime.toDays, { unitCode: 'DAY' }),
          cbc('Description', `${leadTime.fromDays} to ${leadTime.toDays} days`),
        ]),
      ]),
    cac('Price', [amount('PriceAmount', tier?.amount), quantity('BaseQuantity', price.per)]),
    itemOf(line, line.properties.map(propertyOf)),
  ]);
}

/** What UBL has no element for: the other steps of a price, what can be chosen, and in which steps. */
function offerNotes({ price, options, steps, condition, availability, inventory }: OfferedLine): string[] {
  const per = `${price.per.value} ${price.per.unit}`;
  const written = (money: Money): string => `${writeAmount(money)} ${money.currency}`;
  return [
    `Condition: ${condition}`,
    ...(availability === undefined ? [] : [`Availability: ${availability}`]),
    ...(inventory === undefined ? [] : [`Inventory: ${inventory} ${price.per.unit}`]),
    ...(price.tiers.length > 1
      ? price.tiers.map((tier) => `From ${tier.from}: ${written(tier.amount)} for ${per}`)
      : []),
    ...(steps?.step === undefined ? [] : [`In steps of ${steps.step} ${price.per.unit}`]),
    ...options.map(({ name, amount: costs, per: each }) => `Option: ${name}, ${written(costs)} for each ${each}`),
  ];
}

function notesOf({ words, validFor, pricing, returns, tax }: Quote, { unknown }: QuotedTotals): string[] {
  return [
    ...(words === undefined ? [] : [words]),
    ...(validFor === undefined ? [] : [`Valid for: ${validFor}`]),
    `Pricing: ${pricing}`,
    `Tax: ${tax.kind === 'excluded-rate' ? `excluded, ${tax.percent} percent` : tax.kind}`,
    ...(returns.kind === 'days' ? [`Returns: ${returns.days} days, paid by ${returns.paidBy}`] : []),
    ...(returns.kind === 'none' ? ['Returns: none'] : []),
    ...(unknown.length === 0 ? [] : [`Not in the total: ${unknown.join(', ')}`]),
  ];
}

function askedOf({ lines }: WholeCopy, { line }: QuoteLine): CopyLine | undefined {
  return lines.find(({ number }) => number === line);
}

function amountOf(of: Charge): Money | undefined {
  return of.kind === 'charged' ? of.amount : undefined;
}
