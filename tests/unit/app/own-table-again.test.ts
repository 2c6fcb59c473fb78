import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportForService } from '../../../src/app/export-for-service.ts';
import { ImportSession } from '../../../src/app/import-session.ts';
import type { ColumnMapping } from '../../../src/transfer/column-mapping.ts';
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
});
