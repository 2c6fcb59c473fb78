/** Sorts after every moment. */
export const LAST = '\uffff';

/** How ISO 8601 text of a moment ends, from the finest precision to the coarsest, when the rest is a start. */
const STARTS = ['T00:00:00.000Z', '-01', '-01'];

/**
 * A bound among moments as text: every moment at or after `ms` sorts at or after it, and every one before sorts before.
 *
 * A moment counts at its start, so `2019` is at or after the first of January and before the second. Among moments that
 * start together the coarsest sorts first, so the bound is the coarsest text with that start.
 *
 * @param text - ISO 8601
 * @returns `undefined` when it names no moment
 */
export function momentBound(text: string): string | undefined {
  const ms = Date.parse(text);
  if (!Number.isFinite(ms)) {
    return undefined;
  }
  let bound = new Date(ms).toISOString();
  for (const start of STARTS) {
    if (!bound.endsWith(start)) {
      break;
    }
    bound = bound.slice(0, -start.length);
  }
  return bound;
}
