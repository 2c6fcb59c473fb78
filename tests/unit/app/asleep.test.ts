import { describe, expect, it } from 'vitest';
import { clearMark } from '../../../src/app/clear-mark.ts';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { exportAll } from '../../../src/app/export-all.ts';
import { joinItems } from '../../../src/app/join-items.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import type { ExportFile } from '../../../src/app/plan-restore.ts';
import { restoreAll } from '../../../src/app/restore-all.ts';
import { splitItems } from '../../../src/app/split-items.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import type { ItemId, RecordId } from '../../../src/domain/ids.ts';
import type { Said } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { plainContent } from '../../support/plain-content.ts';
import { id, stars } from '../../support/samples.ts';
import { takeIn } from '../../support/take-in.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const HEAT: Said = { name: 'Heat', names: ['imdb:tt0113277'], mark: 9, at: '2020' };
const DUNE: Said = { name: 'Dune', names: ['gtin:04006381333948'], mark: 5, at: '2021' };

async function itemOf({ database }: TestContext, identifier: string): Promise<ItemId> {
  return (await database.identifiers.get(id(identifier)))!.itemId;
}

/** What the person may do to Heat, of which a side is gone once its import is undone. */
const DONE = {
  'delete-rating': async (context) => deleteRating(context, { itemIds: [await itemOf(context, 'imdb:tt0113277')] }),
  'clear-mark': async (context) => clearMark(context, { itemId: await itemOf(context, 'imdb:tt0113277') }),
  'join-items': async (context) => {
    const [one, other] = [await itemOf(context, 'imdb:tt0113277'), await itemOf(context, 'gtin:04006381333948')];
    return joinItems(context, { one, other });
  },
  'split-items': async (context) => {
    await DONE['join-items'](context);
    context.clock.advance(1_000);
    const [merge] = await context.database.merges.toArray();
    return splitItems(context, { mergeId: merge!.id });
  },
} as const satisfies Record<string, (context: TestContext) => Promise<unknown>>;

type Label = keyof typeof DONE;

/** Two imports, and what the person did then. */
async function after(label: Label): Promise<TestContext> {
  const context = testContext();
  await takeIn(context, HEAT, 'imdb');
  await takeIn(context, DUNE, 'trakt');
  context.clock.advance(1_000);
  await DONE[label](context);
  return context;
}

async function undo(context: TestContext, journalId: RecordId): Promise<void> {
  context.clock.advance(1_000);
  await undoWithLater(context, { journalId });
  expect(await brokenInvariants(context.database)).toEqual([]);
}

/** The first import, as the list offers it. */
async function turnOver(context: TestContext): Promise<void> {
  await undo(context, (await listImports(context, { limit: 9 })).at(-1)!.undoId!);
}

/** The changes that the person sees and can take back. */
async function standing(context: TestContext): Promise<readonly string[]> {
  const changes = await listChanges(context, { limit: 20 });
  return changes.filter(({ label, isUndone }) => !isUndone && label !== 'undo-change').map(({ label }) => label);
}

async function backup(context: TestContext): Promise<ExportFile> {
  context.clock.advance(1_000);
  return ((await openBackupFile((await exportAll(context)).blob)) as { file: ExportFile }).file;
}

async function restore(context: TestContext, file: ExportFile): Promise<RecordId> {
  context.clock.advance(1_000);
  const { journalId } = await restoreAll(context, file);
  expect(await brokenInvariants(context.database)).toEqual([]);
  return journalId;
}

async function duneAlone(): Promise<readonly string[]> {
  const context = testContext();
  await takeIn(context, DUNE, 'trakt');
  return plainContent(context);
}

describe('a change that is about what an undone import brought', () => {
  it.each(Object.keys(DONE) as Label[])('sleeps until that is done again: %s', async (label) => {
    const context = await after(label);
    const [both, listed] = [await plainContent(context), await standing(context)];
    for (let turn = 0; turn < 2; turn += 1) {
      await turnOver(context);
      expect(await plainContent(context)).toEqual(await duneAlone());
      expect(await standing(context)).toEqual(['run-import']);
      await turnOver(context);
      expect(await plainContent(context)).toEqual(both);
      expect(await standing(context)).toEqual(listed);
    }
    const [last] = (await listChanges(context, { limit: 20 })).filter((change) => change.label === label);
    await undo(context, last!.id);
    expect(await standing(context)).toEqual(listed.slice(1));
    expect(await plainContent(context)).not.toEqual(both);
  });

  it.each(Object.keys(DONE) as Label[])('stands and sleeps as in a backup that is restored: %s', async (label) => {
    const context = await after(label);
    const [both, listed] = [await plainContent(context), await standing(context)];
    const awake = await backup(context);
    await turnOver(context);
    const asleep = await backup(context);
    const woken = await restore(context, awake);
    expect([await plainContent(context), await standing(context)]).toEqual([both, ['restore-backup', ...listed]]);
    await undo(context, woken);
    expect([await plainContent(context), await standing(context)]).toEqual([await duneAlone(), ['run-import']]);
    await turnOver(context);
    expect([await plainContent(context), await standing(context)]).toEqual([both, listed]);
    await restore(context, asleep);
    expect([await plainContent(context), await standing(context)]).toEqual([
      await duneAlone(),
      ['restore-backup', 'run-import'],
    ]);
    await turnOver(context);
    expect(await plainContent(context)).toEqual(both);
    expect((await standing(context)).filter((one) => one !== 'restore-backup')).toEqual(listed);
  });
});

describe('an edit that was done again beneath', () => {
  it('is the one of the backup once that is restored, and can be undone', async () => {
    const context = testContext();
    await takeIn(context, HEAT, 'imdb');
    await takeIn(context, { ...HEAT, mark: 7, at: '2019', text: 'Words.' }, 'letterboxd');
    const imported = await plainContent(context);
    context.clock.advance(1_000);
    await editRating(context, { itemId: await itemOf(context, 'imdb:tt0113277'), given: stars(1) });
    const edited = await plainContent(context);
    const file = await backup(context);
    await turnOver(context);
    const without = await plainContent(context);
    const restored = await restore(context, file);
    expect(await plainContent(context)).toEqual(edited);
    expect(await standing(context)).toEqual(['restore-backup', 'edit-rating', 'run-import', 'run-import']);
    await undo(context, restored);
    expect(await plainContent(context)).toEqual(without);
    expect(await standing(context)).toEqual(['edit-rating', 'run-import']);
    await turnOver(context);
    expect(await plainContent(context)).toEqual(edited);
    const edit = (await listChanges(context, { limit: 20 })).find(({ label }) => label === 'edit-rating');
    await undo(context, edit!.id);
    expect(await plainContent(context)).toEqual(imported);
  });
});
