import { clearMark } from '../../../app/clear-mark.ts';
import type { AppContext } from '../../../app/context.ts';
import { editRating } from '../../../app/edit-rating.ts';
import { rateKnown } from '../../../app/rate-known.ts';
import type { Item } from '../../../domain/item.ts';
import { givenByStars, type HalfStars } from '../../../domain/scale.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import { t } from '../../i18n.ts';
import { tell } from '../../tell.ts';
import { shortName } from '../short-name.ts';
import { takeBack } from '../take-back.ts';

/**
 * Gives an item another mark where it stands, or its first; no mark at all takes it off, and the thing stays. Each can be taken back.
 *
 * @param isRated - whether it has a mark so far
 */
export async function changeMark(
  from: HTMLElement,
  context: AppContext,
  { item, isRated }: { readonly item: Item; readonly isRated: boolean },
  halfStars: HalfStars | 0,
) {
  const { journalId } = await (halfStars === 0
    ? clearMark(context, { itemId: item.id })
    : (isRated ? editRating : rateKnown)(context, { itemId: item.id, given: givenByStars(halfStars) }));
  tell(from, {
    text: t(halfStars === 0 ? 'dashboard_ratings_cleared' : 'dashboard_ratings_saved', shortName(item.name)),
    undo: () => takeBack(context, { journalIds: [journalId] }),
  });
  await ratingsChanged();
}
