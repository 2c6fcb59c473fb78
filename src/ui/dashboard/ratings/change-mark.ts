import type { AppContext } from '../../../app/context.ts';
import { editRating } from '../../../app/edit-rating.ts';
import type { Item } from '../../../domain/item.ts';
import { givenByStars, type HalfStars } from '../../../domain/scale.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import { t } from '../../i18n.ts';
import { tell } from '../../tell.ts';
import { shortName } from '../short-name.ts';
import { takeBack } from '../take-back.ts';
import { deleteRatings } from './delete-ratings.ts';

/** Gives an item another mark where it stands; no mark at all deletes its rating. Either can be taken back. */
export async function changeMark(from: HTMLElement, context: AppContext, item: Item, halfStars: HalfStars | 0) {
  if (halfStars === 0) {
    await deleteRatings(from, context, [item.id], item.name);
    return;
  }
  const { journalId } = await editRating(context, { itemId: item.id, given: givenByStars(halfStars) });
  tell(from, {
    text: t('dashboard_ratings_saved', shortName(item.name)),
    undo: () => takeBack(context, { journalIds: [journalId] }),
  });
  await ratingsChanged();
}
