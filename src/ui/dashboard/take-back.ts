import type { AppContext } from '../../app/context.ts';
import { listVendors } from '../../app/list-vendors.ts';
import { undoChange } from '../../app/undo-change.ts';
import type { RecordId } from '../../domain/ids.ts';
import { ratingsChanged, siteChanged } from '../../platform/tell.ts';

/**
 * Undoes changes, the newest first, and has open pages feel it.
 *
 * Any of them may have brought back a site, so every site is told: there are few, and what did not change costs nothing.
 *
 * @param journalIds - in the order in which the changes were made
 * @returns how many records are as they were, and how many were left because they were changed again since.
 */
export async function takeBack(
  context: AppContext,
  journalIds: readonly RecordId[],
): Promise<{ undone: number; kept: number }> {
  let undone = 0;
  let kept = 0;
  for (const journalId of journalIds.toReversed()) {
    const result = await undoChange(context, { journalId });
    undone += result.undone;
    kept += result.kept;
  }
  await ratingsChanged();
  for (const { vendor } of await listVendors(context)) {
    await siteChanged(vendor.origin);
  }
  return { undone, kept };
}
