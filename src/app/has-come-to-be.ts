import type { RecordId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/**
 * Whether something that was to be written is there. Waits for what is being written, so that the answer stays true.
 *
 * @param id - of an import's record, or of a change's entry in the journal
 */
export function hasComeToBe(
  { database }: AppContext,
  { id, what }: { readonly id: RecordId; readonly what: 'import' | 'change' },
): Promise<boolean> {
  const table = what === 'import' ? 'imports' : 'journal';
  return read(database, [table], async () => (await database.table(table).get(id)) !== undefined);
}
