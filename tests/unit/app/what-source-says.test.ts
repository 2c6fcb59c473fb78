import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { exportAll } from '../../../src/app/export-all.ts';
import { ImportSession } from '../../../src/app/import-session.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import { isLiveSource, type SourceRecord } from '../../../src/domain/source-record.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const HEAD = 'Date,Name,Year,Letterboxd URI';
const HEAT = 'Heat,1995,https://boxd.it/aB1';
const OTHER = '2024-01-01,Other,1990,https://boxd.it/aB2';

/** The files of one account: whatever is left out is not in the import. */
const ALL = {
  'ratings.csv': `${HEAD},Rating\n2020-03-09,${HEAT},4.5\n`,
  'diary.csv': `${HEAD},Rating,Rewatch,Tags,Watched Date\n2020-03-10,Heat,1995,https://boxd.it/cC1,,,cinema,2020-03-08\n`,
  'reviews.csv': `${HEAD},Rating,Rewatch,Review,Tags,Watched Date\n2020-03-10,Heat,1995,https://boxd.it/cC1,,,Words.,cinema,2020-03-08\n`,
  'watched.csv': `${HEAD}\n2020-03-09,${HEAT}\n`,
  'likes/films.csv': `${HEAD}\n2020-03-11,${HEAT}\n`,
  'lists/one.csv': `Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2020-01-01,One,,https://boxd.it/l1,\n\nPosition,Name,Year,URL,Description\n1,${HEAT},\n`,
  'lists/two.csv': `Letterboxd list export v7\nDate,Name,Tags,URL,Description\n2020-01-01,Two,,https://boxd.it/l2,\n\nPosition,Name,Year,URL,Description\n1,${HEAT},\n`,
};

async function importOf(context: TestContext, files: Partial<typeof ALL>) {
  context.clock.advance(1_000);
  const session = new ImportSession(context);
  await session.open(Object.entries(files).map(([path, text]) => ({ path, blob: new Blob([text]) })));
  expect(session.files.map(({ state }) => state)).toEqual(Object.keys(files).map(() => 'ready'));
  return session.commit('newer');
}

async function heat({ database }: TestContext): Promise<SourceRecord> {
  const record = await database.sourceRecords.get('letterboxd heat | 1995' as SourceRecord['id']);
  if (!isLiveSource(record)) {
    throw new Error('There is no such record.');
  }
  return record;
}

describe('whatSourceSays', () => {
  it.each(Object.keys(ALL) as (keyof typeof ALL)[])('is the same when %s alone comes again', async (path) => {
    const context = testContext();
    await importOf(context, ALL);
    const before = await heat(context);
    expect(before.content).toMatchObject({ text: 'Words.', tags: ['cinema'], liked: { at: '2020-03-11' } });
    const { counts } = await importOf(context, { [path]: ALL[path] });
    expect(counts).toMatchObject({ same: 1, changed: 0 });
    expect(await heat(context)).toEqual(before);
    expect((await importOf(context, ALL)).counts).toMatchObject({ same: 1, changed: 0 });
  });

  it('takes over what a file says, and leaves what it is silent about', async () => {
    const context = testContext();
    await importOf(context, ALL);
    const later = `${HEAD},Rating\n2021-05-05,${HEAT},2\n`;
    expect((await importOf(context, { 'ratings.csv': later })).counts).toMatchObject({ changed: 1 });
    const { content, facts, itemId } = await heat(context);
    expect(content).toMatchObject({
      ratings: [{ given: { value: 2 }, at: '2021-05-05' }],
      text: 'Words.',
      tags: ['cinema'],
      liked: { at: '2020-03-11' },
      uses: [{ at: '2020-03-08' }],
      others: { List: 'One; Two' },
    });
    expect(content.ratings).toHaveLength(1);
    expect(facts).toMatchObject({ name: 'Heat', year: 1995 });
    expect(await context.database.ratings.get(itemId)).toMatchObject({ given: { value: 2 }, text: 'Words.' });
    const short = { 'diary.csv': ALL['diary.csv'].replace('cinema', '') };
    await importOf(context, short);
    expect((await heat(context)).content).toMatchObject({ tags: ['cinema'], text: 'Words.' });
    expect((await importOf(context, short)).counts).toMatchObject({ same: 1, changed: 0 });
  });

  it('takes back what a file of the same kind does not say any more', async () => {
    const context = testContext();
    await importOf(context, ALL);
    await importOf(context, { 'watched.csv': ALL['watched.csv'], 'likes/films.csv': `${HEAD}\n${OTHER}\n` });
    const { content } = await heat(context);
    expect(content).not.toHaveProperty('liked');
    expect(content).toMatchObject({
      text: 'Words.',
      ratings: [{ given: { value: 4.5 } }],
      others: { List: 'One; Two' },
    });
  });

  it('tells of a mark that is there no more, and keeps it here', async () => {
    const context = testContext();
    await importOf(context, ALL);
    const session = new ImportSession(context);
    const files = { 'watched.csv': ALL['watched.csv'], 'ratings.csv': `${HEAD},Rating\n${OTHER},4\n` };
    await session.open(Object.entries(files).map(([path, text]) => ({ path, blob: new Blob([text]) })));
    expect((await session.preview('newer')).counts).toMatchObject({ withdrawn: 1, added: 1 });
    await session.commit('newer');
    const { content, itemId } = await heat(context);
    expect(content).not.toHaveProperty('ratings');
    expect(await context.database.ratings.get(itemId)).toMatchObject({ given: { value: 4.5 } });
  });

  it('stays deleted when one of its files comes again', async () => {
    const context = testContext();
    await importOf(context, ALL);
    await deleteRating(context, { itemIds: [(await heat(context)).itemId] });
    expect((await importOf(context, { 'diary.csv': ALL['diary.csv'] })).counts).toMatchObject({ same: 1, added: 0 });
    expect((await importOf(context, ALL)).counts).toMatchObject({ same: 1, added: 0 });
    const changed = ALL['ratings.csv'].replace('4.5', '1');
    expect((await importOf(context, { 'ratings.csv': changed })).counts).toMatchObject({ added: 1 });
  });

  it('loses nothing of a record that does not say which files it is of', async () => {
    const context = testContext();
    await importOf(context, ALL);
    const { parts: _parts, ...old } = await heat(context);
    await context.database.sourceRecords.put(old);
    await importOf(context, { 'diary.csv': ALL['diary.csv'] });
    expect((await heat(context)).content).toMatchObject({ text: 'Words.', liked: { at: '2020-03-11' } });
    await context.database.sourceRecords.put(old);
    await importOf(context, ALL);
    expect(Object.keys((await heat(context)).parts ?? {})).toHaveLength(Object.keys(ALL).length);
  });

  it('leaves with an export', async () => {
    const context = testContext();
    await importOf(context, ALL);
    await importOf(context, { 'ratings.csv': `${HEAD},Rating\n${OTHER},4.5\n` });
    const { itemId } = await heat(context);
    const opened = await openBackupFile((await exportAll(context)).blob);
    expect(opened.outcome).toBe('read');
    await deleteRating(context, { itemIds: [itemId] });
    expect((await openBackupFile((await exportAll(context)).blob)).outcome).toBe('read');
  });
});
