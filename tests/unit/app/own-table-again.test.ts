import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exportForService } from '../../../src/app/export-for-service.ts';
import { ImportSession } from '../../../src/app/import-session.ts';
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
