/**
 * What is handed over where an accepted quote is paid for by other protocols: an open checkout mandate of AP2 (the Agent
 * Payments Protocol), and a quote's id with its end, as checkouts of ACP (the Agentic Commerce Protocol) take it. Both say only
 * what was agreed with that one vendor: no address, no name.
 */
import type { MessageId, Origin } from '../domain/ids.ts';
import { type Identifier, schemeOf, valueOf } from '../domain/identifier.ts';
import type { Money } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';

/** A thing that was accepted, and what it may be called at a checkout. */
export interface CheckoutLine {
  readonly offer: string;
  readonly name: string;
  readonly identifiers: readonly Identifier[];
  readonly quantity: Quantity;
}

export interface Checkout {
  readonly vendor: Origin;
  readonly quote: MessageId;
  readonly lines: readonly CheckoutLine[];
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
  const items = lines.map(({ offer, name, identifiers, quantity }) => ({
    id: offer,
    acceptable_items: [{ id: itemIdOf(offer, identifiers), title: name }],
    quantity: Number(quantity.value),
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

export interface CheckoutQuote {
  readonly quote_id: string;
  /** RFC 3339. */
  readonly expires_at: string;
  readonly line_items: readonly { readonly id: string; readonly quantity: string }[];
  /** In lower case, as ACP has currencies. */
  readonly currency?: string;
  /** In minor units. */
  readonly total?: number;
}

/** The accepted quote by its id, and until when a checkout may take it at its price. */
export function checkoutQuote({ quote, lines, total, validUntilMs }: Checkout): CheckoutQuote {
  return {
    quote_id: quote,
    expires_at: new Date(validUntilMs).toISOString(),
    line_items: lines.map(({ offer, identifiers, quantity }) => ({
      id: itemIdOf(offer, identifiers),
      quantity: quantity.value,
    })),
    ...(total && { currency: total.currency.toLowerCase(), total: total.minor }),
  };
}

/** What the vendor's own catalogue knows it by, or the name it has in the quote. */
function itemIdOf(offer: string, identifiers: readonly Identifier[]): string {
  const first = ['sku', 'gtin', 'mpn', 'isbn'].flatMap((scheme) =>
    identifiers.filter((identifier) => schemeOf(identifier) === scheme),
  )[0];
  return first === undefined ? offer : valueOf(first);
}
