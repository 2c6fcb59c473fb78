import { Dexie } from 'dexie';
import type { Origin } from '../domain/ids.ts';
import { logOf } from './origin-log.ts';
import type { Writer } from './writer.ts';

/** So many rows of each log can come back by an undo. A vendor that read all day long has more than a journal should hold. */
export const UNDOABLE_ROWS = 1_000;

/** The only code that deletes from a log. Grants and what became of them can all come back; of the rest the newest. */
export async function eraseVendor(writer: Writer, origin: Origin): Promise<void> {
  const { database } = writer;
  await writer.remove('vendors', [origin]);
  await writer.remove('grants', await database.grants.where('origin').equals(origin).primaryKeys());
  await writer.remove('grantChanges', await logOf(database.grantChanges, origin).primaryKeys());
  await writer.remove('decisions', await logOf(database.decisions, origin).limit(UNDOABLE_ROWS).primaryKeys());
  await writer.remove('disclosures', await logOf(database.disclosures, origin).limit(UNDOABLE_ROWS).primaryKeys());
  for (const table of [database.decisions, database.disclosures, database.hushed]) {
    await table.where('[origin+atMs]').between([origin, Dexie.minKey], [origin, Dexie.maxKey]).delete();
  }
}
