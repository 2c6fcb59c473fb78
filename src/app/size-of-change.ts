import type { RecordId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/** How many things a change was of; 0 when it is too long ago to be known. */
export function sizeOfChange({ database }: AppContext, journalId: RecordId): Promise<number> {
  return read(database, ['journal'], async () => (await database.journal.get(journalId))?.count ?? 0);
}
