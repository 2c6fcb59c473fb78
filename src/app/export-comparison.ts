import type { Money } from '../domain/money.ts';
import type { Budget, RequestForProposals } from '../domain/request-for-proposals.ts';
import { isOffered } from '../policy/request/check-quote.ts';
import { totalToTheDoor } from '../policy/request/total-to-the-door.ts';
import type { WeighedLine } from '../policy/request/weigh-quote.ts';
import {
  type ComparedLineRecord,
  type ComparedQuoteRecord,
  comparisonCsv,
  comparisonJson,
} from '../transfer/comparison.ts';
import { quotation, type QuotedTotals } from '../transfer/ubl/quotation.ts';
import { nameInFile } from './name-in-file.ts';
import type { ComparedQuote, CurrencyGroup } from './weigh-quotes.ts';

/** A file for the person alone. */
export interface WrittenFile {
  readonly name: string;
  readonly text: string;
}

/** A comparison as a file, in its order, with what is chosen. */
export function compareFile(
  { category, budget }: RequestForProposals,
  groups: readonly CurrencyGroup[],
  format: 'csv' | 'json',
): WrittenFile {
  const records = groups.flatMap(({ quotes }) => quotes.map((one) => recordOf(one, budget)));
  const text = format === 'csv' ? comparisonCsv(records) : comparisonJson(records);
  return { name: `quotes-${nameInFile(category)}.${format}`, text };
}

/** A quote as UBL's Quotation, as the vendor gave it: what the person chooses is not in it. */
export function quotationFile({ quote: standing }: ComparedQuote): WrittenFile {
  const { quote, vendor, copy, quotedAtMs } = standing;
  const totals = totalsOf(standing);
  return {
    name: `quotation-${nameInFile(new URL(vendor).host)}.xml`,
    text: quotation({ copy, quote, totals, vendor, person: copy.person, quotedAtMs }),
  };
}

/** Of lines with several offers the first counts: nobody gets them all. */
function totalsOf({ quote }: ComparedQuote['quote']): QuotedTotals {
  const nothing: Money = { minor: 0, currency: quote.currency };
  const offers = quote.lines.filter(isOffered);
  const firsts = offers.filter((offer, place) => offers.findIndex(({ line }) => line === offer.line) === place);
  const price = totalToTheDoor(
    quote,
    firsts.map(({ key }) => ({ offer: key, options: [] })),
  );
  if (price.kind === 'impossible') {
    return { lines: new Map(), goods: nothing, unknown: ['total'], atLeast: nothing };
  }
  const { goods, tax, unknown, atLeast } = price;
  const lines = new Map(price.lines.map(({ offer, amount }) => [offer, amount]));
  return { lines, goods, ...(tax && { tax }), unknown, atLeast };
}

function recordOf({ quote: standing, weighed, choice }: ComparedQuote, own: Budget | undefined): ComparedQuoteRecord {
  const { quote, vendor } = standing;
  const { price, budget, leadDays, warrantyMonths, returnDays } = weighed;
  const options = new Map(choice.map((chosen) => [chosen.offer, chosen.options]));
  return {
    vendor,
    quote: quote.id,
    currency: quote.currency,
    ...(price.kind === 'priced' && partsOf(price)),
    isTaxIncluded: quote.tax.kind === 'included',
    pricing: quote.pricing,
    ...(leadDays !== undefined && { leadDays }),
    validUntil: new Date(quote.validUntilMs).toISOString(),
    ...(warrantyMonths !== undefined && { warrantyMonths }),
    ...(returnDays !== undefined && { returnDays }),
    ...(own && { budget: { ...budgetEnds(own), ...(budget && { meets: budget }) } }),
    lines: weighed.lines.map((line) => {
      const amount =
        price.kind === 'priced' ? price.lines.find(({ offer }) => offer === line.chosen?.key)?.amount : undefined;
      return { ...lineRecord(line, options.get(line.chosen?.key ?? '') ?? []), ...(amount && { amount }) };
    }),
  };
}

/** Whether vendors see it is no part of what it is. */
function budgetEnds({ min, max }: Budget): Pick<Budget, 'min' | 'max'> {
  return { ...(min && { min }), max };
}

function partsOf({
  total,
  atLeast,
  goods,
  freight,
  handling,
  tax,
}: Extract<ComparedQuote['weighed']['price'], { readonly kind: 'priced' }>) {
  return {
    ...(total && { total }),
    atLeast,
    goods,
    ...(freight && { freight }),
    ...(handling && { handling }),
    ...(tax && { tax }),
  };
}

function lineRecord(
  { line, chosen, offers, other, asked, requirements }: WeighedLine,
  taken: readonly string[],
): ComparedLineRecord {
  const { wanted, number } = line;
  return {
    line: number,
    wanted: wanted.kind === 'item' ? wanted.name : wanted.words,
    state: chosen ? 'offered' : offers.length > 0 ? 'left-out' : other?.kind === 'pending' ? 'pending' : 'not-offered',
    ...(chosen && {
      offered: chosen.name,
      isSubstitute: chosen.isSubstitute,
      condition: chosen.condition,
      ...(chosen.availability !== undefined && { availability: chosen.availability }),
      quantity: chosen.quantity,
    }),
    options: taken.flatMap((key) => chosen?.options.find((option) => option.key === key)?.name ?? []),
    met: [
      ...asked.map(({ of, level }) => ({ asked: of, level })),
      ...requirements.map(({ requirement, level }) => ({ asked: requirement.property, level })),
    ],
  };
}
