import { CHECKED_STATE, CHECKED_TABLES, checkStore, TOLD_PROBLEMS } from '../store/check-store.ts';
import { read } from '../store/read.ts';
import { rowChunks } from '../store/row-chunks.ts';
import type { StoreProblem } from '../store/store-problem.ts';
import { TABLES, type TableName } from '../store/table-name.ts';
import type { AppContext } from './context.ts';
import { exportAll } from './export-all.ts';
import { UnreadableRecords } from './unreadable-records.ts';

export type { StoreProblem };

export interface Health {
  /** What does not hold of the person's data; nothing is good. At most so many as `checkStore` tells. */
  readonly problems: readonly StoreProblem[];
  readonly problemCount: number;
  /** How many records each table has. */
  readonly counts: Readonly<Partial<Record<TableName, number>>>;
}

/**
 * Looks through all of the store: whether it holds together, and whether a copy of each record would be read again. Takes
 * seconds where there are a hundred thousand ratings.
 */
export async function checkHealth(context: AppContext): Promise<Health> {
  const { database } = context;
  const check = await read(database, [...CHECKED_TABLES, ...CHECKED_STATE], async () =>
    checkStore((table, onRows) => rowChunks(database, table, onRows)),
  );
  const counts = await read(database, TABLES, async () => {
    const found: Partial<Record<TableName, number>> = {};
    for (const table of TABLES) {
      found[table] = await database.table(table).count();
    }
    return found;
  });
  const unreadable = new UnreadableRecords();
  await exportAll(context, (table, records) => unreadable.add(table, records));
  return {
    problems: [...check.problems, ...unreadable.problems].slice(0, TOLD_PROBLEMS),
    problemCount: check.problemCount + unreadable.count,
    counts,
  };
}
