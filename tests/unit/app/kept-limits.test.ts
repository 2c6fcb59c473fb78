import { expect, it } from 'vitest';
import { exportAll } from '../../../src/app/export-all.ts';
import { ImportSession } from '../../../src/app/import-session.ts';
import { keptFiles } from '../../../src/app/kept-files.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import { runImport } from '../../../src/app/run-import.ts';
import type { SourceRecordId } from '../../../src/domain/source-record.ts';
import type { ColumnMapping } from '../../../src/transfer/column-mapping.ts';
import { testContext } from '../../support/test-context.ts';

const GOODREADS = 'Book Id,Title,Author,My Rating,Owned Copies,Bookshelves\n';
const LONG = 'L'.repeat(3_000);

it.each([
  ['a book of a long id', 'a.csv', `${GOODREADS}${LONG},Emma,Austen,4,,\n`],
  ['half a copy', 'a.csv', `${GOODREADS}1,Emma,Austen,4,1.5,\n`],
  ['copies without end', 'a.csv', `${GOODREADS}1,Emma,Austen,4,Infinity,\n`],
  [
    'more shelves than are kept',
    'a.csv',
    `${GOODREADS}1,Emma,Austen,4,,"${Array.from({ length: 10_001 }, (_one, index) => `s${index}`).join(', ')}"\n`,
  ],
  ['a file of a long name', `${LONG}.csv`, `${GOODREADS}1,Emma,Austen,4,,\n`],
])('whatever an import brings, all of it can be exported and read again: %s', async (_name, path, text) => {
  const context = testContext();
  const session = new ImportSession(context);
  await session.open([{ path, blob: new Blob([text]) }]);
  expect((await session.commit('mine')).counts).toMatchObject({ added: 1, ratings: 1 });
  expect((await openBackupFile((await exportAll(context)).blob)).outcome).toBe('read');
});

it.each([300, 4_000])('reads an export again after a table of so many letters of columns: %i', async (letters) => {
  const context = testContext();
  const table = { path: 'a.csv', blob: new Blob([`What,Mark,${'x'.repeat(letters)}\nHeat,4,\n`]) };
  const mapping: ColumnMapping = {
    name: 'What',
    kind: { fixed: 'Movie' },
    identifiers: [],
    mark: { column: 'Mark', best: 5, worst: 1, zeroIsNone: true },
  };
  // As they were written until December 2026.
  const long = `mapping ${['what', 'mark', 'x'.repeat(letters)].sort().join(' | ')}`;
  await context.database.settings.put({ key: long, value: mapping });
  const session = new ImportSession(context);
  await session.open([table]);
  expect(session.files[0]).toMatchObject({ state: 'ready', table: { mapping } });
  await session.map(0, { ...mapping, text: 'Mark' });
  await session.commit('mine');
  expect((await openBackupFile((await exportAll(context)).blob)).outcome).toBe('read');
  const next = new ImportSession(context);
  await next.open([table]);
  expect(next.files[0]).toMatchObject({ state: 'ready', table: { mapping: { text: 'Mark' } } });
});

it('tells of the row of which less is kept than it says', async () => {
  const session = new ImportSession(testContext());
  const shelves = Array.from({ length: 10_001 }, (_one, index) => `s${index}`).join(', ');
  await session.open([{ path: 'a.csv', blob: new Blob([`${GOODREADS}${LONG},Emma,Austen,4,,"${shelves}"\n`]) }]);
  const { remarks, skipped } = await session.preview('mine');
  expect(skipped).toBe(0);
  expect(remarks.map(({ line, reason }) => [line, reason])).toContainEqual([2, 'too-many']);
  expect(remarks.map(({ line, reason }) => [line, reason])).toContainEqual([2, 'too-long']);
});

it('remembers of more files than it keeps how many more there were', async () => {
  const context = testContext();
  const files = Array.from({ length: 10_003 }, (_one, index) => `${index}.csv`);
  await runImport(context, {
    things: [
      {
        id: 'imdb tt0113277' as SourceRecordId,
        source: 'imdb',
        facts: { kind: 'Movie', name: 'Heat', identifiers: [] },
        content: { liked: {} },
      },
    ],
    files,
    rows: 1,
    skipped: 1,
    unread: [{ file: 10_002, line: 3, reason: 'no-name' }],
    winner: 'mine',
  });
  const [record] = await listImports(context, { limit: 1 });
  expect(record?.files).toHaveLength(10_000);
  expect(record?.files.at(-1)).toBe('… +4');
  expect(record?.unread).toEqual([{ file: 9_999, line: 3, reason: 'no-name' }]);
  expect((await openBackupFile((await exportAll(context)).blob)).outcome).toBe('read');
});

it('keeps the end of a long path', () => {
  expect(keptFiles([`${LONG}/ratings.csv`])[0]).toMatch(/^…L+\/ratings\.csv$/u);
});
