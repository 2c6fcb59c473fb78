import fc from 'fast-check';
import { clearMark } from '../../src/app/clear-mark.ts';
import { deleteRating } from '../../src/app/delete-rating.ts';
import { describeItem } from '../../src/app/describe-item.ts';
import { editRating } from '../../src/app/edit-rating.ts';
import { exportAll } from '../../src/app/export-all.ts';
import { joinItems } from '../../src/app/join-items.ts';
import { listChanges } from '../../src/app/list-changes.ts';
import { openBackupFile } from '../../src/app/open-backup-file.ts';
import { rateItem } from '../../src/app/rate-item.ts';
import { refuseJoin } from '../../src/app/refuse-join.ts';
import { restoreAll } from '../../src/app/restore-all.ts';
import { runImport } from '../../src/app/run-import.ts';
import { splitItems } from '../../src/app/split-items.ts';
import { undoWithLater } from '../../src/app/undo-with-later.ts';
import { wantItem } from '../../src/app/want-item.ts';
import type { Item } from '../../src/domain/item.ts';
import { readMoment } from '../../src/domain/moment.ts';
import { type Winner, WINNERS } from '../../src/policy/settle-rating.ts';
import { gathered, type Said } from './gathered.ts';
import { id, stars } from './samples.ts';
import type { TestContext } from './test-context.ts';
import { OWN_TABLES } from '../../src/store/own-tables.ts';
import type { ImportRecord } from '../../src/store/rows.ts';
import { undoneImports } from '../../src/store/undone-imports.ts';

/** Few, so that things meet. */
const NAMES = [
  'gtin:04006381333931',
  'imdb:tt0000001',
  'imdb:tt0000002',
  'sku:one.example/1',
  'url:https://one.example/a',
  'wikidata:Q42',
].map(id);

const KINDS = ['Movie', 'Product', 'WebPage'] as const;
const YEARS = ['2019', '2020', '2021'].map((year) => readMoment(year)!);

/** One thing that the person may do. Numbers choose among what is there. */
export type Step =
  | { do: 'rate'; names: typeof NAMES; kind: (typeof KINDS)[number]; mark: number; year: number }
  | { do: 'want'; names: typeof NAMES; kind: (typeof KINDS)[number] }
  | { do: 'edit'; which: number; mark: number }
  | { do: 'delete'; which: number }
  | { do: 'clear'; which: number }
  | { do: 'split'; which: number }
  | { do: 'describe'; which: number; kind: (typeof KINDS)[number] }
  | { do: 'import'; source: string; winner: Winner; things: Said[] }
  | { do: 'join'; which: number; other: number }
  | { do: 'refuse'; which: number; other: number }
  | { do: 'export' }
  | { do: 'restore' }
  | { do: 'undo'; which: number };

const said: fc.Arbitrary<Said> = fc
  .record({
    names: fc.subarray([...NAMES], { maxLength: 2 }),
    name: fc.constantFrom('Heat', 'Dune'),
    marks: fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.constantFrom('2019', '2020-02-03', '2021-05')), {
      maxLength: 2,
    }),
    wanted: fc.boolean(),
    text: fc.constantFrom('', 'Words.'),
  })
  .map(({ text, ...rest }) => ({ ...rest, ...(text !== '' && { text }) }));

/** Of many: each as often as any other. */
const which = fc.nat(20);
/** Of the latest changes, mostly: an undo of an undo is where what was done between them counts. */
const lately = fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: which });

const steps = {
  rate: fc.record({
    do: fc.constant('rate' as const),
    names: fc.subarray(NAMES, { maxLength: 3 }),
    kind: fc.constantFrom(...KINDS),
    mark: fc.integer({ min: 1, max: 5 }),
    year: fc.nat(2),
  }),
  want: fc.record({
    do: fc.constant('want' as const),
    names: fc.subarray(NAMES, { maxLength: 3 }),
    kind: fc.constantFrom(...KINDS),
  }),
  edit: fc.record({ do: fc.constant('edit' as const), which, mark: fc.integer({ min: 1, max: 5 }) }),
  delete: fc.record({ do: fc.constant('delete' as const), which }),
  clear: fc.record({ do: fc.constant('clear' as const), which }),
  split: fc.record({ do: fc.constant('split' as const), which }),
  describe: fc.record({ do: fc.constant('describe' as const), which, kind: fc.constantFrom(...KINDS) }),
  import: fc.record({
    do: fc.constant('import' as const),
    source: fc.constantFrom('imdb', 'letterboxd'),
    winner: fc.constantFrom(...WINNERS),
    things: fc.uniqueArray(said, { minLength: 1, maxLength: 3, selector: ({ names, name }) => names?.[0] ?? name }),
  }),
  join: fc.record({ do: fc.constantFrom('join' as const, 'refuse' as const), which, other: which }),
  file: fc.record({ do: fc.constantFrom('export' as const, 'restore' as const) }),
  undo: fc.record({ do: fc.constant('undo' as const), which: lately }),
};

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: steps.rate },
  { weight: 2, arbitrary: steps.want },
  { weight: 1, arbitrary: steps.edit },
  { weight: 1, arbitrary: steps.delete },
  { weight: 1, arbitrary: steps.clear },
  { weight: 2, arbitrary: steps.split },
  { weight: 2, arbitrary: steps.describe },
  { weight: 5, arbitrary: steps.import },
  { weight: 3, arbitrary: steps.join },
  { weight: 4, arbitrary: steps.file },
  { weight: 8, arbitrary: steps.undo },
);

/** What is wanted among what is rated, imported, joined and undone. */
export const anyStepOfWants: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: steps.want },
  { weight: 2, arbitrary: steps.rate },
  { weight: 1, arbitrary: steps.delete },
  { weight: 1, arbitrary: steps.split },
  { weight: 3, arbitrary: steps.import },
  { weight: 1, arbitrary: steps.join },
  { weight: 3, arbitrary: steps.undo },
);

/** A whole export, and the tables that a restore of it replaces, as they stood then. */
export interface KeptExport {
  readonly blob: Blob;
  readonly tables: Record<string, unknown>;
}

/** A person's store, and the last export that they kept. */
export interface Stepping {
  readonly context: TestContext;
  kept?: KeptExport;
}

/** What is in the tables that a restore replaces, and which imports are undone, as an export tells it. */
export async function replacedTables({ database }: TestContext): Promise<Record<string, unknown>> {
  const withUndone = await undoneImports(database);
  const tables = OWN_TABLES.map(async (table) => {
    const rows = (await database.table(table).toArray()) as unknown[];
    return [table, table === 'imports' ? (rows as ImportRecord[]).map(withUndone) : rows] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

/** What is there, whenever it was written: no tombstones, no stamps, and not that there once was an import. */
export async function liveContent(context: TestContext): Promise<unknown> {
  const { imports: _imports, ...tables } = await replacedTables(context);
  return Object.entries(tables).map(([table, rows]) => [
    table,
    (rows as object[]).filter((row) => !('deletedAt' in row)).map((row) => ({ ...row, updatedAt: undefined })),
  ]);
}

/** @throws {AppError} `conflict`, `not-found` when what it means to do can't be done */
export async function takeStep(stepping: Stepping, one: Step): Promise<void> {
  const { context, kept } = stepping;
  const { database } = context;
  switch (one.do) {
    case 'rate': {
      const facts = { kind: one.kind, name: 'A thing', identifiers: one.names, genres: one.mark > 3 ? ['Good'] : [] };
      await rateItem(context, { facts, given: stars(one.mark), ratedAt: YEARS[one.year]! });
      return;
    }
    case 'want':
      await wantItem(context, { facts: { kind: one.kind, name: 'A thing', identifiers: one.names } });
      return;
    case 'import': {
      const things = gathered(one.source, one.things);
      await runImport(
        context,
        { things, files: [], rows: things.length, skipped: 0, winner: one.winner },
        { thingsAtOnce: 2 },
      );
      return;
    }
    case 'join':
    case 'refuse': {
      const items = (await database.items.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
      const [first, second] = [
        items[one.which % Math.max(1, items.length)],
        items[one.other % Math.max(1, items.length)],
      ];
      if (first && second) {
        await (one.do === 'join' ? joinItems : refuseJoin)(context, { one: first.id, other: second.id });
      }
      return;
    }
    case 'edit':
    case 'delete':
    case 'clear':
    case 'describe': {
      const items: Item[] = (await database.items.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
      const item = items[one.which % Math.max(1, items.length)];
      if (!item) {
        return;
      }
      if (one.do === 'edit') {
        await editRating(context, { itemId: item.id, given: stars(one.mark) });
      } else if (one.do === 'describe') {
        await describeItem(context, { itemId: item.id, kind: one.kind, name: 'Renamed' });
      } else if (one.do === 'clear') {
        await clearMark(context, { itemId: item.id });
      } else {
        await deleteRating(context, { itemIds: [item.id] });
      }
      return;
    }
    case 'split': {
      const merges = await database.merges.toArray();
      const merge = merges[one.which % Math.max(1, merges.length)];
      if (merge) {
        await splitItems(context, { mergeId: merge.id });
      }
      return;
    }
    case 'undo': {
      const changes = await listChanges(context, { limit: 100 });
      const change = changes[one.which % Math.max(1, changes.length)];
      if (change) {
        await undoWithLater(context, { journalId: change.id });
      }
      return;
    }
    case 'export': {
      const { blob } = await exportAll(context);
      stepping.kept = { blob, tables: await replacedTables(context) };
      return;
    }
    case 'restore': {
      if (kept) {
        const opened = await openBackupFile(kept.blob);
        if (opened.outcome !== 'read') {
          throw new Error(`An export that can't be read: ${JSON.stringify(opened)}`);
        }
        // In parts, as a large one.
        await restoreAll(context, opened.file, { stepsAtOnce: 4 });
      }
    }
  }
}
