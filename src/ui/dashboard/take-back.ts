import type { AppContext } from '../../app/context.ts';
import type { Undone } from '../../app/undo-change.ts';
import { undoWithLater } from '../../app/undo-with-later.ts';
import type { Origin, RecordId } from '../../domain/ids.ts';
import { sizeOfChange } from '../../app/size-of-change.ts';
import { requestSite } from '../../platform/permissions.ts';
import { ratingsChanged, siteChanged } from '../../platform/tell.ts';
import { undoBeside } from './import/undo-beside.ts';

/** A change of more things than this is undone in a worker. */
const MANY = 200;

/** What is to be undone. */
export interface TakenBack {
  /** In the order in which the changes were made. */
  readonly journalIds: readonly RecordId[];
  /** Sites that the changes were about. */
  readonly origins?: readonly Origin[];
  /** Those of them that were connected or had stars, and were given back to the browser since. */
  readonly chosen?: readonly Origin[];
}

/**
 * Undoes changes, the newest first, and has open pages feel it. Call it as the first statement of a click: the browser is
 * asked for the sites before anything else. One that it does not allow comes back unconnected.
 */
export async function takeBack(
  context: AppContext,
  { journalIds, origins = [], chosen = [] }: TakenBack,
): Promise<Undone> {
  await Promise.all(chosen.map((origin) => requestSite(origin)));
  let undone = 0;
  let kept = 0;
  let waiting = 0;
  let said = 0;
  for (const journalId of journalIds.toReversed()) {
    const isLong = (await sizeOfChange(context, journalId)) > MANY;
    const result = await (isLong ? undoBeside(journalId) : undoWithLater(context, { journalId }));
    undone += result.undone;
    kept += result.kept;
    waiting += result.waiting ?? 0;
    said += result.said ?? 0;
  }
  await ratingsChanged();
  await Promise.all(origins.map((origin) => siteChanged(origin)));
  return { undone, kept, ...(waiting > 0 && { waiting }), ...(said > 0 && { said }) };
}
