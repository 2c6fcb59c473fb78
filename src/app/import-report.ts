import { csvText, notRun } from '../transfer/csv-text.ts';
import type { Reason } from '../transfer/entry.ts';
import type { FileProblemId } from '../transfer/file-problem.ts';

/** Something of a row that is not taken, and where; or a file of which nothing could be read. */
export interface ReportRow {
  readonly path: string;
  /** From 1; 0 where it is of the whole file. */
  readonly line: number;
  readonly reason: Reason | FileProblemId;
  readonly column?: string;
  readonly value?: string;
  /** The row that gives way to this one: its path is there where that is in another file. */
  readonly over?: { readonly path?: string; readonly line: number };
  /** Nothing of the row is taken, for this reason or another. */
  readonly isSkipped: boolean;
}

/** The words of a report, for it is the person's. */
export interface ReportTitles {
  /** Of the columns. */
  readonly header: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  /** What becomes of the rest, by the reason: said after it of a row that is taken. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Instead of its reason, of a row to which another gives way. `{row}` is for that one. */
  readonly over?: string;
  /** What became of a row, in a column before the reason. Absent: no such column. */
  readonly outcomes?: { readonly skipped: string; readonly taken: string };
}

/** A row of a table for each thing that is not taken. */
export function importReport(
  rows: readonly ReportRow[],
  { header, reasons, kept = {}, over, outcomes }: ReportTitles,
): string {
  const cells = rows.map(({ path, line, column = '', value = '', reason, isSkipped, over: other }) => {
    const why = other && over?.replaceAll('{row}', () => otherRow(other));
    const outcome = outcomes ? [isSkipped ? outcomes.skipped : outcomes.taken] : [];
    const rest = isSkipped ? undefined : kept[reason];
    const told = [reasons[reason] ?? reason, ...(rest === undefined ? [] : [rest])].join(' ');
    return [path, line === 0 ? '' : String(line), column, value, ...outcome, why ?? told];
  });
  return csvText([header, ...cells].map((row) => row.map(notRun)));
}

/** Which row it is, for a person to find it: 12, or `diary.csv, 12`. */
export function otherRow({ path, line }: NonNullable<ReportRow['over']>): string {
  return path === undefined ? String(line) : `${path}, ${line}`;
}

/** Where a row stood, and why nothing of it was taken, in words. */
export interface UnreadTold {
  readonly path: string;
  readonly line: number;
  readonly column?: string;
  readonly why: string;
}

/** The same of what an import remembers: it does not know any more what stood there. */
export function unreadReport(rows: readonly UnreadTold[], header: readonly string[]): string {
  const cells = rows.map(({ path, line, column = '', why }) => [path, String(line), column, why]);
  return csvText([header, ...cells].map((row) => row.map(notRun)));
}
