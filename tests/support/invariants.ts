import { CHECKED_STATE, CHECKED_TABLES, checkStore } from '../../src/store/check-store.ts';
import type { Database } from '../../src/store/database.ts';
import { read } from '../../src/store/read.ts';
import { rowChunks } from '../../src/store/row-chunks.ts';
import type { StoreProblem } from '../../src/store/store-problem.ts';

/** Everything that must hold of the person's data whatever was done to it. What does not is named; nothing is good. */
export async function brokenInvariants(database: Database): Promise<readonly StoreProblem[]> {
  const { problems } = await read(database, [...CHECKED_TABLES, ...CHECKED_STATE], async () =>
    checkStore((table, onRows) => rowChunks(database, table, onRows)),
  );
  return problems;
}
