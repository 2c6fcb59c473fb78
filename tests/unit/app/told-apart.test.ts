import { expect, it } from 'vitest';
import { ImportSession } from '../../../src/app/import-session.ts';
import { ToldApart } from '../../../src/app/told-apart.ts';
import { testContext } from '../../support/test-context.ts';

it('numbers files of one name, and gives no name twice', () => {
  const paths = new ToldApart(['b.csv', 'b.csv (2)']);
  expect(['a.csv', 'a.csv', 'a.csv (2)', 'a.csv', 'b.csv', 'x/a.csv'].map((path) => paths.add(path))).toEqual([
    'a.csv',
    'a.csv (2)',
    'a.csv (2) (2)',
    'a.csv (3)',
    'b.csv (3)',
    'x/a.csv',
  ]);
});

it('has two files of one name apart in the list, the report and the memory of an import', async () => {
  const context = testContext();
  const session = new ImportSession(context);
  const csv = (year: string, marks: string) =>
    `Date,Name,Year,Letterboxd URI,Rating\n2024-03-09,Héat,${year},,${marks}\n2024-03-09,,1949,,4\n`;
  for (const [year, mark] of [
    ['1995', '4'],
    ['1986', '3'],
  ] as const) {
    // Not UTF-8, so that its encoding can be chosen.
    await session.open([{ path: 'ratings.csv', blob: new Blob([Buffer.from(csv(year, mark), 'latin1')]) }]);
  }
  expect(session.files.map(({ path }) => path)).toEqual(['ratings.csv', 'ratings.csv (2)']);
  await session.preview('mine');
  const report = session.report({ header: [], reasons: {} });
  expect(report).toContain('ratings.csv,3,');
  expect(report).toContain('ratings.csv (2),3,');
  await session.readAs(1, 'windows-1252');
  expect(session.files[1]?.path).toBe('ratings.csv (2)');
  await session.commit('mine');
  expect((await context.database.imports.toArray())[0]?.files).toEqual(['ratings.csv', 'ratings.csv (2)']);
});
