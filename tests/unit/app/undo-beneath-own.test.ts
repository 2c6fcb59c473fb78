import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { describeItem } from '../../../src/app/describe-item.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { ImportSession } from '../../../src/app/import-session.ts';
import { joinItems } from '../../../src/app/join-items.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { runImport } from '../../../src/app/run-import.ts';
import { splitItems } from '../../../src/app/split-items.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import { whatBlocks } from '../../../src/app/what-blocks.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import { isLiveSource } from '../../../src/domain/source-record.ts';
import { gathered, type Said } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { plainContent } from '../../support/plain-content.ts';
import { film, id, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const HEAT: Said = { name: 'Heat', names: ['imdb:tt0113277'] };
const FACTS = { kind: 'Movie', name: 'Heat', identifiers: [id('imdb:tt0113277')] } as const;

async function take(context: TestContext, source: string, things: readonly Said[]): Promise<void> {
  context.clock.advance(1_000);
  const input = { things: gathered(source, things), files: [], rows: things.length, skipped: 0 };
  await runImport(context, { ...input, winner: 'newer' });
}

/** As the list of past imports has it, the first one first. */
async function turnOver(context: TestContext, which: number): Promise<void> {
  context.clock.advance(1_000);
  const { undoId } = (await listImports(context, { limit: 9 })).toReversed()[which]!;
  await undoWithLater(context, { journalId: undoId! });
  expect(await brokenInvariants(context.database)).toEqual([]);
}

async function itemOf({ database }: TestContext, identifier: string): Promise<ItemId> {
  return (await database.identifiers.get(id(identifier)))!.itemId;
}

describe('undoing an import beneath what the person did', () => {
  it('leaves their mark alone: no source record, no history, no word and no identifier of the import', async () => {
    const context = testContext();
    await rateItem(context, { facts: FACTS, given: stars(3) });
    context.clock.advance(1_000);
    await take(context, 'imdb', [
      { name: 'Heat', names: ['imdb:tt0113277', 'wikidata:Q42'], year: 1995, mark: 9, at: '2040', text: 'Theirs.' },
    ]);
    const itemId = await itemOf(context, 'imdb:tt0113277');
    const imported = await plainContent(context);
    context.clock.advance(1_000);
    await editRating(context, { itemId, given: stars(1) });
    const both = await plainContent(context);
    await turnOver(context, 0);
    const { database } = context;
    expect((await database.sourceRecords.toArray()).filter(isLiveSource)).toEqual([]);
    expect((await database.versions.toArray()).map(({ rating }) => rating.given)).toEqual([stars(3)]);
    const rating = await database.ratings.get(itemId);
    expect(rating).toMatchObject({ given: stars(1), source: 'person' });
    expect(rating).not.toHaveProperty('text');
    const item = await database.items.get(itemId);
    expect(item?.identifiers).toEqual(FACTS.identifiers);
    expect(item).not.toHaveProperty('year');
    await turnOver(context, 0);
    expect(await plainContent(context)).toEqual(both);
    expect(imported).not.toEqual(both);
  });

  it('leaves a thing that only it brought where they marked it, by its name, as theirs', async () => {
    const context = testContext();
    await take(context, 'imdb', [{ ...HEAT, mark: 9, at: '2020', text: 'Theirs.', wanted: true }]);
    const itemId = await itemOf(context, 'imdb:tt0113277');
    context.clock.advance(1_000);
    await editRating(context, { itemId, given: stars(1), tags: ['mine'] });
    const both = await plainContent(context);
    await turnOver(context, 0);
    const left = await plainContent(context);
    expect(left.map((one) => one.split(' ')[0])).toEqual(['item', 'rating']);
    const rating = await context.database.ratings.get(itemId);
    expect(rating).toMatchObject({ given: stars(1), tags: ['mine'], source: 'person' });
    expect(rating).not.toHaveProperty('text');
    await turnOver(context, 0);
    expect(await plainContent(context)).toEqual(both);
  });

  it('leaves what another source says, beneath their mark', async () => {
    const context = testContext();
    await take(context, 'imdb', [{ ...HEAT, mark: 9, at: '2020' }]);
    await take(context, 'letterboxd', [{ ...HEAT, mark: 7, at: '2019', text: 'Words.' }]);
    const itemId = await itemOf(context, 'imdb:tt0113277');
    context.clock.advance(1_000);
    await editRating(context, { itemId, given: stars(1) });
    await turnOver(context, 0);
    const records = (await context.database.sourceRecords.toArray()).filter(isLiveSource);
    expect(records.map(({ source }) => source)).toEqual(['letterboxd']);
    const [version, ...others] = await context.database.versions.toArray();
    expect(others).toEqual([]);
    expect(version?.rating).toMatchObject({ source: 'letterboxd', value: 70 });
    expect(await context.database.ratings.get(itemId)).toMatchObject({ given: stars(1), text: 'Words.' });
  });

  it('takes the identifiers that only its files of a source gave', async () => {
    const context = testContext();
    const head = 'Date,Name,Year,Letterboxd URI';
    const ratings = {
      path: 'ratings.csv',
      blob: new Blob([`${head},Rating\n2020-03-09,Heat,1995,https://boxd.it/aB1,4.5\n`]),
    };
    const diary = {
      path: 'diary.csv',
      blob: new Blob([
        `${head},Rating,Rewatch,Tags,Watched Date\n2020-03-10,Heat,1995,https://boxd.it/cC1,,,cinema,2020-03-08\n`,
      ]),
    };
    const importOf = async (files: readonly { path: string; blob: Blob }[], into = context): Promise<void> => {
      into.clock.advance(1_000);
      const session = new ImportSession(into);
      await session.open(files);
      await session.commit('newer');
    };
    const alone = testContext();
    alone.clock.advance(1_000);
    await importOf([ratings], alone);
    await importOf([ratings, diary]);
    await importOf([ratings]);
    await turnOver(context, 0);
    const identifiers = (await context.database.identifiers.toArray()).map(({ key }) => key);
    expect(identifiers).toEqual((await alone.database.identifiers.toArray()).map(({ key }) => key));
    expect(await plainContent(context)).toEqual(await plainContent(alone));
  });
});

describe('undoing what was done by hand', () => {
  it('is refused where a later change knows the thing as it is, and says which one goes first', async () => {
    const context = testContext();
    const rate = async () => {
      context.clock.advance(1_000);
      return rateItem(context, { facts: { kind: 'Movie', name: 'A thing', identifiers: [] }, given: stars(1) });
    };
    const [one, other] = [await rate(), await rate()];
    context.clock.advance(1_000);
    const described = await describeItem(context, { itemId: one.item.id, kind: 'WebPage', name: 'Renamed' });
    context.clock.advance(1_000);
    const join = await joinItems(context, { one: one.item.id, other: other.item.id });
    context.clock.advance(1_000);
    const merge = (await context.database.merges.toArray())[0]!;
    const split = await splitItems(context, { mergeId: merge.id });
    context.clock.advance(1_000);
    // It stands as the description left it, for the parting made it so.
    await expect(undoWithLater(context, described)).rejects.toMatchObject({ code: 'conflict' });
    for (const [change, blocks] of [
      [described, split],
      [join, split],
    ] as const) {
      expect((await whatBlocks(context, change))?.id).toBe(blocks.journalId);
    }
    expect(await whatBlocks(context, split)).toBeUndefined();
    for (const change of [split, join, described, other, one]) {
      context.clock.advance(1_000);
      expect(await undoWithLater(context, change)).toMatchObject({ kept: 0 });
    }
    expect(await plainContent(context)).toEqual([]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('leaves what a later change knows, until that is undone, and undoes the rest', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: FACTS, given: stars(4) });
    const other = await rateItem(context, { facts: film(1), given: stars(2) });
    const both = await plainContent(context);
    context.clock.advance(1_000);
    const deleted = await deleteRating(context, { itemIds: [item.id, other.item.id] });
    context.clock.advance(1_000);
    const again = await rateItem(context, { facts: FACTS, given: stars(1) });
    expect(await whatBlocks(context, deleted)).toMatchObject({ id: again.journalId });
    context.clock.advance(1_000);
    expect(await undoWithLater(context, deleted)).toMatchObject({ undone: 1, kept: 1 });
    expect(await context.database.ratings.get(other.item.id)).toMatchObject({ given: stars(2) });
    expect(await brokenInvariants(context.database)).toEqual([]);
    context.clock.advance(1_000);
    await undoWithLater(context, again);
    expect(await plainContent(context)).toEqual(both);
    expect(await whatBlocks(context, deleted)).toBeUndefined();
  });
});
