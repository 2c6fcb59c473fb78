import type { ExportTable } from '../transfer/export-lines.ts';

/** The person's own tables: what is in them becomes what is in the file. */
export const REPLACED = [
  'items',
  'identifiers',
  'ratings',
  'versions',
  'merges',
  'preferences',
  'sourceRecords',
  'intentions',
  'refusedJoins',
  'imports',
  'settings',
] as const satisfies ExportTable[];

/** Tables that come back request by request, or only gain. */
export const REQUEST_RESTORED = ['requests', 'requestVersions', 'threads', 'messages', 'orders', 'proposals'] as const;
export type RequestTable = (typeof REQUEST_RESTORED)[number];

export type ReplacedTable = (typeof REPLACED)[number] | RequestTable;

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
