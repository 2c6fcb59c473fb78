import { clearMark } from '../app/clear-mark.ts';
import { giveMark } from '../app/give-mark.ts';
import { lookUpRatings } from '../app/look-up-ratings.ts';
import type { AppContext } from '../app/context.ts';
import { undoChange } from '../app/undo-change.ts';
import { AppError } from '../domain/errors.ts';
import { type Origin, recordId } from '../domain/ids.ts';
import type { Rating } from '../domain/rating.ts';
import { halfStarsOf } from '../domain/scale.ts';
import type { InlineCall, InlineOutput, InlineParsed } from '../protocol/inline-wire.ts';
import { isOwnChange, rememberOwnChange } from '../platform/own-changes.ts';

/** Exhaustive by construction: a call of the wire without a handler does not compile. */
export type InlineHandlers = {
  readonly [C in InlineCall]: (input: InlineParsed<C>, context: AppContext, origin: Origin) => Promise<InlineOutput<C>>;
};

/** What each call of the inline wire does: one use-case, for the origin that asks. */
export const inlineHandlers: InlineHandlers = {
  async 'look-up'({ things }, context) {
    const known = await lookUpRatings(context, { things });
    return known.map((one) => (one?.rating ? shownOf(one.rating) : null));
  },

  async rate({ facts, halfStars }, context, origin) {
    const { rating, journalId } = await giveMark(context, { facts, halfStars });
    await rememberOwnChange(origin, journalId);
    return { ...shownOf(rating), journalId };
  },

  async clear({ identifiers }, context, origin) {
    const [known] = await lookUpRatings(context, { things: [identifiers] });
    if (!known?.rating) {
      return { journalId: null };
    }
    const { journalId } = await clearMark(context, { itemId: known.item.id });
    await rememberOwnChange(origin, journalId);
    return { journalId };
  },

  async undo({ journalId }, context, origin) {
    if (!(await isOwnChange(origin, journalId))) {
      throw new AppError('not-granted', 'Not a change that was made here.');
    }
    await undoChange(context, { journalId: recordId(journalId) });
    return null;
  },
};

function shownOf({ value, given, ratedAt }: Rating) {
  return { halfStars: halfStarsOf(value), given, ratedAt };
}
