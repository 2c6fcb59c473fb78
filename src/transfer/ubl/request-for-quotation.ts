import type { WholeCopy } from '../../domain/vendor-copy.ts';
import { writeAmount } from '../../domain/money.ts';
import { cac, cbc, type MaybeElement, ublDocument } from './ubl-element.ts';
import { customer, day, itemOf, periodUntil, quantity, requirementsOf, seller, time } from './ubl-parts.ts';

/** Of a request to nobody by name: UBL has none without a seller. */
const ANY_SELLER = cac('SellerSupplierParty', [cac('Party', [cac('PartyName', [cbc('Name', 'Any vendor')])])]);

/**
 * A request as UBL's RequestForQuotation. It is written from the copy that one vendor has, which holds nothing that is private;
 * what UBL has no element for stands in notes.
 *
 * @param vendor - whose copy it is; without, neither side is named
 * @param issuedAtMs - when it was cast or is written, in milliseconds since the Unix epoch
 */
export function requestForQuotation(copy: WholeCopy, vendor: string | undefined, issuedAtMs: number): string {
  const { lines, answerByMs, budget, fixedPrice } = copy;
  const currency = (budget?.max ?? fixedPrice?.price)?.currency;
  return ublDocument('RequestForQuotation', [
    cbc('ID', copy.request),
    cbc('IssueDate', day(issuedAtMs)),
    cbc('IssueTime', time(issuedAtMs)),
    cbc('SubmissionDueDate', answerByMs === undefined ? undefined : day(answerByMs)),
    ...notesOf(copy).map((note) => cbc('Note', note)),
    cbc('PricingCurrencyCode', currency),
    cbc('LineCountNumeric', lines.length),
    periodUntil('RequestedValidityPeriod', copy.lapsesAtMs),
    ...(vendor === undefined ? [ANY_SELLER] : [customer('OriginatorCustomerParty', copy.person), seller(vendor)]),
    deliveryOf(copy),
    ...copy.deliveryMethods.map((method) => cac('DeliveryTerms', [cbc('SpecialTerms', method)])),
    ...lines.map((line) =>
      cac('RequestForQuotationLine', [
        cbc('ID', line.number),
        cac('LineItem', [
          cbc('ID', line.number),
          cbc('Note', line.condition === 'any' ? undefined : `Condition: ${line.condition}`),
          cbc('Note', `Substitutes: ${line.substitutes}`),
          quantity('Quantity', line.quantity),
          cbc('WarrantyInformation', copy.warrantyMonths === undefined ? undefined : `${copy.warrantyMonths} months`),
          itemOf(line, line.requirements.flatMap(requirementsOf)),
        ]),
      ]),
    ),
  ]);
}

function deliveryOf({ neededBy, area }: WholeCopy): MaybeElement {
  return cac('Delivery', [
    cbc('LatestDeliveryDate', neededBy !== undefined && neededBy.length >= 10 ? neededBy.slice(0, 10) : undefined),
    area &&
      cac('DeliveryAddress', [
        cbc('CountrySubentity', area.region),
        cac('Country', [cbc('IdentificationCode', area.country)]),
      ]),
  ]);
}

function notesOf({ category, neededBy, budget, fixedPrice, paymentMethods, attachments }: WholeCopy): string[] {
  const min = budget?.min;
  return [
    `Wanted: ${category}`,
    // A month or a year is no date of UBL's.
    ...(neededBy !== undefined && neededBy.length < 10 ? [`Needed by: ${neededBy}`] : []),
    ...(budget
      ? [`Budget: ${min ? `${writeAmount(min)} to ` : 'up to '}${writeAmount(budget.max)} ${budget.max.currency}`]
      : []),
    ...(fixedPrice ? [`Fixed price: ${writeAmount(fixedPrice.price)} ${fixedPrice.price.currency}`] : []),
    ...paymentMethods.map((method) => `Payment: ${method}`),
    ...attachments,
  ];
}
