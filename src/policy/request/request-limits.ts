/**
 * How much of everything there may be. A vendor beyond a limit is told so and nothing is kept; the sizes of single texts and
 * messages are the wire's.
 */
export const REQUEST_LIMITS = {
  /** Lines of a request: a household's whole shopping, and a comparison that still fits a screen's memory. */
  lines: 100,
  /** Vendors asked in one request: more is broadcasting, and nobody reads the answers. */
  threads: 100,
  /** Messages of one vendor in one thread that are looked at: a long haggle is twenty. */
  messages: 100,
  /** Messages that could not be read, or were wrong in themselves, before a thread is given up: once is a slip, three times is a fault. */
  garbled: 3,
  /** Lines of a quote, several offers for a line among them. */
  quoteLines: 300,
  /** Offers for one line: what a person can choose among. */
  offersOfLine: 10,
  options: 30,
  tiers: 20,
  properties: 100,
  /** Of what one vendor said in one thread and is kept, in UTF-16 units of JSON: a hundred quotes of twenty lines. */
  storyLength: 4_000_000,
  /** Proposals of one vendor that wait for the person. */
  proposals: 20,
  /** Days of a lead time or a right of return, months of a warranty: beyond is a slip of the keyboard. */
  days: 3650,
  months: 600,
} as const;
