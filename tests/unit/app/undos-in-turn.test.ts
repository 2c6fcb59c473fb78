import { describe, expect, it } from 'vitest';
import { hasComeToBe } from '../../../src/app/has-come-to-be.ts';
import { joinItems } from '../../../src/app/join-items.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { listImports, type PastImport } from '../../../src/app/list-imports.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import type { Said } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { plainContent } from '../../support/plain-content.ts';
import { takeIn } from '../../support/take-in.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const HEAT: Said = { name: 'Heat', names: ['imdb:tt0113277'] };

/** Three imports of one thing, each with another mark: oldest first. */
async function three(): Promise<TestContext> {
  const context = testContext();
  await takeIn(context, { ...HEAT, mark: 9, at: '2020' }, 'imdb');
  await takeIn(context, { ...HEAT, mark: 7, at: '2019' }, 'letterboxd');
  await takeIn(context, { ...HEAT, mark: 5, at: '2018' }, 'trakt');
  return context;
}

/** As the person sees them: oldest first. */
async function seen(context: TestContext): Promise<readonly PastImport[]> {
  return (await listImports(context, { limit: 9 })).toReversed();
}

async function statesOf(context: TestContext): Promise<readonly string[]> {
  return (await seen(context)).map(({ state }) => state);
}

/** One button of those that were seen: pressed now, whatever has run since. */
async function press(context: TestContext, { undoId }: PastImport): Promise<void> {
  context.clock.advance(100);
  await undoWithLater(context, { journalId: undoId! });
  expect(await brokenInvariants(context.database)).toEqual([]);
}

async function alone(which: readonly number[]): Promise<readonly string[]> {
  const context = await three();
  for (const [index, past] of (await seen(context)).entries()) {
    if (!which.includes(index)) {
      await press(context, (await seen(context))[index] ?? past);
    }
  }
  return plainContent(context);
}

const PAIRS = [0, 1, 2].flatMap((first) => [0, 1, 2].filter((one) => one !== first).map((second) => [first, second]));

describe('two buttons pressed one upon the other', () => {
  it.each(PAIRS)('undo imports %i and %i, though the second was seen before the first ran', async (first, second) => {
    const context = await three();
    const before = await seen(context);
    await press(context, before[first]!);
    await press(context, before[second]!);
    const standing = [0, 1, 2].filter((one) => one !== first && one !== second);
    expect(await statesOf(context)).toEqual([0, 1, 2].map((one) => (standing.includes(one) ? 'standing' : 'undone')));
    expect(await plainContent(context)).toEqual(await alone(standing));
  });

  it.each(PAIRS)('do imports %i and %i again', async (first, second) => {
    const context = await three();
    const all = await plainContent(context);
    for (const which of [first, second]) {
      await press(context, (await seen(context))[which]!);
    }
    const before = await seen(context);
    await press(context, before[first]!);
    await press(context, before[second]!);
    expect(await statesOf(context)).toEqual(['standing', 'standing', 'standing']);
    expect(await plainContent(context)).toEqual(all);
  });

  it.each(PAIRS)('undo import %i and do %i again', async (first, second) => {
    const context = await three();
    await press(context, (await seen(context))[second]!);
    const before = await seen(context);
    await press(context, before[first]!);
    await press(context, before[second]!);
    const standing = [0, 1, 2].filter((one) => one !== first);
    expect(await statesOf(context)).toEqual([0, 1, 2].map((one) => (one === first ? 'undone' : 'standing')));
    expect(await plainContent(context)).toEqual(await alone(standing));
  });

  it.each([0, 1, 2])('are refused the second time where both are of import %i', async (which) => {
    const context = await three();
    const all = await plainContent(context);
    const before = await seen(context);
    await press(context, before[which]!);
    const undone = await plainContent(context);
    await expect(press(context, before[which]!)).rejects.toMatchObject({ code: 'conflict' });
    expect(await plainContent(context)).toEqual(undone);

    const again = await seen(context);
    await press(context, again[which]!);
    await expect(press(context, again[which]!)).rejects.toMatchObject({ code: 'conflict' });
    expect(await plainContent(context)).toEqual(all);
    expect(await statesOf(context)).toEqual(['standing', 'standing', 'standing']);
    // Seen before all of it, it is what it was.
    await press(context, before[which]!);
    expect(await plainContent(context)).toEqual(undone);
    await press(context, again[which]!);
    expect(await plainContent(context)).toEqual(all);
  });

  it('take back a join that was done again meanwhile', async () => {
    const context = testContext();
    await takeIn(context, { ...HEAT, mark: 9, at: '2020' }, 'imdb');
    await takeIn(context, { ...HEAT, mark: 7, at: '2019' }, 'letterboxd');
    await takeIn(context, { name: 'Other', mark: 5, at: '2018' }, 'trakt');
    const parted = await seen(context);
    context.clock.advance(1_000);
    const [heat, other] = await context.database.items.toArray();
    await joinItems(context, { one: heat!.id, other: other!.id });
    const [join] = await listChanges(context, { limit: 1 });
    await press(context, parted[0]!);
    await undoWithLater(context, { journalId: join!.id });
    expect((await plainContent(context)).filter((one) => one.startsWith('item'))).toHaveLength(2);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });
});

describe('what is told of an undo that was left', () => {
  /** What is told on return, and whether the import is as it was to be. */
  async function told(context: TestContext, which: number, wanted: string, { undoId }: PastImport): Promise<boolean> {
    const isTold = await hasComeToBe(context, { id: undoId!, what: 'undo' });
    expect(isTold).toBe((await statesOf(context))[which] === wanted);
    return isTold;
  }

  it.each(PAIRS)('is true wherever the undos of %i and %i, and doing them again, are cut short', async (...pair) => {
    const context = await three();
    for (const wanted of ['undone', 'standing']) {
      const before = await seen(context);
      const now = (): Promise<boolean[]> =>
        Promise.all(pair.map((which) => told(context, which, wanted, before[which]!)));
      expect(await now()).toEqual([false, false]);
      await press(context, before[pair[0]!]!);
      expect(await now()).toEqual([true, false]);
      await press(context, before[pair[1]!]!);
      expect(await now()).toEqual([true, true]);
    }
  });

  it('is of no change that is forgotten', async () => {
    expect(await hasComeToBe(testContext(), { id: 'none' as RecordId, what: 'undo' })).toBe(false);
  });
});
