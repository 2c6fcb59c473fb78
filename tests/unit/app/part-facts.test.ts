import { expect, it } from 'vitest';
import { exportAll } from '../../../src/app/export-all.ts';
import { ImportSession } from '../../../src/app/import-session.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import { restoreAll } from '../../../src/app/restore-all.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import { isLiveSource, type SourceRecord } from '../../../src/domain/source-record.ts';
import { fingerprint } from '../../../src/store/fingerprint.ts';
import type { Image } from '../../../src/store/journal-entry.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { plainContent } from '../../support/plain-content.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const HEAD = 'Date,Name,Year,Letterboxd URI';

/** The diary has no address of the film, but that of the entry. */
const RATINGS = { path: 'ratings.csv', text: `${HEAD},Rating\n2020-03-09,Heat,1995,https://boxd.it/aB1,4.5\n` };
const DIARY = {
  path: 'diary.csv',
  text: `${HEAD},Rating,Rewatch,Tags,Watched Date\n2020-03-10,Heat,1995,https://boxd.it/cC1,,,cinema,2020-03-08\n`,
};
const LOWER = { ...RATINGS, text: RATINGS.text.replace('4.5', '2') };

async function importOf(context: TestContext, ...files: { path: string; text: string }[]) {
  context.clock.advance(1_000);
  const session = new ImportSession(context);
  await session.open(files.map(({ path, text }) => ({ path, blob: new Blob([text]) })));
  return (await session.commit('newer')).counts;
}

async function heat({ database }: TestContext): Promise<SourceRecord> {
  const [record] = (await database.sourceRecords.toArray()).filter(isLiveSource);
  if (!record) {
    throw new Error('There is no record.');
  }
  return record;
}

/** As a version wrote it that did not tell apart how each file describes a thing. */
function older({ partFacts: _partFacts, ...record }: SourceRecord): SourceRecord {
  return record;
}

/** Has the store be as that version left it, with the print of the change that wrote it. */
async function writeOlder({ database }: TestContext): Promise<void> {
  const [record] = (await database.sourceRecords.toArray()).filter(isLiveSource);
  const [now, before] = [record!, older(record!)];
  const asOlder = ({ after, ...image }: Image): Image => ({
    ...image,
    after: after === fingerprint(now) ? fingerprint(before) : after,
  });
  for (const table of [database.journal, database.journalImages]) {
    await table.toCollection().modify((row) => Object.assign(row, { images: row.images.map(asOlder) }));
  }
  await database.sourceRecords.put(before);
}

async function turnOver(context: TestContext, which: number): Promise<void> {
  context.clock.advance(1_000);
  const { undoId } = (await listImports(context, { limit: 9 })).toReversed()[which]!;
  await undoWithLater(context, { journalId: undoId! });
  expect(await brokenInvariants(context.database)).toEqual([]);
}

it('tells apart how each kind of file describes a thing, in the store and in an export', async () => {
  const context = testContext();
  await importOf(context, RATINGS, DIARY);
  const { facts, partFacts = {} } = await heat(context);
  expect(facts.identifiers).toHaveLength(1);
  expect(Object.values(partFacts)).toEqual([{ ...facts, identifiers: [] }]);
  const opened = await openBackupFile((await exportAll(context)).blob);
  expect(opened.outcome).toBe('read');
  const other = testContext();
  await restoreAll(other, (opened as Extract<typeof opened, { outcome: 'read' }>).file);
  expect(await heat(other)).toEqual(await heat(context));
});

it('leaves a record of before as it is when one of its files comes again, and another one changes what it says', async () => {
  const context = testContext();
  await importOf(context, RATINGS, DIARY);
  const before = older(await heat(context));
  await context.database.sourceRecords.put(before);
  for (const file of [RATINGS, DIARY]) {
    expect(await importOf(context, file)).toMatchObject({ same: 1, changed: 0 });
    expect(await heat(context)).toEqual(before);
  }
  expect(await importOf(context, LOWER)).toMatchObject({ changed: 1 });
  const { facts, content } = await heat(context);
  // All of its files may have known all of it.
  expect(facts).toEqual(before.facts);
  expect(content).toMatchObject({ ratings: [{ given: { value: 2 } }], tags: ['cinema'] });
});

it('undoes an import beneath a record of before, and keeps what its other file may have known', async () => {
  const context = testContext();
  await importOf(context, RATINGS);
  await importOf(context, DIARY);
  await writeOlder(context);
  const both = await plainContent(context);
  await turnOver(context, 0);
  const { facts, content } = await heat(context);
  expect(facts.identifiers).toHaveLength(1);
  expect(content).toMatchObject({ tags: ['cinema'] });
  expect(content).not.toHaveProperty('ratings');
  await turnOver(context, 0);
  const again = await plainContent(context);
  expect(again.filter((one) => !one.startsWith('source'))).toEqual(both.filter((one) => !one.startsWith('source')));
  await turnOver(context, 0);
  await turnOver(context, 1);
  expect(await plainContent(context)).toEqual([]);
});

it('reads an export of before, and takes its files as known', async () => {
  const context = testContext();
  await importOf(context, RATINGS, DIARY);
  const before = older(await heat(context));
  await context.database.sourceRecords.put(before);
  const blob = (await exportAll(context)).blob;
  expect(await blob.text()).not.toContain('partFacts');
  const opened = await openBackupFile(blob);
  expect(opened.outcome).toBe('read');
  const other = testContext();
  await restoreAll(other, (opened as Extract<typeof opened, { outcome: 'read' }>).file);
  expect(await heat(other)).toEqual(before);
  expect(await importOf(other, RATINGS)).toMatchObject({ same: 1, changed: 0 });
  expect(await importOf(other, LOWER, DIARY)).toMatchObject({ changed: 1 });
  expect((await heat(other)).facts).toEqual(before.facts);
  await turnOver(other, 2);
  expect(await heat(other)).toMatchObject({ facts: before.facts, content: before.content });
});
