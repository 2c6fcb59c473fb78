import { momentOf } from '../domain/moment.ts';
import { read } from '../store/read.ts';
import { rowChunks } from '../store/row-chunks.ts';
import type { ImportRecord } from '../store/rows.ts';
import { undoneImports } from '../store/undone-imports.ts';
import { EXPORT_TABLES, ExportLines, type ExportTable, isPortableSetting } from '../transfer/export-lines.ts';
import type { AppContext } from './context.ts';

export interface Exported {
  /** JSON Lines: `docs/data-model.md` has the format. */
  readonly blob: Blob;
  readonly records: number;
  /** The store's revision that it is of; empty for a store never written to. */
  readonly revision: string;
}

/**
 * Everything the person has, as one file of one moment.
 *
 * It is read in chunks, and each is handed to the browser at once (a blob's bytes are not in the page's memory).
 *
 * @param onRecords - hears of all records as they are written
 * @throws {AppError} `storage-unavailable`
 */
export function exportAll(
  { database, clock }: AppContext,
  onRecords?: (table: ExportTable, records: readonly object[]) => void,
): Promise<Exported> {
  return read(database, [...EXPORT_TABLES, 'journal'], async () => {
    const stamp = await database.meta.get('clock');
    const settings = (await database.settings.toArray()).filter(isPortableSetting);
    const counts: Partial<Record<ExportTable, number>> = {};
    for (const table of EXPORT_TABLES) {
      counts[table] = await database.table(table).count();
    }
    counts.settings = settings.length;
    counts.meta = stamp ? 1 : 0;

    const lines = new ExportLines();
    const parts: Blob[] = [];
    const add = (bytes: Uint8Array<ArrayBuffer>): void => {
      parts.push(new Blob([bytes]));
    };
    const addRecords = (table: ExportTable, records: readonly object[]): void => {
      onRecords?.(table, records);
      add(lines.records(table, records));
    };
    add(lines.head(momentOf(clock.nowMs()), counts));
    const revision = stamp?.key === 'clock' ? stamp.stamp : '';
    addRecords('meta', stamp ? [{ key: 'clock', stamp: revision }] : []);
    const withUndone = await undoneImports(database);
    for (const table of EXPORT_TABLES) {
      if (table !== 'meta' && table !== 'settings') {
        await rowChunks(database, table, (rows) =>
          addRecords(table, table === 'imports' ? (rows as ImportRecord[]).map(withUndone) : rows),
        );
      }
    }
    addRecords('settings', settings);
    add(lines.end());
    const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return { blob: new Blob(parts, { type: 'application/jsonl' }), records, revision };
  });
}
