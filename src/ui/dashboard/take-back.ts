import type { AppContext } from '../../app/context.ts';
import { undoChange } from '../../app/undo-change.ts';
import type { Origin, RecordId } from '../../domain/ids.ts';
import { ratingsChanged, siteChanged } from '../../platform/tell.ts';

/** What is to be undone. */
export interface TakenBack {
  /** In the order in which the changes were made. */
  readonly journalIds: readonly RecordId[];
  /** Sites that the changes were about. */
  readonly origins?: readonly Origin[];
}

/**
 * Undoes changes, the newest first, and has open pages feel it.
 *
 * @returns how many things are as they were, and how many were left because they were changed again since.
 */
export async function takeBack(
  context: AppContext,
  { journalIds, origins = [] }: TakenBack,
): Promise<{ undone: number; kept: number }> {
  let undone = 0;
  let kept = 0;
  for (const journalId of journalIds.toReversed()) {
    const result = await undoChange(context, { journalId });
    undone += result.undone;
    kept += result.kept;
  }
  await ratingsChanged();
  await Promise.all(origins.map((origin) => siteChanged(origin)));
  return { undone, kept };
}
