/**
 * What can be wrong with the person's data. Each has a text in the interface, `health_<code>`; its figures go where that
 * says `$1`, `$2` …
 */
export const PROBLEM_CODES = [
  'identifier-twice', // the thing
  'gone-speaks', // the thing
  'identifier-strays', // the identifier, the thing it points to
  'identifier-lost', // the thing, the identifier
  'merge-nowhere', // the join
  'rating-homeless', // the thing
  'rating-kind', // the thing
  'version-homeless', // the earlier judgement
  'version-twofold', // the earlier judgement
  'count-off', // what is counted, what the count says, what is there
  'source-homeless', // what a source says
  'intention-homeless', // the intention
  'pair-order', // the pair
  'version-strays', // the earlier version
  'thread-homeless', // the thread
  'thread-outlives', // the thread, its request
  'acceptance-astray', // the request
  'message-homeless', // the message
  'story-broken', // the thread, how many messages it says, how many there are
  'order-homeless', // the order
  'work-homeless', // the work
  'record-unreadable', // the table, the record, which field and what is wrong with it
  'stamps-equal', // how many
  'change-ahead', // its stamp
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing that does not hold. */
export interface StoreProblem {
  readonly code: ProblemCode;
  /** Ids, names and counts, as they stand. */
  readonly figures: readonly string[];
}
