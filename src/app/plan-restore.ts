import type { Grant, GrantChange } from '../domain/grant.ts';
import type { Vendor } from '../domain/vendor.ts';
import { foldGrants } from '../policy/fold-grants.ts';
import { thingsOf } from '../store/group-images.ts';
import { OWN_TABLES } from '../store/own-tables.ts';
import { rowChunks } from '../store/row-chunks.ts';
import type { ImportRecord } from '../store/rows.ts';
import { undoneImports } from '../store/undone-imports.ts';
import { EXPORT_TABLES, type ExportHead, type ExportTable, isPortableSetting } from '../transfer/export-lines.ts';
import { EXPORT_KEYS, type ExportRecords } from '../transfer/read-export.ts';
import type { AppContext } from './context.ts';
import { isOpen } from './end-grants.ts';
import { planRequests } from './plan-requests.ts';
import type { RestoreStep, TableCounts } from './restore-step.ts';

/** A file that was read, and is good. */
export interface ExportFile {
  readonly head: ExportHead;
  readonly tables: ReadonlyMap<ExportTable, ExportRecords>;
}

/** What passed between the person and vendors: gains what it lacks, and loses nothing. */
const LOGS = ['grants', 'grantChanges', 'decisions', 'disclosures'] as const satisfies ExportTable[];
export type RestoredLog = (typeof LOGS)[number];

export interface RestorePlan {
  readonly steps: readonly RestoreStep[];
  readonly vendors: readonly Vendor[];
  readonly logs: readonly { readonly table: RestoredLog; readonly rows: readonly object[] }[];
  /** Grants that come with the file and would hold: nobody is given anything by a restore. */
  readonly ended: readonly Grant[];
  readonly counts: readonly TableCounts[];
  /** Steps that count as nothing: only what is left of something deleted comes or goes with them. */
  readonly traces: number;
}

/** What a restore would do to the store as it stands; inside a transaction over `journal` and the tables of an export. */
export async function planRestore({ database, clock, session }: AppContext, file: ExportFile): Promise<RestorePlan> {
  const counts: TableCounts[] = [];
  const recordsOf = (table: ExportTable): ExportRecords => file.tables.get(table) ?? new Map<string, object>();

  const withUndone = await undoneImports(database);
  // Whether an import made here is undone stands in the journal, and in its record only in the file.
  const isHere = (table: ExportTable, row: object, theirs: object): boolean =>
    isSame(row, theirs) || (table === 'imports' && isSame(withUndone(row as ImportRecord), theirs));

  const steps: RestoreStep[] = [];
  for (const table of OWN_TABLES) {
    const left = new Map(recordsOf(table));
    let added = 0;
    let changed = 0;
    let lost = 0;
    await rowChunks(database, table, (rows) => {
      for (const row of rows) {
        const key = keyOf(table, row);
        const theirs = left.get(key);
        left.delete(key);
        if (theirs && !isHere(table, row, theirs)) {
          added += isDead(row) && !isDead(theirs) ? 1 : 0;
          changed += isDead(row) || isDead(theirs) ? 0 : 1;
          lost += !isDead(row) && isDead(theirs) ? 1 : 0;
          steps.push({ table, key, record: theirs, things: thingsOf(table, key, [row, theirs]) });
        } else if (!theirs && (table !== 'settings' || isPortableSetting(row as { key: string; value: unknown }))) {
          lost += isDead(row) ? 0 : 1;
          steps.push({ table, key, things: thingsOf(table, key, [row]) });
        }
      }
    });
    for (const [key, record] of left) {
      added += isDead(record) ? 0 : 1;
      steps.push({ table, key, record, things: thingsOf(table, key, [record]) });
    }
    counts.push({ table, inFile: liveCount(recordsOf(table)), added, changed, lost });
  }
  const traces = counts.reduce((left, { added, changed, lost }) => left - added - changed - lost, steps.length);

  const requests = await planRequests(database, recordsOf);
  steps.push(...requests.steps);
  counts.push(...requests.counts);

  const missing = async (table: 'vendors' | RestoredLog): Promise<object[]> => {
    const left = new Map(recordsOf(table));
    await rowChunks(database, table, (rows) => {
      for (const row of rows) {
        left.delete(keyOf(table, row));
      }
    });
    counts.push({ table, inFile: recordsOf(table).size, added: left.size, changed: 0, lost: 0 });
    return [...left.values()];
  };
  // The browser gives the sites, not the file: one that comes with it is connected when the person connects it.
  const vendors = ((await missing('vendors')) as Vendor[]).map((vendor) => ({
    ...vendor,
    isConnected: false,
    hasStars: false,
  }));
  const logs = [];
  for (const table of LOGS) {
    logs.push({ table, rows: await missing(table) });
  }
  const grants = (logs.find(({ table }) => table === 'grants')?.rows ?? []) as Grant[];
  const changes = [...recordsOf('grantChanges').values()] as GrantChange[];
  const coming = new Set(grants.map(({ id }) => id));
  await rowChunks(database, 'grantChanges', (rows) => {
    changes.push(...(rows as GrantChange[]).filter(({ grantId }) => coming.has(grantId)));
  });
  const ended = foldGrants(grants, changes, { nowMs: clock.nowMs(), session }).filter(isOpen);
  return {
    steps,
    vendors,
    logs,
    ended,
    traces,
    counts: EXPORT_TABLES.flatMap((name) => counts.find(({ table }) => table === name) ?? []),
  };
}

/** A tombstone: what is left of a record that was deleted. */
function isDead(row: object): boolean {
  return (row as { deletedAt?: unknown }).deletedAt !== undefined;
}

function liveCount(records: ExportRecords): number {
  let count = 0;
  for (const record of records.values()) {
    count += isDead(record) ? 0 : 1;
  }
  return count;
}

function keyOf(table: ExportTable, row: object): string {
  return String((row as Record<string, unknown>)[EXPORT_KEYS[table]]);
}

/** Equal, whatever the order of the fields. Nearly always they are in the same. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || sorted(one) === sorted(other);
}

function sorted(value: object): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
