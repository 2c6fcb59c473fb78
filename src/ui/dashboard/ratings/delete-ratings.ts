import type { AppContext } from '../../../app/context.ts';
import { deleteRating } from '../../../app/delete-rating.ts';
import type { RatingRow } from '../../../app/list-ratings.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import { t, tn } from '../../i18n.ts';
import { tell } from '../../tell.ts';
import { shortName } from '../short-name.ts';
import { takeBack } from '../take-back.ts';

/**
 * Deletes ratings and offers to bring them back.
 *
 * @param from - the element that says so
 */
export async function deleteRatings(from: HTMLElement, context: AppContext, rows: readonly Pick<RatingRow, 'item'>[]) {
  const { journalId, count } = await deleteRating(context, { itemIds: rows.map(({ item }) => item.id) });
  const [only] = rows;
  tell(from, {
    text:
      rows.length === 1 && only
        ? t('dashboard_ratings_deleted_name', shortName(only.item.name))
        : tn('dashboard_ratings_deleted', count),
    undo: () => takeBack(context, { journalIds: [journalId] }),
  });
  await ratingsChanged();
}
