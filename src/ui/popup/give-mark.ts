import type { AppContext } from '../../app/context.ts';
import { rateItem, type RateResult } from '../../app/rate-item.ts';
import type { ItemFacts } from '../../domain/item.ts';
import { momentOf } from '../../domain/moment.ts';
import type { Rating } from '../../domain/rating.ts';
import { givenByStars, type HalfStars } from '../../domain/scale.ts';

/** A mark by our stars, for a thing of the page. */
export interface MarkGiven {
  readonly facts: ItemFacts;
  readonly halfStars: HalfStars;
  /** Now, when absent. */
  readonly atMs?: number;
}

/**
 * Rates a thing by our stars. What was said of it beside the mark stays.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export function giveMark(
  context: AppContext,
  { facts, halfStars, atMs }: MarkGiven,
  before: Rating | undefined,
): Promise<RateResult> {
  const { text, tags } = before ?? {};
  return rateItem(context, {
    facts,
    given: givenByStars(halfStars),
    ...(text !== undefined && { text }),
    ...(tags && { tags }),
    ...(atMs !== undefined && { ratedAt: momentOf(atMs) }),
  });
}
