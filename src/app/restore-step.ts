import type { OWN_TABLES, REQUEST_TABLES } from '../store/own-tables.ts';
import type { ExportTable } from '../transfer/export-lines.ts';

export type RequestTable = (typeof REQUEST_TABLES)[number];

export type ReplacedTable = (typeof OWN_TABLES)[number] | RequestTable;

/** How much of what the person has in one table would change. What is left of something deleted counts as nothing. */
export interface TableCounts {
  readonly table: ExportTable;
  readonly inFile: number;
  readonly added: number;
  readonly changed: number;
  readonly lost: number;
}

/** One record that is written, or goes. */
export interface RestoreStep {
  readonly table: ReplacedTable;
  readonly key: string;
  /** Absent when it goes. */
  readonly record?: object;
  /** The items it is about, now or then, else the record itself: steps that share one are taken together. */
  readonly things: readonly string[];
}
