import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportAll } from '../../../src/app/export-all.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { listImports, type PastImport } from '../../../src/app/list-imports.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import type { ExportFile } from '../../../src/app/plan-restore.ts';
import { restoreAll } from '../../../src/app/restore-all.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import type { Said } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { plainContent } from '../../support/plain-content.ts';
import { takeIn } from '../../support/take-in.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const HEAT: Said = { name: 'Heat', names: ['imdb:tt0113277'] };

async function takeFirst(context: TestContext): Promise<void> {
  await takeIn(context, { ...HEAT, mark: 9, at: '2020' }, 'imdb');
}

async function takeSecond(context: TestContext): Promise<void> {
  await takeIn(context, { ...HEAT, mark: 7, at: '2019', text: 'Words.' }, 'letterboxd');
}

async function seen(context: TestContext): Promise<readonly PastImport[]> {
  return (await listImports(context, { limit: 9 })).toReversed();
}

async function statesOf(context: TestContext): Promise<readonly string[]> {
  return (await seen(context)).map(({ state }) => state);
}

/** What the list offers of the one that was made first, or after it. */
async function press(context: TestContext, which: number): Promise<void> {
  const { undoId } = (await seen(context))[which]!;
  await undo(context, undoId!);
}

async function undo(context: TestContext, journalId: RecordId): Promise<void> {
  context.clock.advance(1_000);
  await undoWithLater(context, { journalId });
  expect(await brokenInvariants(context.database)).toEqual([]);
}

/** It may have changed nothing, or all that it changed may have been changed since. */
async function undoLate(context: TestContext, restored: RecordId | undefined): Promise<void> {
  try {
    await (restored !== undefined && undo(context, restored));
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: 'conflict' });
  }
}

async function backup(context: TestContext): Promise<ExportFile> {
  context.clock.advance(1_000);
  const opened = await openBackupFile((await exportAll(context)).blob);
  return (opened as { file: ExportFile }).file;
}

async function restore(context: TestContext, file: ExportFile): Promise<RecordId> {
  context.clock.advance(1_000);
  const { journalId } = await restoreAll(context, file);
  expect(await brokenInvariants(context.database)).toEqual([]);
  return journalId;
}

describe('an import that was undone, and comes back with a backup', () => {
  it('stands, can be undone and done again, and is undone when the restore is', async () => {
    const context = testContext();
    await takeFirst(context);
    const all = await plainContent(context);
    const file = await backup(context);
    await press(context, 0);
    const restored = await restore(context, file);
    expect(await statesOf(context)).toEqual(['standing']);
    expect(await plainContent(context)).toEqual(all);
    await undo(context, restored);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['undone'], []]);
    await press(context, 0);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['standing'], all]);
    await press(context, 0);

    await restore(context, file);
    for (const [state, content] of [
      ['standing', all],
      ['undone', []],
      ['standing', all],
    ]) {
      expect([await statesOf(context), await plainContent(context)]).toEqual([[state], content]);
      await press(context, 0);
    }
  });

  it('stays as the person had it since, whatever becomes of the restore', async () => {
    const context = testContext();
    await takeFirst(context);
    const file = await backup(context);
    await press(context, 0);
    const restored = await restore(context, file);
    await press(context, 0);
    expect(await plainContent(context)).toEqual([]);
    await undo(context, restored).catch(() => undefined);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['undone'], []]);
  });

  it('comes back with the undo of the restore that took it, though the file was restored a second time', async () => {
    const context = testContext();
    await takeFirst(context);
    const file = await backup(context);
    await takeSecond(context);
    const both = await plainContent(context);
    const taking = await restore(context, file);
    const idle = await restore(context, file);
    await undo(context, taking);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['standing', 'standing'], both]);
    await undoLate(context, idle);
    await press(context, 1);
    expect(await statesOf(context)).toEqual(['standing', 'undone']);
    await press(context, 0);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['undone', 'undone'], []]);
  });

  it('turns with the restore as often as that is undone and done again', async () => {
    const context = testContext();
    await takeFirst(context);
    const file = await backup(context);
    await press(context, 0);
    await restore(context, file);
    for (const state of ['undone', 'standing', 'undone']) {
      const [last] = await listChanges(context, { limit: 1 });
      await undo(context, last!.id);
      expect(await statesOf(context)).toEqual([state]);
    }
  });
});

describe('an import that stood, and a backup', () => {
  it('in which it was undone: it can be done again', async () => {
    const context = testContext();
    await takeFirst(context);
    const all = await plainContent(context);
    await press(context, 0);
    const file = await backup(context);
    await press(context, 0);
    await restore(context, file);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['undone'], []]);
    await press(context, 0);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['standing'], all]);
  });

  it('from before it: it is gone, nothing is offered, and it comes back with the restore’s undo', async () => {
    const context = testContext();
    const file = await backup(context);
    await takeFirst(context);
    const all = await plainContent(context);
    const restored = await restore(context, file);
    expect((await seen(context)).map(({ state, undoId, files }) => [state, undoId, files])).toEqual([
      ['gone', undefined, []],
    ]);
    expect(await plainContent(context)).toEqual([]);
    expect((await listChanges(context, { limit: 2 })).map(({ isUndone }) => isUndone)).toEqual([false, true]);
    await undo(context, restored);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['standing'], all]);
    await press(context, 0);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['undone'], []]);
  });

  it('of another copy: what it has not is gone, and what was undone here only came with it', async () => {
    const context = testContext();
    await takeFirst(context);
    const own = await backup(context);
    const other = testContext();
    await restore(other, own);
    const file = await backup(other);
    await press(context, 0);
    await takeSecond(context);
    await restore(context, file);
    expect((await seen(context)).map(({ state, undoId }) => [state, undoId])).toEqual([
      ['brought', undefined],
      ['gone', undefined],
    ]);
  });
});

describe('two imports of one thing', () => {
  it('stand as in the backup, though the first was undone beneath the second since', async () => {
    const context = testContext();
    await takeFirst(context);
    await takeSecond(context);
    const both = await plainContent(context);
    const file = await backup(context);
    await press(context, 0);
    const second = await plainContent(context);
    const restored = await restore(context, file);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['standing', 'standing'], both]);
    expect(
      (await listChanges(context, { limit: 9 })).filter(({ isUndone }) => !isUndone).map((one) => one.label),
    ).toEqual(['restore-backup', 'run-import', 'run-import']);
    await undo(context, restored);
    expect([await statesOf(context), await plainContent(context)]).toEqual([['undone', 'standing'], second]);
    await press(context, 0);
    expect(await plainContent(context)).toEqual(both);
  });

  it('are what the list says, whatever was pressed, saved and restored', { timeout: 120_000 }, async () => {
    const alone = new Map<string, readonly string[]>();
    for (const which of [[], [0], [1], [0, 1]]) {
      const context = testContext();
      for (const one of which) {
        await (one === 0 ? takeFirst(context) : takeSecond(context));
      }
      alone.set(which.join(), await plainContent(context));
    }
    const act = fc.constantFrom('first', 'second', 'save', 'restore', 'restore-old', 'back');
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 9 }), async (acts) => {
        const context = testContext();
        await takeFirst(context);
        await takeSecond(context);
        let standing: readonly number[] = [0, 1];
        const saved = [{ file: await backup(context), standing }];
        let restored: RecordId | undefined;
        for (const one of acts) {
          if (one === 'save') {
            saved.push({ file: await backup(context), standing });
          } else if (one === 'first' || one === 'second') {
            const which = one === 'first' ? 0 : 1;
            await press(context, which);
            standing = standing.includes(which) ? standing.filter((it) => it !== which) : [...standing, which].sort();
          } else if (one === 'back') {
            await undoLate(context, restored);
            // What was done since stays as it is. Whatever the list says then is what there is.
            standing = (await statesOf(context)).flatMap((state, which) => (state === 'standing' ? [which] : []));
          } else {
            const save = one === 'restore-old' ? saved[0]! : saved.at(-1)!;
            restored = await restore(context, save.file);
            standing = save.standing;
          }
          const states = [0, 1].map((which) => (standing.includes(which) ? 'standing' : 'undone'));
          expect([await statesOf(context), await plainContent(context)]).toEqual([states, alone.get(standing.join())]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
