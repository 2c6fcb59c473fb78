// @vitest-environment happy-dom
import '../../../../support/fake-browser.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { joinItems } from '../../../../../src/app/join-items.ts';
import { undoWithLater } from '../../../../../src/app/undo-with-later.ts';
import { AppError } from '../../../../../src/domain/errors.ts';
import type { ItemId } from '../../../../../src/domain/ids.ts';
import { pairKey } from '../../../../../src/store/pair-key.ts';
import { type KeptAnswer, writeLeftAnswers } from '../../../../../src/ui/dashboard/joins/kept-answers.ts';
import { bring } from '../../../../support/bring.ts';
import { testContext, type TestContext } from '../../../../support/test-context.ts';

const platform = vi.hoisted(() => ({ ratingsChanged: vi.fn(), siteChanged: vi.fn(), requestSite: vi.fn() }));
vi.mock('../../../../../src/platform/tell.ts', () => platform);
vi.mock('../../../../../src/platform/permissions.ts', () => platform);

const LEFT = 'sayso-join-answers of another tab';
/** Names of locks that tabs hold that are there. */
const held = new Set<string>();

type Granted = (lock: object | null) => Promise<void>;
const request = (name: string, _options: object, granted: Granted) => granted(held.has(name) ? null : { name });
Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });

afterEach(() => {
  localStorage.clear();
  held.clear();
});

async function four(): Promise<{ context: TestContext; ids: ItemId[] }> {
  const context = testContext();
  const things = ['A', 'B', 'C', 'D'].map((name) => ({ facts: { kind: 'Movie' as const, name, identifiers: [] } }));
  return { context, ids: await bring(context, ...things) };
}

function leave(...answers: readonly KeptAnswer[]): void {
  localStorage.setItem(LEFT, JSON.stringify(answers));
}

describe('writeLeftAnswers', () => {
  it('writes what a tab that was closed had not, each of which can be undone', async () => {
    const { context, ids } = await four();
    const [one, other, third, fourth] = ids as [ItemId, ItemId, ItemId, ItemId];
    leave({ one, other, isOne: true }, { one: third, other: fourth, isOne: false });
    const changes = await writeLeftAnswers(context);
    expect(changes).toHaveLength(2);
    expect(await context.database.merges.count()).toBe(1);
    expect(await context.database.refusedJoins.toCollection().primaryKeys()).toEqual([pairKey(third, fourth)]);
    expect(localStorage.length).toBe(0);
    expect(await writeLeftAnswers(context)).toEqual([]);
    for (const journalId of changes) {
      expect(await undoWithLater(context, { journalId })).toMatchObject({ kept: 0 });
    }
    expect(await context.database.merges.count()).toBe(0);
  });

  it('undoes what was taken back, and passes over what is so already', async () => {
    const { context, ids } = await four();
    const [one, other] = ids as [ItemId, ItemId];
    const { journalId } = await joinItems(context, { one, other });
    leave({ takenBack: journalId }, { takenBack: journalId }, { one, other: one, isOne: true });
    expect(await writeLeftAnswers(context)).toEqual([]);
    expect(await context.database.merges.count()).toBe(0);
    expect(localStorage.length).toBe(0);
  });

  it('leaves those of a tab that is there to it', async () => {
    const { context, ids } = await four();
    leave({ one: ids[0]!, other: ids[1]!, isOne: true });
    held.add(LEFT);
    expect(await writeLeftAnswers(context)).toEqual([]);
    expect(await context.database.merges.count()).toBe(0);
    expect(localStorage.getItem(LEFT)).not.toBeNull();
  });

  it('keeps what could not be written', async () => {
    const { context, ids } = await four();
    const [one, other, third] = ids as [ItemId, ItemId, ItemId];
    leave({ one, other, isOne: false }, { one, other: third, isOne: false });
    vi.spyOn(context.clock, 'nowMs')
      .mockReturnValueOnce(context.clock.nowMs())
      .mockImplementationOnce(() => {
        throw new AppError('storage-full', 'No room.');
      });
    await expect(writeLeftAnswers(context)).rejects.toMatchObject({ code: 'storage-full' });
    expect(JSON.parse(localStorage.getItem(LEFT) ?? '')).toEqual([{ one, other: third, isOne: false }]);
    expect(await writeLeftAnswers(context)).toHaveLength(1);
  });
});
