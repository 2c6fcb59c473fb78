import type { CurrencyCode } from '../domain/currency.ts';
import { type Money, writeAmount } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Availability, ItemCondition } from '../domain/quote.ts';
import { csvText, notRun } from './csv-text.ts';

/** How something that was asked for is met: by the words of the comparison, `met`, `partly`, `not`, `not-said`. */
export interface MetRecord {
  readonly asked: string;
  readonly level: string;
}

export interface ComparedLineRecord {
  readonly line: number;
  readonly wanted: string;
  readonly state: 'offered' | 'left-out' | 'pending' | 'not-offered';
  readonly offered?: string;
  readonly isSubstitute?: boolean;
  readonly condition?: ItemCondition;
  readonly availability?: Availability;
  readonly quantity?: Quantity;
  /** With the options that are chosen. */
  readonly amount?: Money;
  readonly options: readonly string[];
  readonly met: readonly MetRecord[];
}

/** A quote of a comparison, as it stands chosen. All amounts are in its one currency. */
export interface ComparedQuoteRecord {
  readonly vendor: string;
  readonly quote: string;
  readonly currency: CurrencyCode;
  /** To the door; absent while a part of it is unknown. */
  readonly total?: Money;
  readonly atLeast?: Money;
  readonly goods?: Money;
  readonly freight?: Money;
  readonly handling?: Money;
  readonly tax?: Money;
  readonly isTaxIncluded: boolean;
  readonly pricing: 'fixed' | 'negotiable';
  readonly leadDays?: number;
  /** An instant in ISO 8601. */
  readonly validUntil: string;
  readonly warrantyMonths?: number;
  readonly returnDays?: number;
  /** The person's own, and whether it is kept to: the file is theirs alone. Absent where they have none. */
  readonly budget?: {
    readonly min?: Money;
    readonly max: Money;
    /** Absent where nothing is chosen. */
    readonly meets?: 'within' | 'above' | 'open' | 'other-currency';
  };
  readonly lines: readonly ComparedLineRecord[];
}

const HEADER = [
  [
    'vendor',
    'quote',
    'currency',
    'total',
    'at least',
    'goods',
    'freight',
    'handling',
    'tax',
    'tax included',
    'pricing',
  ],
  ['days', 'valid until', 'warranty months', 'return days'],
  ['budget at least', 'budget at most', 'budget currency', 'within budget'],
  ['line', 'wanted', 'state', 'offered', 'substitute', 'condition', 'availability', 'quantity', 'unit', 'amount'],
  ['options', 'met'],
].flat();

/** A row for each line of each quote: amounts as decimals of their currency, empty where nobody said. */
export function comparisonCsv(quotes: readonly ComparedQuoteRecord[]): string {
  const rows = quotes.flatMap((quote) => quote.lines.map((line) => [...quoteCells(quote), ...lineCells(line)]));
  return csvText([HEADER, ...rows]);
}

/** The same with nothing left out, for programs: amounts in whole minor units. */
export function comparisonJson(quotes: readonly ComparedQuoteRecord[]): string {
  return `${JSON.stringify({ version: 1, quotes }, undefined, 2)}\n`;
}

function quoteCells(one: ComparedQuoteRecord): string[] {
  const { vendor, quote, currency, total, atLeast, goods, freight, handling, tax, isTaxIncluded, pricing } = one;
  const { leadDays, validUntil, warrantyMonths, returnDays, budget } = one;
  return [
    notRun(vendor),
    notRun(quote),
    currency,
    ...[total, atLeast, goods, freight, handling, tax].map(amountCell),
    String(isTaxIncluded),
    pricing,
    numberCell(leadDays),
    validUntil,
    numberCell(warrantyMonths),
    numberCell(returnDays),
    amountCell(budget?.min),
    amountCell(budget?.max),
    budget?.max.currency ?? '',
    budget?.meets ?? '',
  ];
}

function lineCells(one: ComparedLineRecord): string[] {
  const { line, wanted, state, offered, isSubstitute, condition, availability, quantity, amount, options, met } = one;
  return [
    String(line),
    notRun(wanted),
    state,
    notRun(offered ?? ''),
    isSubstitute === undefined ? '' : String(isSubstitute),
    condition ?? '',
    availability ?? '',
    quantity?.value ?? '',
    quantity?.unit ?? '',
    amountCell(amount),
    notRun(options.join('; ')),
    notRun(met.map(({ asked, level }) => `${asked}: ${level}`).join('; ')),
  ];
}

function amountCell(money: Money | undefined): string {
  return money ? writeAmount(money) : '';
}

function numberCell(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
