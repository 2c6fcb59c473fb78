import { describe, expect, it } from 'vitest';
import { joinItems } from '../../../src/app/join-items.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { ratingHistory } from '../../../src/app/rating-history.ts';
import { refuseJoin } from '../../../src/app/refuse-join.ts';
import { runImport } from '../../../src/app/run-import.ts';
import { splitItems } from '../../../src/app/split-items.ts';
import { isLiveSource } from '../../../src/domain/source-record.ts';
import { suggestJoins } from '../../../src/app/suggest-joins.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { gathered, type Said } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { id, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

async function take(context: TestContext, source: string, things: readonly Said[]): Promise<void> {
  const input = { things: gathered(source, things), files: [], rows: things.length, skipped: 0 };
  await runImport(context, { ...input, winner: 'mine' });
  context.clock.advance(1_000); // ids of later things are later
}

/** IMDb names it by a number, Letterboxd by its title only, MovieLens by IMDb's number. */
async function threeSources(): Promise<TestContext> {
  const context = testContext();
  await take(context, 'imdb', [{ name: 'Heat', names: ['imdb:tt0113277'], year: 1995, mark: 9, at: '2020-01-01' }]);
  await take(context, 'letterboxd', [{ name: 'Heat', names: ['boxd:2bg8'], year: 1995, mark: 8, at: '2021-01-01' }]);
  await take(context, 'movielens', [{ name: 'Heat (1995)', names: ['imdb:tt0113277', 'tmdb:movie/949'], mark: 9 }]);
  return context;
}

async function suggested(context: TestContext) {
  const { suggestions, total } = await suggestJoins(context, { limit: 10 });
  expect(total).toBe(suggestions.length);
  return suggestions;
}

describe('suggestJoins', () => {
  it('suggests what no identifier settles, with who speaks of each', async () => {
    const context = await threeSources();
    const [suggestion, ...others] = await suggested(context);
    expect(others).toEqual([]);
    expect(suggestion?.likeness).toBe('sure');
    expect(suggestion?.items.map(({ sources }) => sources)).toEqual([['imdb', 'movielens'], ['letterboxd']]);
  });

  it('suggests nothing that a catalogue knows apart', async () => {
    const context = testContext();
    await take(context, 'imdb', [
      { name: 'Heat', names: ['imdb:tt0113277'], mark: 9 },
      { name: 'Heat', names: ['imdb:tt0093164'], mark: 5 },
    ]);
    expect(await suggested(context)).toEqual([]);
  });

  it('leaves out what is deleted, and titles that are many things’', async () => {
    const context = testContext();
    await take(
      context,
      'letterboxd',
      Array.from({ length: 14 }, (_, index) => ({ name: 'Untitled', names: [`boxd:a${index}`], mark: 5 })),
    );
    expect(await suggested(context)).toEqual([]);
  });
});

describe('joinItems', () => {
  it('makes one thing of three sources, and can be undone', async () => {
    const context = await threeSources();
    const [suggestion] = await suggested(context);
    const [one, other] = suggestion!.items.map(({ item }) => item.id);
    const { item, journalId } = await joinItems(context, { one: one!, other: other! });
    expect(item.identifiers).toEqual([id('imdb:tt0113277'), id('tmdb:movie/949'), id('boxd:2bg8')]);
    const records = (await context.database.sourceRecords.toArray()).filter(isLiveSource);
    expect(new Set(records.map(({ itemId }) => itemId))).toEqual(new Set([item.id]));
    expect(await suggested(context)).toEqual([]);
    expect(await brokenInvariants(context.database)).toEqual([]);
    await undoChange(context, { journalId });
    expect(await suggested(context)).toHaveLength(1);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('can be taken apart later without loss, and a later file leaves it apart', async () => {
    const context = await threeSources();
    const [suggestion] = await suggested(context);
    const [one, other] = suggestion!.items.map(({ item }) => item.id);
    const { item } = await joinItems(context, { one: one!, other: other! });
    context.clock.advance(1_000);
    await rateItem(context, { facts: item, given: stars(1) });
    const { joined } = await ratingHistory(context, { itemId: item.id });
    expect(joined.map(({ by }) => by)).toEqual(['person']);
    await splitItems(context, { mergeId: joined[0]!.mergeId });
    const records = (await context.database.sourceRecords.toArray()).filter(isLiveSource);
    expect(new Set(records.map(({ source, itemId }) => `${source} ${itemId}`)).size).toBe(3);
    expect(records.find(({ source }) => source === 'letterboxd')?.itemId).not.toBe(
      records.find(({ source }) => source === 'imdb')?.itemId,
    );
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('is not suggested again once it was taken apart, until that is undone', async () => {
    const context = await threeSources();
    const [suggestion] = await suggested(context);
    const [one, other] = suggestion!.items.map(({ item }) => item.id);
    const join = await joinItems(context, { one: one!, other: other! });
    const { joined } = await ratingHistory(context, { itemId: join.item.id });
    const split = await splitItems(context, { mergeId: joined[0]!.mergeId });
    expect(await suggested(context)).toEqual([]);
    expect(await undoChange(context, { journalId: split.journalId })).toEqual({ undone: 1, kept: 0 });
    await undoChange(context, { journalId: join.journalId });
    expect(await suggested(context)).toHaveLength(1);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('refuses two that a catalogue knows apart, and one that is gone', async () => {
    const context = testContext();
    await take(context, 'imdb', [
      { name: 'Heat', names: ['imdb:tt0113277'], mark: 9 },
      { name: 'Heat', names: ['imdb:tt0093164'], mark: 5 },
    ]);
    const [one, other] = await context.database.items.toArray();
    await expect(joinItems(context, { one: one!.id, other: other!.id })).rejects.toMatchObject({ code: 'conflict' });
    await expect(joinItems(context, { one: one!.id, other: one!.id })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('refuseJoin', () => {
  it('keeps a pair from being suggested again, until it is undone', async () => {
    const context = await threeSources();
    const [suggestion] = await suggested(context);
    const [one, other] = suggestion!.items.map(({ item }) => item.id);
    const { journalId } = await refuseJoin(context, { one: other!, other: one! });
    expect(await suggested(context)).toEqual([]);
    expect((await listChanges(context, { limit: 1 }))[0]).toMatchObject({ label: 'refuse-join' });
    await undoChange(context, { journalId });
    expect(await suggested(context)).toHaveLength(1);
  });

  it('follows either of the two into what it is joined to, and comes back when that is taken apart', async () => {
    const context = testContext();
    const named = async (name: string) => (await context.database.identifiers.get(id(name)))!.itemId;
    for (const [source, name] of [
      ['imdb', 'imdb:tt0113277'],
      ['letterboxd', 'boxd:2bg8'],
      ['goodreads', 'goodreads:5'],
      ['tmdb', 'tmdb:movie/949'],
    ] as const) {
      await take(context, source, [{ name: 'Heat', names: [name], mark: 9 }]);
    }
    const [first, refused, third, fourth] = [
      await named('imdb:tt0113277'),
      await named('boxd:2bg8'),
      await named('goodreads:5'),
      await named('tmdb:movie/949'),
    ];
    const pairs = async () =>
      (await suggested(context)).map(({ items }) => items.map(({ item }) => item.id).sort()).sort();
    const sorted = (...some: string[][]) => some.map((pair) => pair.sort()).sort();
    await refuseJoin(context, { one: refused, other: third });
    expect(await pairs()).toEqual(
      sorted([first, refused], [first, third], [first, fourth], [refused, fourth], [third, fourth]),
    );
    // The one that was refused is gone, and is the first.
    const join = await joinItems(context, { one: first, other: refused });
    expect(join.item.id).toBe(first);
    expect(await pairs()).toEqual(sorted([first, fourth], [third, fourth]));
    context.clock.advance(1_000);
    // The other one, too, by way of another.
    await joinItems(context, { one: third, other: fourth });
    expect(await pairs()).toEqual([]);
    const { joined } = await ratingHistory(context, { itemId: third });
    await splitItems(context, { mergeId: joined[0]!.mergeId });
    expect(await pairs()).toEqual(sorted([first, fourth]));
    // Apart again, it is the one of the pair alone.
    await undoChange(context, { journalId: join.journalId });
    expect(await pairs()).toEqual(sorted([first, refused], [first, third], [first, fourth], [refused, fourth]));
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('holds when a file names both, a page does, or one of them has become a third', async () => {
    const context = testContext();
    const named = async (name: string) => (await context.database.identifiers.get(id(name)))?.itemId;
    await take(context, 'imdb', [{ name: 'Heat', names: ['imdb:tt0113277'], mark: 9 }]);
    await take(context, 'letterboxd', [{ name: 'Heat', names: ['boxd:2bg8'], mark: 8 }]);
    await take(context, 'goodreads', [{ name: 'Heat', names: ['goodreads:5'], mark: 7 }]);
    const [film, diary] = [await named('imdb:tt0113277'), await named('boxd:2bg8')];
    await refuseJoin(context, { one: film!, other: diary! });

    await take(context, 'movielens', [{ name: 'Heat', names: ['imdb:tt0113277', 'boxd:2bg8'], mark: 6 }]);
    expect(await named('boxd:2bg8')).toBe(diary);
    await rateItem(context, {
      facts: { kind: 'Movie', name: 'Heat', identifiers: [id('imdb:tt0113277'), id('boxd:2bg8')] },
      given: stars(2),
    });
    expect(await named('boxd:2bg8')).toBe(diary);
    expect(await named('imdb:tt0113277')).toBe(film);

    await joinItems(context, { one: diary!, other: (await named('goodreads:5'))! });
    await take(context, 'trakt', [{ name: 'Heat', names: ['imdb:tt0113277', 'goodreads:5'], mark: 6 }]);
    expect(await named('goodreads:5')).toBe(diary);
    expect(await named('imdb:tt0113277')).toBe(film);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });
});
