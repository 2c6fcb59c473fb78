import { TOLD_PROBLEMS } from '../store/check-store.ts';
import type { StoreProblem } from '../store/store-problem.ts';
import type { ExportTable } from '../transfer/export-lines.ts';
import { EXPORT_KEYS } from '../transfer/read-export.ts';
import { lineFault } from '../transfer/record-fault.ts';

/** Of a key, which may be what is too long. */
const MOST_LETTERS = 200;

/** Finds the records for which a copy of the store would be refused as a whole, when somebody needs it. */
export class UnreadableRecords {
  /** The first of them. */
  readonly problems: StoreProblem[] = [];
  count = 0;

  /** @param rows - of the table, as an export writes them */
  add(table: ExportTable, rows: readonly object[]): void {
    for (const row of rows) {
      const fault = lineFault(table, row);
      if (fault !== undefined) {
        this.count += 1;
        if (this.problems.length < TOLD_PROBLEMS) {
          const key = String((row as Record<string, unknown>)[EXPORT_KEYS[table]]);
          this.problems.push({ code: 'record-unreadable', figures: [table, key.slice(0, MOST_LETTERS), fault] });
        }
      }
    }
  }
}
