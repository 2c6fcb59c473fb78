import type { Decline, Question, Referral } from '../../protocol/customer-reply.ts';
import type { Offer, OfferedLine, OfferLine } from '../../protocol/customer-offer.ts';
import type { Demand } from '../../protocol/customer-request.ts';

/** What a quote has to say; the rest of {@link Offer} may be given beside it. */
export interface QuoteParts extends Partial<Omit<Offer, 'kind' | '@type' | 'copy'>> {
  readonly priceCurrency: string;
  readonly priceValidUntil: string;
  readonly lines: readonly OfferLine[];
}

/** A quote for the newest copy of a request; its prices are fixed unless you say otherwise. */
export function quoteFor(demand: Demand, parts: QuoteParts): Offer {
  return { pricing: 'fixed', ...parts, kind: 'quote', '@type': 'Offer', copy: demand.copy };
}

/**
 * One line of a quote: the thing that was asked for, as many as were asked for, new, at a price for one.
 *
 * @param line - the {@link Offer.lines} number of the demand
 */
export function offerFor(
  demand: Demand,
  line: number,
  parts: { readonly key: string; readonly price: string; readonly priceCurrency: string } & Partial<OfferedLine>,
): OfferedLine {
  const { price, priceCurrency, ...rest } = parts;
  const asked = demand.lines?.find((one) => one.line === line);
  const { '@type': type, name = '' } = asked?.itemOffered ?? {};
  const { value, unitCode } = asked?.eligibleQuantity ?? { value: '1', unitCode: 'C62' };
  return {
    itemOffered: { name, ...(type !== undefined && { '@type': type }) },
    itemCondition: 'NewCondition',
    eligibleQuantity: { value, unitCode },
    priceSpecification: [{ price, priceCurrency }],
    ...rest,
    kind: 'offered',
    line,
  };
}

export function declineOf(demand: Demand, reason: Decline['reason'], parts: Partial<Decline> = {}): Decline {
  return { ...parts, kind: 'decline', copy: demand.copy, reason };
}

/** 'Ask them instead.' You learn nothing of whether the person does. */
export function referralOf(demand: Demand, { name, url }: Pick<Referral, 'name' | 'url'>, words?: string): Referral {
  return {
    kind: 'referral',
    '@type': 'Organization',
    copy: demand.copy,
    name,
    url,
    ...(words !== undefined && { description: words }),
  };
}

/** Asks back; your clock stands until the person answers. */
export function questionOn(demand: Demand, text: string, line?: number): Question {
  return { kind: 'question', '@type': 'Question', copy: demand.copy, text, ...(line !== undefined && { line }) };
}
