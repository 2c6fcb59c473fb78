/**
 * How much is kept of one thing. What is written is no more, so that every export is read again: imports are cut to it
 * where rows become things, and a reader of exports refuses what is beyond. Never smaller than before: what was kept once
 * must come back. Wider than today's forms.
 */
export const KEPT = {
  /** Letters of a name, a tag, a column, a path; of what a source calls a thing. */
  name: 2_500,
  /** Letters of a review or note. */
  text: 100_000,
  /** Letters of all reviews, notes and fields that one kind of file has of a thing: no line of an export is longer than its reader takes. */
  words: 200_000,
  /** Names, tags, marks, reviews. */
  list: 10_000,
  /** Times that it was seen. */
  uses: 100_000,
  /** Of anything that is counted. */
  count: 1e9,
} as const;
