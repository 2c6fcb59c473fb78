import type { RecordId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import { turningOf } from '../store/turning.ts';
import type { AppContext } from './context.ts';

/**
 * Whether something that was to be written is there. Waits for what is being written, so that the answer stays true.
 *
 * @param id - of an import's record, of a change's entry in the journal, or of the entry that an undo undoes: that has come
 *   to be when what it was for is so, whichever undo it was
 */
export function hasComeToBe(
  { database }: AppContext,
  { id, what }: { readonly id: RecordId; readonly what: 'import' | 'change' | 'undo' },
): Promise<boolean> {
  return what === 'import'
    ? read(database, ['imports'], async () => (await database.imports.get(id)) !== undefined)
    : read(database, ['journal'], async () =>
        what === 'change'
          ? (await database.journal.get(id)) !== undefined
          : (await turningOf(database, id))?.isSo === true,
      );
}
