import { checkStore } from '../store/check-store.ts';
import type { Database } from '../store/database.ts';
import { read } from '../store/read.ts';
import type { ImportRecord } from '../store/rows.ts';
import type { StoreProblem } from '../store/store-problem.ts';
import { EXPORT_TABLES } from '../transfer/export-lines.ts';
import type { AppContext } from './context.ts';
import { type ExportFile, planRestore } from './plan-restore.ts';
import { type TableCounts } from './restore-step.ts';

export interface RestorePreview {
  /** When the file was written, as it says. */
  readonly exportedAt: string;
  /** Table by table. */
  readonly counts: readonly TableCounts[];
  /** How many records differ of which nobody has anything: what is left of things that were deleted. */
  readonly traces: number;
  /** Grants of the file that would hold, and are ended by the restore. */
  readonly endedGrants: number;
  /** Imports that come with the file and can't be undone here: the file has not what was before them. */
  readonly settledImports: number;
  /** What does not hold together in the file: nothing, but in one that was made or changed by others. */
  readonly problems: readonly StoreProblem[];
}

/** What a restore would do, before it is done. Nothing is written. */
export async function previewRestore(context: AppContext, file: ExportFile): Promise<RestorePreview> {
  const { database } = context;
  const { plan, settledImports } = await read(database, [...EXPORT_TABLES, 'journal'], async () => ({
    plan: await planRestore(context, file),
    settledImports: await settledImportsOf(database, file),
  }));
  const { counts, traces, ended } = plan;
  return {
    exportedAt: file.head.exportedAt,
    counts,
    traces,
    endedGrants: ended.length,
    settledImports,
    problems: await problemsIn(file),
  };
}

async function settledImportsOf(database: Database, { tables }: ExportFile): Promise<number> {
  const records = [...(tables.get('imports')?.values() ?? [])] as ImportRecord[];
  const here = await database.imports.bulkGet(records.map(({ id }) => id));
  const entries = await database.journal.bulkGet(records.map(({ journalId }) => journalId));
  return records.filter((_record, index) => !here[index] && !entries[index]).length;
}

/** What would not hold of a store that is as the file. */
export async function problemsIn({ tables }: ExportFile): Promise<readonly StoreProblem[]> {
  const { problems } = await checkStore(async (table, onRows) => {
    // Of `meta` a file has the clock alone: there is nothing to compare.
    onRows(
      table === 'meta'
        ? []
        : [...((tables as ReadonlyMap<string, ReadonlyMap<string, object>>).get(table)?.values() ?? [])],
    );
  });
  return problems;
}
