/** What a decoder puts for half of a pair, and for half of a unit at the end. */
const MARKS = /\uFFFD/gu;
/** A line break, of which each byte has gone to another character. No character has this number. */
const SHIFTED_BREAK = '\u0A00';
/** Of random bytes one unit in 32 is half of a pair. */
const MOST = 1 / 64;

/**
 * Whether what was decoded as UTF-16 is that but for some places. Where a byte is missing in the middle all that follows
 * is made of halves of two characters, without a mark at most of them: nothing of that is to be taken for words.
 */
export function isMostlyWide(text: string): boolean {
  const marks = text.match(MARKS)?.length ?? 0;
  return marks <= Math.max(1, text.length * MOST) && !text.includes(SHIFTED_BREAK);
}
