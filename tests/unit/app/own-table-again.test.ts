import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportAll } from '../../../src/app/export-all.ts';
import { exportForService } from '../../../src/app/export-for-service.ts';
import { ImportSession } from '../../../src/app/import-session.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import type { ExportFile } from '../../../src/app/plan-restore.ts';
import { restoreAll } from '../../../src/app/restore-all.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import { isLiveSource } from '../../../src/domain/source-record.ts';
import type { ColumnMapping } from '../../../src/transfer/column-mapping.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

const NAMES = ['letterboxd-ratings', 'letterboxd-diary', 'letterboxd-reviews'];
const FILES = NAMES.map((name) => ({
  path: `${name}.csv`,
  blob: new Blob([readFileSync(`tests/fixtures/imports/${name}.csv`)]),
}));

async function opened(context: TestContext, files: { path: string; blob: Blob }[]): Promise<ImportSession> {
  const session = new ImportSession(context);
  await session.open(files);
  return session;
}

it('finds nothing new in Sayso’s own table for Letterboxd of what came from there', async () => {
  const context = testContext();
  const { counts: brought } = await (await opened(context, FILES)).commit('newer');
  const { csv } = await exportForService(context, { id: 'letterboxd-csv' });
  const again = await opened(context, [{ path: 'letterboxd-import.csv', blob: new Blob([csv]) }]);
  const { counts } = await again.preview('newer');
  expect(counts).toMatchObject({ added: 0, joined: 0, changed: 0, conflicts: 0, withdrawn: 0 });
  expect(counts.same).toBeGreaterThan(5);
  // All that is in the table is of things that the files told of; some of them say too little to have a row there.
  expect(counts.same).toBeLessThanOrEqual(brought.added);
});

it('tells of what the table says otherwise by now', async () => {
  const context = testContext();
  await (await opened(context, FILES)).commit('newer');
  const { csv } = await exportForService(context, { id: 'letterboxd-csv' });
  const row = '"Salt, Rope and Tallow",1974,,https://letterboxd.com/film/salt-rope-and-tallow/,,,';
  const other = csv.replace(`${row}0.5`, `${row}4`);
  expect(other).not.toBe(csv);
  const again = await opened(context, [{ path: 'letterboxd-import.csv', blob: new Blob([other]) }]);
  expect((await again.preview('newer')).counts).toMatchObject({ added: 0, joined: 0, changed: 1 });
});

it('finds nothing new in that table once it was taken in', async () => {
  const context = testContext();
  await (await opened(context, FILES)).commit('newer');
  const { csv } = await exportForService(context, { id: 'letterboxd-csv' });
  const row = '"Salt, Rope and Tallow",1974,,https://letterboxd.com/film/salt-rope-and-tallow/,,,';
  const other = [{ path: 'letterboxd-import.csv', blob: new Blob([csv.replace(`${row}0.5`, `${row}4`)]) }];
  for (const changed of [1, 0, 0]) {
    context.clock.advance(1_000);
    const again = await opened(context, other);
    expect((await again.preview('newer')).counts).toMatchObject({ added: 0, joined: 0, changed });
    await again.commit('newer');
  }
  // Nor do the files from there say anything that they had not said.
  expect((await (await opened(context, FILES)).preview('newer')).counts).toMatchObject({ added: 0, changed: 0 });
});

describe('a table of the person’s own', () => {
  const TABLE = [
    { path: 'mine.csv', blob: new Blob(['What,Mark,Year,IMDb,Words\nHeat,9,1995,tt0113277,Loud.\nDune,7,2021,,\n']) },
  ];
  const NARROW: ColumnMapping = {
    name: 'What',
    kind: { fixed: 'Movie' },
    identifiers: [],
    mark: { column: 'Mark', best: 10, worst: 1, zeroIsNone: true },
  };

  async function countsOf(context: TestContext, mapping: ColumnMapping) {
    context.clock.advance(1_000);
    const session = await opened(context, TABLE);
    await session.map(0, mapping);
    const { counts } = await session.preview('newer');
    await session.commit('newer');
    const { added, joined, changed, same } = counts;
    return { added, joined, changed, same };
  }

  it.each<[string, ColumnMapping]>([
    ['tells words of it', { ...NARROW, text: 'Words' }],
    ['has the year, which is in the name of each', { ...NARROW, year: 'Year' }],
    ['has numbers of a catalogue', { ...NARROW, identifiers: [{ scheme: 'imdb', column: 'IMDb' }] }],
    ['has both', { ...NARROW, year: 'Year', identifiers: [{ scheme: 'imdb', column: 'IMDb' }], text: 'Words' }],
    ['names them by another column', { ...NARROW, name: 'Year' }],
    ['has another scale', { ...NARROW, mark: { column: 'Mark', best: 10, worst: 0, zeroIsNone: true } }],
  ])('doubles nothing when its mapping %s, and is the same the next time', async (_what, wide) => {
    const context = testContext();
    expect(await countsOf(context, NARROW)).toMatchObject({ added: 2 });
    expect(await countsOf(context, wide)).toMatchObject({ added: 0, joined: 0 });
    for (const mapping of [wide, wide]) {
      expect(await countsOf(context, mapping)).toEqual({ added: 0, joined: 0, changed: 0, same: 2 });
    }
    expect(await context.database.items.count()).toBe(2);
  });

  it('finds its things again when less is mapped than before, and when that is undone', async () => {
    const context = testContext();
    const wide: ColumnMapping = { ...NARROW, year: 'Year', identifiers: [{ scheme: 'imdb', column: 'IMDb' }] };
    expect(await countsOf(context, wide)).toMatchObject({ added: 2 });
    for (const mapping of [NARROW, wide, NARROW]) {
      expect(await countsOf(context, mapping)).toMatchObject({ added: 0, joined: 0 });
    }
    expect((await context.database.sourceRecords.toCollection().primaryKeys()).sort()).toEqual([
      'table dune | 2021',
      'table imdb:tt0113277',
    ]);
    const [past] = await listImports(context, { limit: 4 });
    context.clock.advance(1_000);
    await undoWithLater(context, { journalId: past!.journalId });
    expect(await countsOf(context, wide)).toMatchObject({ added: 0, joined: 0, same: 2 });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('finds its things again when a column was taken for what it is not', async () => {
    const context = testContext();
    expect(await countsOf(context, { ...NARROW, year: 'IMDb', creators: { column: 'Mark' } })).toMatchObject({
      added: 2,
    });
    const right: ColumnMapping = { ...NARROW, year: 'Year', creators: { column: 'Words' } };
    expect(await countsOf(context, right)).toMatchObject({ added: 0, joined: 0, changed: 2 });
    expect(await countsOf(context, right)).toMatchObject({ same: 2 });
    expect(await context.database.items.count()).toBe(2);
  });

  it('makes two of what its title alone named, where the year tells them apart, and leaves one where it was', async () => {
    const context = testContext();
    const rows = ['Solaris,9,1972', 'Solaris,4,2002'];
    const take = async (mapping: ColumnMapping, lines: readonly string[]) => {
      context.clock.advance(1_000);
      const blob = new Blob([['What,Mark,Year', ...lines].join('\n')]);
      const session = await opened(context, [{ path: 'mine.csv', blob }]);
      await session.map(0, mapping);
      const { counts } = await session.preview('newer');
      await session.commit('newer');
      return [counts.added, counts.joined, counts.changed, counts.same];
    };
    const wide = { ...NARROW, year: 'Year' };
    expect(await take(NARROW, rows)).toEqual([1, 0, 0, 0]);
    expect(await take(wide, rows)).toEqual([1, 0, 1, 0]);
    expect(await take(wide, rows.toReversed())).toEqual([0, 0, 0, 2]);
    // One more of that title is neither of them.
    expect(await take(wide, ['Solaris,5,1968', ...rows])).toEqual([1, 0, 0, 2]);
    const items = (await context.database.items.toArray()).map(({ name, year }) => `${name} ${year ?? ''}`);
    expect(items.sort()).toEqual(['Solaris 1968', 'Solaris 1972', 'Solaris 2002']);
    const records = (await context.database.sourceRecords.toArray()).filter(isLiveSource);
    expect(records.map(({ content }) => content.ratings?.map(({ given }) => given.value)).sort()).toEqual([
      [4],
      [5],
      [9],
    ]);
  });

  it('leaves alone what another table of nobody in particular calls so', async () => {
    const context = testContext();
    expect(await countsOf(context, NARROW)).toMatchObject({ added: 2 });
    const other = await opened(context, [
      { path: 'other.csv', blob: new Blob(['Book,Mark,Published\nDune,10,1965\n']) },
    ]);
    await other.map(0, { ...NARROW, name: 'Book', kind: { fixed: 'Book' }, year: 'Published' });
    expect((await other.preview('newer')).counts).toMatchObject({ added: 1, changed: 0 });
  });

  it('remembers what names its rows in a backup, too', async () => {
    const context = testContext();
    await countsOf(context, NARROW);
    await countsOf(context, { ...NARROW, year: 'Year' });
    const read = await openBackupFile((await exportAll(context)).blob);
    const other = testContext();
    await restoreAll(other, (read as { file: ExportFile }).file);
    expect(await countsOf(other, { ...NARROW, year: 'Year', text: 'Words' })).toMatchObject({ added: 0, joined: 0 });
  });
});
