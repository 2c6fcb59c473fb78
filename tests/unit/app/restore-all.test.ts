import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { describeItem } from '../../../src/app/describe-item.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { exportAll } from '../../../src/app/export-all.ts';
import { joinItems } from '../../../src/app/join-items.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import type { ExportFile } from '../../../src/app/plan-restore.ts';
import { previewRestore } from '../../../src/app/preview-restore.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { restoreAll } from '../../../src/app/restore-all.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import { splitItems } from '../../../src/app/split-items.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { write } from '../../../src/store/write.ts';
import { forgetVendor } from '../../../src/app/forget-vendor.ts';
import { foldGrants } from '../../../src/policy/fold-grants.ts';
import { leaveSite } from '../../../src/app/leave-site.ts';
import { newRecordId } from '../../../src/domain/ids.ts';
import { readMoment } from '../../../src/domain/moment.ts';
import { give, RATINGS } from '../../support/granting.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { EXPORT_TABLES } from '../../../src/transfer/export-lines.ts';
import { fillStore } from '../../support/busy-store.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { film, id, SHOP, stars } from '../../support/samples.ts';
import { takeIn } from '../../support/take-in.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

async function exported(context: TestContext): Promise<ExportFile> {
  const { blob } = await exportAll(context);
  const opened = await openBackupFile(blob);
  if (opened.outcome !== 'read') {
    throw new Error(JSON.stringify(opened));
  }
  return opened.file;
}

/** Every table of an export as it is stored, but the clock and what is learned from the rest. */
async function tablesOf({ database }: TestContext): Promise<Record<string, unknown[]>> {
  const tables = EXPORT_TABLES.filter((table) => table !== 'meta');
  return Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => [table, (await database.table(table).toArray()) as unknown[]] as const),
    ),
  );
}

async function statusesOf({ database, clock, session }: TestContext): Promise<unknown[]> {
  const [grants, changes] = await Promise.all([database.grants.toArray(), database.grantChanges.toArray()]);
  return foldGrants(grants, changes, { nowMs: clock.nowMs(), session }).map(({ id: grantId, status }) => ({
    id: grantId,
    status,
  }));
}

async function tallyOf({ database }: TestContext): Promise<unknown> {
  const { changedAt: _changedAt, ...tally } = (await database.meta.get('tally')) as unknown as Record<string, unknown>;
  return tally;
}

describe('restoreAll', () => {
  it('threat 27 makes an empty store the same as the one that was exported', async () => {
    const before = testContext();
    await fillStore(before);
    const after = testContext();
    await restoreAll(after, await exported(before));
    expect(await tablesOf(after)).toEqual(await tablesOf(before));
    expect(await tallyOf(after)).toEqual(await tallyOf(before));
    expect(await brokenInvariants(after.database)).toEqual([]);
  });

  it('takes back what was done since, and can itself be undone', async () => {
    const context = testContext();
    await fillStore(context);
    const file = await exported(context);
    const before = await tablesOf(context);
    context.clock.advance(60_000);
    const { item, rating } = await rateItem(context, { facts: film(50), given: stars(1) });
    const [first] = (await context.database.ratings.toArray()).filter((one) => !('deletedAt' in one));
    await editRating(context, { itemId: first!.itemId, given: stars(0.5) });
    context.clock.advance(60_000);
    const preview = await previewRestore(context, file);
    expect(preview.counts.find(({ table }) => table === 'ratings')).toEqual({
      table: 'ratings',
      inFile: before['ratings']!.filter((one) => !('deletedAt' in (one as object))).length,
      added: 0,
      changed: 1,
      lost: 1,
    });
    const { journalId } = await restoreAll(context, file);
    expect(await tablesOf(context)).toEqual(before);
    expect(await listChanges(context, { limit: 1 })).toMatchObject([{ id: journalId, label: 'restore-backup' }]);
    await undoChange(context, { journalId });
    expect(await context.database.ratings.get(item.id)).toMatchObject({ value: rating.value });
    expect(await context.database.ratings.get(first!.itemId)).toMatchObject({ value: 10 });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('counts what the person has: what comes back is added, what goes is lost, what is gone both ways is nothing', async () => {
    const context = testContext();
    const gone = await rateItem(context, { facts: film(50), given: stars(1) });
    const stays = await rateItem(context, { facts: film(51), given: stars(2) });
    await deleteRating(context, { itemIds: [gone.item.id] });
    const withOne = await exported(context);
    await deleteRating(context, { itemIds: [stays.item.id] });
    const withNone = await exported(context);
    const ratingsOf = async (file: ExportFile) =>
      (await previewRestore(context, file)).counts.find(({ table }) => table === 'ratings');
    expect(await ratingsOf(withOne)).toEqual({ table: 'ratings', inFile: 1, added: 1, changed: 0, lost: 0 });
    await restoreAll(context, withOne);
    expect(await ratingsOf(withNone)).toEqual({ table: 'ratings', inFile: 0, added: 0, changed: 0, lost: 1 });
    expect(await previewRestore(context, withOne)).toMatchObject({ traces: 0 });
    const empty = testContext();
    // Two tombstones of ratings, and what is left of their items.
    expect((await previewRestore(empty, withNone)).traces).toBeGreaterThan(1);
    expect((await previewRestore(empty, withNone)).counts.find(({ table }) => table === 'ratings')).toMatchObject({
      inFile: 0,
      added: 0,
    });
  });

  it('says beforehand which imports can’t be undone here, for a copy has not what was before them', async () => {
    const context = testContext();
    await takeIn(context, { name: 'Heat', names: ['imdb:tt0113277'], mark: 9 }, 'imdb');
    const file = await exported(context);
    expect((await previewRestore(context, file)).settledImports).toBe(0);
    const other = testContext();
    expect((await previewRestore(other, file)).settledImports).toBe(1);
    await restoreAll(other, file);
    expect((await listImports(other, { limit: 9 })).map(({ state }) => state)).toEqual(['brought']);
    expect((await previewRestore(other, file)).settledImports).toBe(0);
  });

  it('writes nothing where nothing differs', async () => {
    const context = testContext();
    await fillStore(context);
    const { counts } = await restoreAll(context, await exported(context));
    expect(counts.filter(({ added, changed, lost }) => added + changed + lost > 0)).toEqual([]);
  });

  it('puts the clock past all that came with the file', async () => {
    const before = testContext();
    before.clock.advance(86_400_000);
    await fillStore(before);
    const after = testContext();
    await restoreAll(after, await exported(before));
    const { item } = await rateItem(after, { facts: film(77), given: stars(3) });
    const stamps = (await after.database.items.toArray()).map(({ updatedAt }) => updatedAt).sort();
    expect(stamps.at(-1)).toBe(item.updatedAt);
  });

  it('gives nobody anything: what was revoked stays so, and what comes with the file is ended', async () => {
    const before = testContext();
    const grantId = await give(before, [RATINGS]);
    const file = await exported(before);

    before.clock.advance(1_000);
    await leaveSite(before, { origin: SHOP, connect: true });
    await restoreAll(before, file);
    expect(await statusesOf(before)).toMatchObject([{ id: grantId, status: 'revoked' }]);

    await forgetVendor(before, { origin: SHOP });
    await restoreAll(before, file);
    expect(await statusesOf(before)).toMatchObject([{ id: grantId, status: 'revoked' }]);

    const after = testContext();
    expect((await previewRestore(after, file)).endedGrants).toBe(1);
    await restoreAll(after, file);
    expect(await statusesOf(after)).toMatchObject([{ id: grantId, status: 'revoked' }]);
    expect(await after.database.vendors.toArray()).toMatchObject([
      { origin: SHOP, isConnected: false, hasStars: false },
    ]);
    expect(await after.database.decisions.toArray()).toEqual(await before.database.decisions.toArray());
  });

  it('leaves a site that is here, and what it holds, as it is', async () => {
    const context = testContext();
    const file = await exported(context);
    const grantId = await give(context, [RATINGS]);
    await restoreAll(context, file);
    expect(await context.database.vendors.toArray()).toMatchObject([{ origin: SHOP, isConnected: true }]);
    expect(await statusesOf(context)).toMatchObject([{ id: grantId, status: 'active' }]);
  });

  it('goes part by part where it is large, and is taken back as a whole', async () => {
    const before = testContext();
    await write(before.database, { tables: ['items', 'identifiers', 'ratings'], nowMs: 1 }, async (writer) => {
      const written = { createdAt: writer.stamp, updatedAt: writer.stamp };
      for (let number = 1; number <= 2_000; number += 1) {
        const { kind, name, identifiers } = film(number);
        const itemId = newRecordId(number);
        await writer.put('items', { id: itemId, kind, name, identifiers, ...written });
        await writer.putAll(
          'identifiers',
          identifiers.map((key) => ({ key, itemId })),
        );
        const rating = { itemId, kind, value: 50, given: stars(2.5), ratedAt: readMoment('2020')!, source: 'person' };
        await writer.put('ratings', { ...rating, ...written });
      }
    });
    const after = testContext();
    const { journalId } = await restoreAll(after, await exported(before));
    expect(await after.database.journalImages.count()).toBe(1);
    expect(await tablesOf(after)).toEqual(await tablesOf(before));
    await undoChange(after, { journalId });
    expect((await after.database.ratings.toArray()).filter((one) => !('deletedAt' in one))).toEqual([]);
    expect(await after.database.identifiers.count()).toBe(0);
    expect(await brokenInvariants(after.database)).toEqual([]);
  }, 60_000);

  it('keeps two things that were one in one part: one can be taken back only with the other', async () => {
    const context = testContext();
    const first = await rateItem(context, { facts: film(1), given: stars(2) });
    context.clock.advance(1_000);
    const facts = { kind: 'Movie' as const, name: 'Film 1', identifiers: [id('url:https://one.example/a')] };
    const second = await rateItem(context, { facts, given: stars(4) });
    const file = await exported(context);
    await joinItems(context, { one: first.item.id, other: second.item.id });
    const { journalId } = await restoreAll(context, file, { stepsAtOnce: 1 });
    await describeItem(context, { itemId: first.item.id, name: 'Another' });
    await expect(undoChange(context, { journalId })).rejects.toMatchObject({ code: 'conflict' });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('refuses a file that does not hold together, unless it is wanted all the same', async () => {
    const before = testContext();
    await fillStore(before);
    await before.database.identifiers.clear();
    const file = await exported(before);
    const after = testContext();
    expect((await previewRestore(after, file)).problems.length).toBeGreaterThan(3);
    await expect(restoreAll(after, file)).rejects.toMatchObject({ code: 'bad-request' });
    expect(await after.database.items.count()).toBe(0);
    await restoreAll(after, file, { isWanted: true });
    expect(await after.database.items.count()).toBeGreaterThan(0);
  });

  it('brings back any store as it was, whatever was done to it', async () => {
    const step = fc.record({
      do: fc.constantFrom('rate', 'edit', 'delete', 'wish', 'split', 'undo'),
      which: fc.nat(9),
      mark: fc.integer({ min: 1, max: 10 }),
      text: fc.string({ unit: 'binary', maxLength: 12 }),
      names: fc.subarray(['imdb:tt0000001', 'gtin:04006381333931', 'sku:one.example/1', 'url:https://one.example/a'], {
        minLength: 1,
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        const before = testContext();
        for (const one of steps) {
          before.clock.advance(1_000);
          await take(before, one).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(AppError));
        }
        const after = testContext();
        await restoreAll(after, await exported(before));
        expect(await tablesOf(after)).toEqual(await tablesOf(before));
        expect(await brokenInvariants(after.database)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

interface Step {
  readonly do: string;
  readonly which: number;
  readonly mark: number;
  readonly text: string;
  readonly names: readonly string[];
}

async function take(context: TestContext, { do: what, which, mark, text, names }: Step): Promise<void> {
  const { database } = context;
  const items = (await database.items.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
  const itemId = items[which % Math.max(1, items.length)]?.id;
  const given = { value: mark, best: 10, worst: 1 };
  if (what === 'rate') {
    const facts = { kind: 'Product' as const, name: `${text} thing`, identifiers: names.map(id) };
    await rateItem(context, { facts, given, text, tags: [text] });
  } else if (what === 'wish') {
    await savePreference(context, { key: 'brand', value: text, strength: 'avoid', isPrivate: mark > 5 });
  } else if (what === 'split') {
    const [merge] = await database.merges.toArray();
    await (merge && splitItems(context, { mergeId: merge.id }));
  } else if (what === 'undo') {
    const changes = await listChanges(context, { limit: 50 });
    const change = changes[which % Math.max(1, changes.length)];
    await (change && undoChange(context, { journalId: change.id }));
  } else if (itemId !== undefined) {
    await (what === 'edit' ? editRating(context, { itemId, given }) : deleteRating(context, { itemIds: [itemId] }));
  }
}
