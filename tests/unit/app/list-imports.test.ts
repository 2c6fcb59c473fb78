import { describe, expect, it } from 'vitest';
import { exportAll } from '../../../src/app/export-all.ts';
import { hasComeToBe } from '../../../src/app/has-come-to-be.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import type { ExportFile } from '../../../src/app/plan-restore.ts';
import { previewRestore } from '../../../src/app/preview-restore.ts';
import { restoreAll } from '../../../src/app/restore-all.ts';
import { runImport } from '../../../src/app/run-import.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { newRecordId } from '../../../src/domain/ids.ts';
import { isLive } from '../../../src/domain/rating.ts';
import { gathered } from '../../support/gathered.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

function importOne(context: TestContext, name: string) {
  context.clock.advance(1_000);
  const things = gathered('imdb', [{ name, names: [], mark: 8 }]);
  return runImport(context, { things, files: [`${name}.csv`], rows: 1, skipped: 0, winner: 'mine' });
}

describe('listImports', () => {
  it('lists the newest first, no more than asked for', async () => {
    const context = testContext();
    await importOne(context, 'one');
    await importOne(context, 'two');
    await importOne(context, 'three');
    const listed = await listImports(context, { limit: 2 });
    expect(listed.map(({ files, state }) => [files, state])).toEqual([
      [['three.csv'], 'standing'],
      [['two.csv'], 'standing'],
    ]);
  });

  it('says by which change an import is undone, and done again, as often as one likes', async () => {
    const context = testContext();
    const { journalId } = await importOne(context, 'one');
    for (const expected of ['standing', 'undone', 'standing', 'undone']) {
      const [past] = await listImports(context, { limit: 1 });
      expect(past?.state).toBe(expected);
      expect(past?.undoId === journalId).toBe(expected === 'standing');
      await undoChange(context, { journalId: past!.undoId! });
    }
    expect(await context.database.ratings.count()).toBe(1);
  });

  it('says of one whose change is forgotten that it is past', async () => {
    const context = testContext();
    const { journalId } = await importOne(context, 'one');
    await context.database.journal.delete(journalId);
    context.clock.advance(31 * 86_400_000);
    const [past] = await listImports(context, { limit: 1 });
    expect([past?.state, past?.undoId]).toEqual(['past', undefined]);
  });

  describe('when the change of one is forgotten', () => {
    const DAY_MS = 86_400_000;
    const told = async (context: TestContext) =>
      (await listImports(context, { limit: 9 })).map(({ files, state, isUndone }) => [files[0], state, isUndone]);

    it('says still that it was undone, in the next backup, too', async () => {
      const context = testContext();
      const { journalId } = await importOne(context, 'one');
      await importOne(context, 'two');
      await undoChange(context, { journalId });
      context.clock.advance(31 * DAY_MS);
      await importOne(context, 'three');
      expect(await context.database.journal.get(journalId)).toBeUndefined();
      expect(await told(context)).toEqual([
        ['three.csv', 'standing', undefined],
        ['two.csv', 'past', undefined],
        ['one.csv', 'past', true],
      ]);
      const opened = await openBackupFile((await exportAll(context)).blob);
      const other = testContext();
      other.clock.advance(31 * DAY_MS);
      await restoreAll(other, (opened as { file: ExportFile }).file);
      expect((await told(other)).at(-1)).toEqual(['one.csv', 'past', true]);
    });

    it('follows its undo, which is forgotten later, back and forth', async () => {
      const context = testContext();
      const { journalId } = await importOne(context, 'one');
      context.clock.advance(20 * DAY_MS);
      await undoChange(context, { journalId });
      const undo = (await context.database.journal.get(journalId))!.undoneBy!;
      context.clock.advance(15 * DAY_MS);
      await importOne(context, 'two');
      expect(await told(context)).toContainEqual(['one.csv', 'past', true]);
      await undoChange(context, { journalId: undo });
      expect(await context.database.ratings.filter(isLive).count()).toBe(2);
      expect(await told(context)).toContainEqual(['one.csv', 'past', undefined]);
      await undoChange(context, { journalId: (await context.database.journal.get(undo))!.undoneBy! });
      expect(await told(context)).toContainEqual(['one.csv', 'past', true]);
    });

    it('says of one that was undone and done again that it stands', async () => {
      const context = testContext();
      const { journalId } = await importOne(context, 'one');
      await undoChange(context, { journalId });
      await undoChange(context, { journalId: (await context.database.journal.get(journalId))!.undoneBy! });
      context.clock.advance(31 * DAY_MS);
      await importOne(context, 'two');
      expect(await told(context)).toContainEqual(['one.csv', 'past', undefined]);
    });
  });

  it('says of one that came with a backup that it did, for that is why it can’t be undone', async () => {
    const context = testContext();
    await importOne(context, 'one');
    const opened = await openBackupFile((await exportAll(context)).blob);
    const other = testContext();
    await restoreAll(other, (opened as { file: ExportFile }).file);
    const [past] = await listImports(other, { limit: 1 });
    expect([past?.state, past?.undoId]).toEqual(['brought', undefined]);
  });

  it('says of one that was undone, and came with a backup, that it is undone; so does the next backup', async () => {
    const context = testContext();
    const { journalId } = await importOne(context, 'one');
    await importOne(context, 'two');
    await undoChange(context, { journalId });
    let from = context;
    for (const _copy of [1, 2]) {
      const opened = await openBackupFile((await exportAll(from)).blob);
      const { file } = opened as { file: ExportFile };
      expect((await previewRestore(from, file)).counts.find(({ table }) => table === 'imports')).toMatchObject({
        added: 0,
        changed: 0,
        lost: 0,
      });
      from = testContext();
      await restoreAll(from, file);
      expect((await listImports(from, { limit: 2 })).map(({ state, isUndone }) => [state, isUndone])).toEqual([
        ['brought', undefined],
        ['brought', true],
      ]);
    }
  });

  it('says of one that came back undone, and was done again, that it stands', async () => {
    const context = testContext();
    const { journalId } = await importOne(context, 'one');
    await undoChange(context, { journalId });
    const opened = await openBackupFile((await exportAll(context)).blob);
    await importOne(context, 'two');
    await restoreAll(context, (opened as { file: ExportFile }).file);
    const states = async () =>
      (await listImports(context, { limit: 9 })).map(({ files, state, isUndone }) => [files[0], state, isUndone]);
    expect(await states()).toContainEqual(['one.csv', 'undone', true]);
    const undoId = (await listImports(context, { limit: 9 })).find(({ files }) => files[0] === 'one.csv')?.undoId;
    await undoChange(context, { journalId: undoId! });
    expect(await states()).toContainEqual(['one.csv', 'standing', undefined]);
    expect(await (await exportAll(context)).blob.text()).not.toContain('isUndone');
  });

  it('says of one in which nothing was new that there is nothing to undo, among the changes, too', async () => {
    const context = testContext();
    await importOne(context, 'one');
    await importOne(context, 'one');
    const listed = await listImports(context, { limit: 2 });
    expect(listed.map(({ state, undoId }) => [state, undoId !== undefined])).toEqual([
      ['nothing', false],
      ['standing', true],
    ]);
    const changes = await listChanges(context, { limit: 2 });
    expect(changes.map(({ isOfNothing }) => isOfNothing)).toEqual([true, false]);
  });
});

describe('hasComeToBe', () => {
  it('knows those that came to be', async () => {
    const context = testContext();
    const { id } = await importOne(context, 'one');
    expect(await hasComeToBe(context, { id, what: 'import' })).toBe(true);
    expect(await hasComeToBe(context, { id: newRecordId(0), what: 'import' })).toBe(false);
  });

  it('knows whether an undo came to be by the change that it undoes', async () => {
    const context = testContext();
    const { journalId: id } = await importOne(context, 'one');
    expect(await hasComeToBe(context, { id, what: 'undo' })).toBe(false);
    await undoChange(context, { journalId: id });
    expect(await hasComeToBe(context, { id, what: 'undo' })).toBe(true);
  });
});
