import { checkStore } from '../store/check-store.ts';
import { read } from '../store/read.ts';
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
  /** What does not hold together in the file: nothing, but in one that was made or changed by others. */
  readonly problems: readonly StoreProblem[];
}

/** What a restore would do, before it is done. Nothing is written. */
export async function previewRestore(context: AppContext, file: ExportFile): Promise<RestorePreview> {
  const { counts, traces, ended } = await read(context.database, [...EXPORT_TABLES, 'journal'], async () =>
    planRestore(context, file),
  );
  return {
    exportedAt: file.head.exportedAt,
    counts,
    traces,
    endedGrants: ended.length,
    problems: await problemsIn(file),
  };
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
