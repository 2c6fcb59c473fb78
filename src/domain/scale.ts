/** A judgement as it was given, untouched, on its own scale. */
export interface Given {
  readonly value: number;
  readonly best: number;
  readonly worst: number;
}

/** Half-star steps, 1 to 10 (0.5 to 5 stars): what the person's hands give. */
export type HalfStars = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** The scale of our own stars: 0.5 to 5. */
export const STARS = { best: 5, worst: 0.5 } as const;

/**
 * The common scale, 1 to 100, on which ratings of every source can be compared.
 *
 * A whole share of the best mark, rounded half up and never below 1: a rating that exists is never nothing.
 * Measured from zero, not from the worst mark, so that 5 of 10 and 2.5 of 5 stay the same thing.
 * @returns `undefined` when the mark lies outside its scale or is no number.
 */
export function commonValue(given: Given): number | undefined {
  const { value, best, worst } = given;
  if (![value, best, worst].every(Number.isFinite) || best <= worst || best <= 0 || value < worst || value > best) {
    return undefined;
  }
  // A scale that reaches below zero (−10 to 10) has no zero to measure from: its worst is its zero.
  const floor = worst < 0 ? worst : 0;
  return Math.min(100, Math.max(1, Math.round(((value - floor) / (best - floor)) * 100)));
}

/** What our stars show for a value of 1 to 100: the nearest half star, at least one half. */
export function halfStarsOf(value: number): HalfStars {
  return Math.min(10, Math.max(1, Math.round(value / 10))) as HalfStars;
}

/** The mark a press on our stars gives. */
export function givenByStars(halfStars: HalfStars): Given {
  return { value: halfStars / 2, ...STARS };
}
