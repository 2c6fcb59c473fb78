import type { Database } from './database.ts';
import type { ImportRecord } from './rows.ts';
import { withUndone } from './with-undone.ts';

/**
 * Knows of the imports that are here whether they are undone. Inside a transaction over `imports` and `journal`.
 *
 * @returns gives a record as an export has it
 */
export async function undoneImports({ imports, journal }: Database): Promise<(record: ImportRecord) => ImportRecord> {
  const told = new Map<string, ImportRecord>();
  for (const record of await imports.toArray()) {
    const entry = await journal.get(record.journalId);
    const undo = entry?.undoneBy === undefined ? undefined : await journal.get(entry.undoneBy);
    told.set(record.id, withUndone(record, entry, undo));
  }
  return (record) => told.get(record.id) ?? record;
}
