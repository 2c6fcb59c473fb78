import type { RecordId } from '../domain/ids.ts';
import { read } from '../store/read.ts';
import type { AppContext } from './context.ts';

/** Whether an import came to be. Waits for what is being written, so that the answer stays true. */
export function hasImport({ database }: AppContext, { id }: { readonly id: RecordId }): Promise<boolean> {
  return read(database, ['imports'], async () => (await database.imports.get(id)) !== undefined);
}
