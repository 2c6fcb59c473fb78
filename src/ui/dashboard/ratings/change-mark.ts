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
import { deleteRatings } from './delete-ratings.ts';

/**
 * Gives an item another mark where it stands, or its first; no mark at all deletes its rating. Each can be taken back.
 *
 * @param isRated - whether it has a mark so far
 */
export async function changeMark(
  from: HTMLElement,
  context: AppContext,
  { item, isRated }: { readonly item: Item; readonly isRated: boolean },
  halfStars: HalfStars | 0,
) {
  if (halfStars === 0) {
    await deleteRatings(from, context, [item.id], item.name);
    return;
  }
  const mark = { itemId: item.id, given: givenByStars(halfStars) };
  const { journalId } = await (isRated ? editRating(context, mark) : rateKnown(context, mark));
  tell(from, {
    text: t('dashboard_ratings_saved', shortName(item.name)),
    undo: () => takeBack(context, { journalIds: [journalId] }),
  });
  await ratingsChanged();
}
