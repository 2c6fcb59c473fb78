/**
 * What is handed over where an accepted quote is paid for by other protocols: an open checkout mandate of AP2 (the Agent
 * Payments Protocol), and a quote's id with its end, as checkouts of ACP (the Agentic Commerce Protocol) take it. Both say only
 * what was agreed with that one vendor: no address, no name. What was chosen with a thing is a line of its own in both, since
 * neither knows options that cost something; so the lines add up to what was agreed.
 */
import type { CurrencyCode } from '../domain/currency.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { MessageId, Origin } from '../domain/ids.ts';
import { type Identifier, schemeOf, valueOf } from '../domain/identifier.ts';
import type { Money } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';

/** Something that was chosen with a thing. */
export interface CheckoutOption {
  readonly key: string;
  readonly name: string;
  readonly per: 'line' | 'unit';
  /** For all of it; may be below nothing. */
  readonly amount: Money;
}

/** A thing that was accepted, and what it may be called at a checkout. */
export interface CheckoutLine {
  readonly offer: string;
  readonly name: string;
  readonly identifiers: readonly Identifier[];
  readonly quantity: Quantity;
  /** For all of it, without its options. */
  readonly amount: Money;
  readonly options: readonly CheckoutOption[];
}

/** The parts of the total are there as far as they are known: nothing, where it is in the price. */
export interface Checkout {
  readonly vendor: Origin;
  readonly quote: MessageId;
  readonly currency: CurrencyCode;
  /** At least one. */
  readonly lines: readonly CheckoutLine[];
  readonly goods: Money;
  readonly freight?: Money;
  readonly handling?: Money;
  /** That comes on top. */
  readonly tax?: Money;
  /** Of all of them, when each is known. */
  readonly total?: Money;
  readonly acceptedAtMs: number;
  readonly validUntilMs: number;
}

/** Of a public key as JSON Web Key: who may use the mandate. */
export type MandateKey = Readonly<Record<string, string>>;

interface MandateItem {
  readonly id: string;
  readonly acceptable_items: readonly { readonly id: string; readonly title: string }[];
  readonly quantity: number;
}

export interface OpenCheckoutMandate {
  readonly vct: 'mandate.checkout.open.1';
  readonly constraints: readonly [
    { readonly type: 'checkout.line_items'; readonly items: readonly MandateItem[] },
    {
      readonly type: 'checkout.allowed_merchants';
      readonly allowed: readonly [{ readonly id: string; readonly name: string; readonly website: string }];
    },
  ];
  readonly cnf: { readonly jwk: MandateKey };
  /** In seconds since the Unix epoch, as JWTs have it. */
  readonly iat: number;
  readonly exp: number;
}

/**
 * That what was accepted may be checked out, at this vendor alone, until the quote ends, by whoever holds the key. Not signed:
 * that is for whoever the person hands it to and shows it on their own screen.
 *
 * @returns `undefined` when something is in parts of one: a mandate counts in whole things
 */
export function openCheckoutMandate(
  { vendor, lines, acceptedAtMs, validUntilMs }: Checkout,
  jwk: MandateKey,
): OpenCheckoutMandate | undefined {
  if (lines.some(({ quantity }) => !/^\d{1,9}$/u.test(quantity.value))) {
    return undefined;
  }
  const items = lines.flatMap(entriesOf).map(({ id, item, name, quantity }) => ({
    id,
    acceptable_items: [{ id: item, title: name }],
    quantity: Number(quantity),
  }));
  return {
    vct: 'mandate.checkout.open.1',
    constraints: [
      { type: 'checkout.line_items', items },
      { type: 'checkout.allowed_merchants', allowed: [{ id: vendor, name: new URL(vendor).host, website: vendor }] },
    ],
    cnf: { jwk },
    iat: Math.floor(acceptedAtMs / 1_000),
    exp: Math.floor(validUntilMs / 1_000),
  };
}

/** One of ACP's totals, in minor units. */
interface CheckoutTotal {
  readonly type: 'subtotal' | 'fulfillment' | 'fee' | 'tax' | 'total';
  readonly display_text: string;
  readonly amount: number;
}

export interface CheckoutQuote {
  readonly quote_id: string;
  /** RFC 3339. */
  readonly expires_at: string;
  /** In lower case, as ACP has currencies. */
  readonly currency: string;
  readonly line_items: readonly {
    readonly id: string;
    readonly item: { readonly id: string; readonly name: string };
    /** Decimal text: a thing may be in parts of one. */
    readonly quantity: string;
    /** The line that it was chosen with. */
    readonly parent_id?: string;
    readonly totals: readonly [CheckoutTotal];
  }[];
  /** As far as they are known; those of nothing are left out. */
  readonly totals: readonly CheckoutTotal[];
}

/** The accepted quote by its id, until when a checkout may take it at its price, and how that comes about. */
export function checkoutQuote(checkout: Checkout): CheckoutQuote {
  const { quote, currency, lines, goods, freight, handling, tax, total, validUntilMs } = checkout;
  return {
    quote_id: quote,
    expires_at: new Date(validUntilMs).toISOString(),
    currency: currency.toLowerCase(),
    line_items: lines.flatMap(entriesOf).map(({ id, item, name, quantity, parent, amount }) => ({
      id,
      item: { id: item, name },
      quantity,
      ...(parent !== undefined && { parent_id: parent }),
      totals: [totalOf('total', 'Total', amount)],
    })),
    totals: [
      totalOf('subtotal', 'Subtotal', goods),
      ...(isSome(freight) ? [totalOf('fulfillment', 'Freight', freight)] : []),
      ...(isSome(handling) ? [totalOf('fee', 'Handling', handling)] : []),
      ...(isSome(tax) ? [totalOf('tax', 'Tax', tax)] : []),
      ...(total ? [totalOf('total', 'Total', total)] : []),
    ],
  };
}

interface Entry {
  readonly id: string;
  readonly item: string;
  readonly name: string;
  readonly quantity: Decimal;
  readonly parent?: string;
  readonly amount: Money;
}

/** The thing, and after it what was chosen with it. No key of an offer or an option has a slash in it. */
function entriesOf({ offer, name, identifiers, quantity, amount, options }: CheckoutLine): Entry[] {
  return [
    { id: offer, item: itemIdOf(offer, identifiers), name, quantity: quantity.value, amount },
    ...options.map((option) => ({
      id: `${offer}/${option.key}`,
      item: `${offer}/${option.key}`,
      name: option.name,
      quantity: option.per === 'line' ? ('1' as Decimal) : quantity.value,
      parent: offer,
      amount: option.amount,
    })),
  ];
}

function totalOf(type: CheckoutTotal['type'], text: string, { minor }: Money): CheckoutTotal {
  return { type, display_text: text, amount: minor };
}

function isSome(amount: Money | undefined): amount is Money {
  return amount !== undefined && amount.minor !== 0;
}

/** What the vendor's own catalogue knows it by, or the name it has in the quote. */
function itemIdOf(offer: string, identifiers: readonly Identifier[]): string {
  const first = ['sku', 'gtin', 'mpn', 'isbn'].flatMap((scheme) =>
    identifiers.filter((identifier) => schemeOf(identifier) === scheme),
  )[0];
  return first === undefined ? offer : valueOf(first);
}
