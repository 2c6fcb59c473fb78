import type { RecordId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import { turningOf } from '../store/turning.ts';
import type { AppContext } from './context.ts';

/**
 * How many things a change was of; 0 when it is too long ago to be known. With an import later ones are done again, so it is
 * of any number.
 */
export function sizeOfChange({ database }: AppContext, journalId: RecordId): Promise<number> {
  return read(database, ['journal'], async () => {
    const entry = await database.journal.get(journalId);
    const turning = await turningOf(database, journalId);
    return turning?.change.label === 'run-import' ? Infinity : (entry?.count ?? 0);
  });
}
