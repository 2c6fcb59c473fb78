import { describe, expect, it } from 'vitest';
import { rateItem } from '../../../src/app/rate-item.ts';
import { readRatings } from '../../../src/app/read-ratings.ts';
import { stampMs } from '../../../src/domain/clock.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { newRecordId } from '../../../src/domain/ids.ts';
import type { Preference } from '../../../src/domain/preference.ts';
import { JOURNAL_DAYS, JOURNAL_ENTRIES, newestEntries } from '../../../src/store/journal.ts';
import { ratingsRevision, revision } from '../../../src/store/revision.ts';
import { write } from '../../../src/store/write.ts';
import type { Writer } from '../../../src/store/writer.ts';
import { callId, give, RATINGS } from '../../support/granting.ts';
import { film, SHOP, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const DAY = 86_400_000;

function wish({ stamp, nowMs }: Writer, value: string): Preference {
  return {
    id: newRecordId(nowMs),
    key: 'diet',
    value,
    strength: 'prefer',
    isPrivate: false,
    createdAt: stamp,
    updatedAt: stamp,
  };
}

function addWish({ database, clock }: TestContext, value = 'x', label: 'save-preference' | null = 'save-preference') {
  const options = { tables: ['preferences'] as const, nowMs: clock.nowMs(), ...(label && { label }) };
  return write(database, options, async (writer) => {
    const made = wish(writer, value);
    await writer.put('preferences', made);
    return made;
  });
}

describe('write', () => {
  it('moves the clock on with every change, also when the wall clock goes back', async () => {
    const context = testContext();
    const first = await addWish(context);
    context.clock.advance(-DAY);
    const second = await addWish(context);
    expect(second.value.createdAt > first.value.createdAt).toBe(true);
    expect(stampMs(second.value.createdAt)).toBe(stampMs(first.value.createdAt));
    expect(second.value.createdAt.slice(-8)).toBe(first.value.createdAt.slice(-8));
    expect(await revision(context.database)).toBe(second.value.createdAt);
  });

  it('keeps what was and what became of it in one entry', async () => {
    const context = testContext();
    const { value, journalId } = await addWish(context);
    expect(await context.database.journal.toArray()).toMatchObject([
      {
        id: journalId,
        label: 'save-preference',
        count: 1,
        atMs: context.clock.nowMs(),
        images: [
          {
            table: 'preferences',
            key: value.id,
            before: undefined,
            after: expect.stringMatching(/^[\da-f]{16}$/u) as string,
          },
        ],
      },
    ]);
  });

  it('keeps one image of a record that is written twice, and none of one that ends as it began', async () => {
    const { database } = testContext();
    await write(database, { tables: ['preferences'], nowMs: 0, label: 'save-preference' }, async (writer) => {
      const [one, other] = [wish(writer, 'first'), wish(writer, 'fleeting')];
      await writer.put('preferences', one);
      await writer.put('preferences', { ...one, value: 'second' });
      await writer.put('preferences', other);
      await writer.remove('preferences', [other.id]);
    });
    const [entry] = await newestEntries(database, 1);
    expect(entry?.images).toHaveLength(1);
    expect((await database.preferences.toArray()).map((one) => 'value' in one && one.value)).toEqual(['second']);
  });

  it('writes nothing of a change that throws, and lets what was thrown through', async () => {
    const context = testContext();
    await addWish(context);
    const before = await revision(context.database);
    const thrown = new AppError('conflict', 'No.');
    const failing = write(
      context.database,
      { tables: ['preferences'], nowMs: 0, label: 'save-preference' },
      async (writer) => {
        await writer.put('preferences', wish(writer, 'half'));
        throw thrown;
      },
    );
    await expect(failing).rejects.toBe(thrown);
    expect(await context.database.preferences.count()).toBe(1);
    expect(await context.database.journal.count()).toBe(1);
    expect(await revision(context.database)).toBe(before);
  });

  it('lets a bug through as what it is', async () => {
    const { database } = testContext();
    await expect(
      write(database, { tables: ['preferences'], nowMs: 0 }, async () => {
        throw new TypeError('a bug');
      }),
    ).rejects.toThrow(TypeError);
  });

  it('keeps no entry of a change without a label', async () => {
    const context = testContext();
    await addWish(context, 'x', null);
    expect(await context.database.journal.count()).toBe(0);
    expect(await revision(context.database)).not.toBe('');
  });

  it('drops entries that are too many or too old', async () => {
    const context = testContext();
    const { database } = context;
    const { journalId: first } = await addWish(context, 'first');
    const [entry] = await newestEntries(database, 1);
    const stampOf = (number: number) => `${entry!.stamp.slice(0, 11)}${number.toString(36).padStart(4, '0')}abcdefgh`;
    await database.table('journal').bulkAdd(
      Array.from({ length: JOURNAL_ENTRIES }, (_, index) => ({
        ...entry,
        id: `id-${index}`,
        stamp: stampOf(index + 1),
      })),
    );
    context.clock.advance(1);
    const { journalId: last } = await addWish(context, 'last');
    expect(await database.journal.count()).toBe(JOURNAL_ENTRIES);
    expect(await database.journal.get(first)).toBeUndefined();
    expect(await database.journal.get(last)).toBeDefined();

    context.clock.advance(JOURNAL_DAYS * DAY + 1);
    const { journalId: later } = await addWish(context, 'later');
    expect((await database.journal.toArray()).map(({ id }) => id)).toEqual([later]);
  });
});

describe('revision', () => {
  it('changes with what the person writes, not with what a vendor reads', async () => {
    const context = testContext();
    const { database } = context;
    expect(await revision(database)).toBe('');
    await rateItem(context, { facts: film(1), given: stars(3) });
    const rated = await ratingsRevision(database);
    await give(context, [RATINGS]);
    const given = await revision(database);
    expect(given).not.toBe(rated);
    await readRatings(context, { origin: SHOP, callId: callId(), query: {} });
    expect(await database.disclosures.count()).toBe(1);
    expect(await revision(database)).toBe(given);
    expect(await ratingsRevision(database)).toBe(rated);
    await rateItem(context, { facts: film(2), given: stars(3) });
    expect(await ratingsRevision(database)).toBe(await revision(database));
  });
});
