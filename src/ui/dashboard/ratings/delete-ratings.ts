import type { AppContext } from '../../../app/context.ts';
import { deleteRating } from '../../../app/delete-rating.ts';
import type { ItemId } from '../../../domain/ids.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import { t, tn } from '../../i18n.ts';
import { tell } from '../../tell.ts';
import { shortName } from '../short-name.ts';
import { takeBack } from '../take-back.ts';

/**
 * Deletes things with all that was said of them, and offers to bring them back.
 *
 * @param from - the element that says so
 * @param name - of the thing, where it is one
 */
export async function deleteRatings(from: HTMLElement, context: AppContext, itemIds: readonly ItemId[], name?: string) {
  const { journalId, count } = await deleteRating(context, { itemIds });
  tell(from, {
    text:
      name === undefined
        ? tn('dashboard_ratings_deleted', count)
        : t('dashboard_ratings_deleted_name', shortName(name)),
    undo: () => takeBack(context, { journalIds: [journalId] }),
  });
  await ratingsChanged();
}
