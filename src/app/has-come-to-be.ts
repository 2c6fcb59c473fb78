import type { RecordId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/**
 * Whether something that was to be written is there. Waits for what is being written, so that the answer stays true.
 *
 * @param id - of an import's record, of a change's entry in the journal, or of the entry that an undo undoes
 */
export function hasComeToBe(
  { database }: AppContext,
  { id, what }: { readonly id: RecordId; readonly what: 'import' | 'change' | 'undo' },
): Promise<boolean> {
  return what === 'import'
    ? read(database, ['imports'], async () => (await database.imports.get(id)) !== undefined)
    : read(database, ['journal'], async () => {
        const entry = await database.journal.get(id);
        return what === 'change' ? entry !== undefined : entry?.undoneBy !== undefined;
      });
}
