import type { AppContext } from './context.ts';
import { lookUpRatings } from './look-up-ratings.ts';
import { rateItem, type RateResult } from './rate-item.ts';
import type { ItemFacts } from '../domain/item.ts';
import { momentOf } from '../domain/moment.ts';
import { givenByStars, type HalfStars } from '../domain/scale.ts';

/** A mark by our stars, for a thing of the page. */
export interface MarkGiven {
  readonly facts: ItemFacts;
  readonly halfStars: HalfStars;
  /** Now, when absent. */
  readonly atMs?: number;
}

/**
 * Rates a thing by our stars. What was said of it beside the mark stays, as it is in the store at this moment: a popup
 * may be pressed before it knows.
 *
 * @throws {AppError} `storage-full`, `storage-unavailable`
 */
export async function giveMark(context: AppContext, { facts, halfStars, atMs }: MarkGiven): Promise<RateResult> {
  const [known] = await lookUpRatings(context, { things: [facts.identifiers] });
  const { text, tags, aspects } = known?.rating ?? {};
  return rateItem(context, {
    facts,
    given: givenByStars(halfStars),
    ...(text !== undefined && { text }),
    ...(tags && { tags }),
    ...(aspects && { aspects }),
    ...(atMs !== undefined && { ratedAt: momentOf(atMs) }),
  });
}
