import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { exportAll } from '../../../src/app/export-all.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import type { ExportFile } from '../../../src/app/plan-restore.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { restoreAll } from '../../../src/app/restore-all.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { plainContent } from '../../support/plain-content.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

async function backup(context: TestContext): Promise<ExportFile> {
  context.clock.advance(1_000);
  const opened = await openBackupFile((await exportAll(context)).blob);
  return (opened as { file: ExportFile }).file;
}

async function restore(context: TestContext, file: ExportFile): Promise<RecordId> {
  context.clock.advance(1_000);
  return (await restoreAll(context, file)).journalId;
}

async function undo(context: TestContext, journalId: RecordId) {
  context.clock.advance(1_000);
  const undone = await undoWithLater(context, { journalId });
  expect(await brokenInvariants(context.database)).toEqual([]);
  return undone;
}

/** The names of the things that are there. */
async function names(context: TestContext): Promise<string[]> {
  const items = await context.database.items.filter(({ deletedAt }) => deletedAt === undefined).toArray();
  return items.map(({ name }) => name).sort();
}

async function standing(context: TestContext): Promise<string[]> {
  const changes = await listChanges(context, { limit: 20 });
  return changes.filter(({ isUndone }) => !isUndone).map(({ label }) => label);
}

describe('a change by hand, and a backup', () => {
  it('stands again where it was undone since, and nothing of it waits for another any more', async () => {
    const context = testContext();
    const [one, two] = [
      await rateItem(context, { facts: film(1), given: stars(4) }),
      await rateItem(context, { facts: film(2), given: stars(4) }),
    ];
    const deletion = await deleteRating(context, { itemIds: [one.item.id, two.item.id] });
    const anew = await rateItem(context, { facts: film(1), given: stars(2) });
    const file = await backup(context);
    const then = await plainContent(context);
    // The second film comes back, the first has to wait for its new mark.
    expect(await undo(context, deletion.journalId)).toEqual({ undone: 1, kept: 1 });
    expect(await names(context)).toEqual(['Film 1', 'Film 2']);
    const restored = await restore(context, file);
    expect(await plainContent(context)).toEqual(then);
    await undo(context, anew.journalId);
    expect(await names(context)).toEqual([]);
    // What the restore took back waits for it.
    expect(await undo(context, deletion.journalId)).toEqual({ undone: 1, kept: 1 });
    expect(await names(context)).toEqual(['Film 1']);
    await undo(context, restored);
    expect(await names(context)).toEqual(['Film 1', 'Film 2']);
  });

  it('is gone with a backup from before it, and comes back with the undo of the restore', async () => {
    const context = testContext();
    const { journalId } = await rateItem(context, { facts: film(1), given: stars(4) });
    const file = await backup(context);
    await rateItem(context, { facts: film(2), given: stars(3) });
    const both = await plainContent(context);
    const restored = await restore(context, file);
    expect(await standing(context)).toEqual(['restore-backup', 'rate-item']);
    await undo(context, restored);
    expect(await plainContent(context)).toEqual(both);
    expect(await standing(context)).toEqual(['undo-change', 'rate-item', 'rate-item']);
    await undo(context, journalId);
    expect(await names(context)).toEqual(['Film 2']);
  });

  it('that was done again since is not undone by the undo of the restore', async () => {
    const context = testContext();
    const file = await backup(context);
    const one = await rateItem(context, { facts: film(1), given: stars(4) });
    const two = await rateItem(context, { facts: film(2), given: stars(4) });
    const deletion = await deleteRating(context, { itemIds: [one.item.id, two.item.id] });
    const anew = await rateItem(context, { facts: film(1), given: stars(2) });
    await undo(context, deletion.journalId);
    const [again] = await listChanges(context, { limit: 1 });
    await undo(context, again!.id);
    await undo(context, anew.journalId);
    const then = await plainContent(context);
    const restored = await restore(context, file);
    await undo(context, restored);
    expect(await plainContent(context)).toEqual(then);
    expect(await names(context)).toEqual([]);
  });
});
