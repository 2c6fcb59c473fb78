/**
 * How much of everything a message of a request may hold. A vendor's is refused beyond it, before anything of it is looked
 * at; the counts are those of the request itself (a test holds the two equal).
 */
export const WIRE_LIMITS = {
  /** A whole answer of an endpoint, in UTF-16 units. A quote of 300 lines as shops write them is a tenth of it. */
  answer: 1_048_576,
  /** Messages in one answer of an endpoint, in one demand of `intentions()`. */
  messages: 100,
  lines: 100,
  quoteLines: 300,
  options: 30,
  tiers: 20,
  properties: 100,
  days: 3650,
  months: 600,
  identifiers: 12,
  /** Things of one order or one proposal. */
  orderLines: 300,
  /** Keys of a vendor. */
  keys: 8,
  /** Characters of a name, of words, of something as short as a group of options, of an address. */
  name: 300,
  words: 2_000,
  short: 100,
  address: 2_048,
} as const;
