import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { listRatings } from '../../../src/app/list-ratings.ts';
import { previewImport } from '../../../src/app/preview-import.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { type ImportInput, runImport } from '../../../src/app/run-import.ts';
import { splitItems } from '../../../src/app/split-items.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { momentOf } from '../../../src/domain/moment.ts';
import { isLive } from '../../../src/domain/rating.ts';
import { TABLES } from '../../../src/store/table-name.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { film, id, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';
import { gathered, type Said } from '../../support/gathered.ts';

function input(things: readonly Said[], winner: ImportInput['winner'] = 'mine'): ImportInput {
  return { things: gathered('imdb', things), files: ['ratings.csv'], rows: things.length, skipped: 0, winner };
}

async function marks(context: TestContext): Promise<(number | string)[][]> {
  const { rows } = await listRatings(context, { sort: 'name', offset: 0, limit: 100 });
  return rows.map(({ item, rating }) => [item.name, rating.given.value, rating.source]);
}

/** Every record but the clock's, which never goes back. */
async function everything({ database }: TestContext): Promise<Record<string, unknown[]>> {
  const names = TABLES.filter((name) => !['meta', 'journal', 'journalImages', 'imports'].includes(name));
  const rows = await Promise.all(names.map(async (name) => [name, await database.table(name).toArray()] as const));
  return Object.fromEntries(rows);
}

describe('runImport', () => {
  it('writes things with ratings, wishes and what was seen, and counts them', async () => {
    const context = testContext();
    const { counts } = await runImport(
      context,
      input([
        { name: 'Heat', names: ['imdb:tt0113277'], mark: 9, at: '2020-01-02', text: 'Good.' },
        { name: 'Dune', names: ['imdb:tt1160419'], wanted: true },
        { name: 'Tár', names: ['imdb:tt14444726'], seen: true },
      ]),
    );
    expect(counts).toEqual({
      rows: 3,
      skipped: 0,
      ratings: 1,
      reviews: 1,
      intentions: 1,
      likes: 0,
      owned: 0,
      seen: 1,
      added: 3,
      joined: 0,
      changed: 0,
      same: 0,
    });
    expect(await marks(context)).toEqual([['Heat', 9, 'imdb']]);
    expect(await context.database.intentions.count()).toBe(1);
    expect(await context.database.sourceRecords.count()).toBe(3);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('keeps every earlier judgement as history, and one without a date as undated', async () => {
    const context = testContext();
    await runImport(
      context,
      input([
        {
          name: 'Heat',
          names: ['imdb:tt0113277'],
          marks: [
            [7, '2019-01-01'],
            [9, '2020-01-02'],
          ],
        },
        { name: 'Dune', names: ['imdb:tt1160419'], mark: 6 },
      ]),
    );
    const versions = await context.database.versions.toArray();
    expect(versions.map(({ rating }) => [rating.given.value, rating.ratedAt])).toEqual([[7, '2019-01-01']]);
    const ratings = (await context.database.ratings.toArray()).filter(isLive);
    expect(ratings.map(({ given, isUndated }) => [given.value, isUndated])).toEqual(
      expect.arrayContaining([
        [9, undefined],
        [6, true],
      ]),
    );
  });

  it('changes nothing the second time', async () => {
    const context = testContext();
    const things: Said[] = [
      {
        name: 'Heat',
        names: ['imdb:tt0113277'],
        marks: [
          [7, '2019-01-01'],
          [9, '2020-01-02'],
        ],
        text: 'Good.',
      },
      { name: 'Dune', names: ['imdb:tt1160419'], wanted: true, mark: 4 },
    ];
    await runImport(context, input(things));
    const before = await everything(context);
    context.clock.advance(1_000);
    const { counts } = await runImport(context, input(things));
    expect(counts).toMatchObject({ added: 0, joined: 0, changed: 0, same: 2 });
    expect(await everything(context)).toEqual(before);
  });

  it('follows what changed at the source, and keeps what it said before as history', async () => {
    const context = testContext();
    await runImport(context, input([{ name: 'Heat', names: ['imdb:tt0113277'], mark: 7, at: '2019-01-01' }]));
    const { counts } = await runImport(
      context,
      input([{ name: 'Heat', names: ['imdb:tt0113277'], mark: 9, at: '2020-01-01' }]),
    );
    expect(counts).toMatchObject({ changed: 1 });
    expect(await marks(context)).toEqual([['Heat', 9, 'imdb']]);
    expect(await context.database.versions.count()).toBe(1);
  });

  it.each([
    ['mine', 2.5, 'person'],
    ['theirs', 9, 'imdb'],
    ['newer', 9, 'imdb'],
  ] as const)('on conflict lets %s win, and keeps the other as an earlier one', async (winner, value, source) => {
    const context = testContext();
    await rateItem(context, { facts: heat(), given: stars(2.5), ratedAt: '2019-05-05' as never });
    const said = [{ name: 'Heat', names: ['imdb:tt0113277'], mark: 9, at: '2020-01-02' }];
    const preview = await previewImport(context, input(said, winner));
    expect(preview.counts).toMatchObject({ joined: 1, conflicts: 1 });
    await runImport(context, input(said, winner));
    expect(await marks(context)).toEqual([['Heat', value, source]]);
    expect(await context.database.versions.count()).toBe(1);
    // Settled once: the same file does not ask again.
    expect((await previewImport(context, input(said, winner))).counts).toMatchObject({ same: 1, conflicts: 0 });
  });

  it('says of a mark that another file of the same drop gave whose it is, and calls neither a thing one had', async () => {
    const context = testContext();
    const names = ['imdb:tt0113277'];
    const things = [
      ...gathered('imdb', [{ name: 'Heat', names, mark: 9, at: '2020-01-02' }]),
      ...gathered('letterboxd', [{ name: 'Heat', names, mark: 4, at: '2021-01-02' }]),
    ];
    const preview = await previewImport(context, { things, winner: 'mine' });
    expect(preview.counts).toMatchObject({ added: 2, joined: 0, conflicts: 1 });
    expect(preview.joined).toEqual([]);
    expect(preview.conflicts).toMatchObject([
      { state: 'added', here: { given: { value: 9 }, source: 'imdb', at: '2020-01-02' } },
    ]);
    const { counts } = await runImport(context, { ...input([]), things, rows: 2 });
    expect(counts).toMatchObject({ added: 2, joined: 0 });
    expect(await context.database.items.count()).toBe(1);
  });

  it('says that a mark is the person’s, where a file of the drop says what they changed since, and another another', async () => {
    const context = testContext();
    const names = ['imdb:tt0113277'];
    const imdb = gathered('imdb', [{ name: 'Heat', names, mark: 9, at: '2020-01-02' }]);
    await runImport(context, { ...input([]), things: imdb, rows: 1 });
    const [rating] = await context.database.ratings.toArray();
    await editRating(context, { itemId: rating!.itemId, given: stars(1) });
    const things = [...imdb, ...gathered('letterboxd', [{ name: 'Heat', names, mark: 4, at: '2021-01-02' }])];
    const preview = await previewImport(context, { things, winner: 'mine' });
    expect(preview.counts).toMatchObject({ same: 1, joined: 1, conflicts: 1 });
    // By the day of the change the newer of two wins.
    const at = momentOf(context.clock.nowMs());
    expect(preview.conflicts).toMatchObject([{ here: { given: { value: 1 }, source: 'person', at } }]);
  });

  it('takes 8 of 10 and 4 of 5 for the same', async () => {
    const context = testContext();
    await rateItem(context, { facts: heat(), given: stars(4) });
    await runImport(context, input([{ name: 'Heat', names: ['imdb:tt0113277'], mark: 8, at: '2020-01-02' }], 'theirs'));
    expect(await marks(context)).toEqual([['Heat', 4, 'person']]);
    expect(await context.database.versions.count()).toBe(0);
  });

  it('does not bring back what the person deleted', async () => {
    const context = testContext();
    const said = [{ name: 'Heat', names: ['imdb:tt0113277'], mark: 9, at: '2020-01-02' }];
    await runImport(context, input(said));
    const [rating] = await context.database.ratings.toArray();
    await deleteRating(context, { itemIds: [rating!.itemId] });
    expect(JSON.stringify(await context.database.sourceRecords.toArray())).not.toContain('Heat');
    await runImport(context, input(said));
    expect(await marks(context)).toEqual([]);
    expect(await brokenInvariants(context.database)).toEqual([]);
    const other = [{ ...said[0]!, mark: 3, at: '2021-01-01' }];
    await runImport(context, input(other));
    expect(await marks(context)).toEqual([]);
    await runImport(context, input(other, 'newer'));
    expect(await marks(context)).toEqual([['Heat', 3, 'imdb']]);
  });

  it('joins two items that a thing shows to be one, and they can be taken apart', async () => {
    const context = testContext();
    await rateItem(context, { facts: heat(), given: stars(4) });
    await rateItem(context, {
      facts: { kind: 'Movie', name: 'Heat (1995)', identifiers: [id('wikidata:Q42198')] },
      given: stars(3),
    });
    await runImport(
      context,
      input([{ name: 'Heat', names: ['imdb:tt0113277', 'wikidata:Q42198'], mark: 9, at: '2020-01-02' }]),
    );
    expect(await brokenInvariants(context.database)).toEqual([]);
    const [merge] = await context.database.merges.toArray();
    expect(merge).toBeDefined();
    await splitItems(context, { mergeId: merge!.id });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('is undone as if it had never been, in whatever many parts it was written', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(2) });
    const before = await everything(context);
    const many = Array.from({ length: 1_200 }, (_, index) => ({
      name: `Film ${index}`,
      names: [`imdb:tt${String(2_000_000 + index)}`],
      mark: (index % 10) + 1,
      at: '2020-01-02',
      wanted: index % 7 === 0,
    }));
    const { journalId, counts } = await runImport(context, input(many), { thingsAtOnce: 500 });
    expect(counts.added).toBe(1_200);
    expect(await brokenInvariants(context.database)).toEqual([]);
    // Two parts of images, and how it was taken in.
    expect(await context.database.journalImages.count()).toBe(3);
    await expect(undoChange(context, { journalId })).resolves.toEqual({ undone: 1_200, kept: 0 });
    expect(await brokenInvariants(context.database)).toEqual([]);
    const after = await everything(context);
    expect(live(after)).toEqual(live(before));
  });

  it('is undone around what the person has changed since, which stays', async () => {
    const context = testContext();
    const { journalId } = await runImport(
      context,
      input([
        { name: 'Heat', names: ['imdb:tt0113277'], mark: 9, at: '2020-01-02' },
        { name: 'Dune', names: ['imdb:tt1160419'], mark: 5, at: '2020-01-02' },
      ]),
    );
    const heatId = (await context.database.identifiers.get(id('imdb:tt0113277')))!.itemId;
    await editRating(context, { itemId: heatId, given: stars(3.5) });
    await expect(undoChange(context, { journalId })).resolves.toEqual({ undone: 1, kept: 1 });
    expect(await marks(context)).toEqual([['Heat', 3.5, 'imdb']]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('waits with its undo under what a later import added to its things', async () => {
    const context = testContext();
    const { journalId } = await runImport(context, input([{ name: 'Heat', names: ['imdb:tt0113277'], seen: true }]));
    context.clock.advance(1_000);
    const later = gathered('letterboxd', [{ name: 'Heat', names: ['imdb:tt0113277'], mark: 7, at: '2021' }]);
    await runImport(context, { ...input([]), things: later });
    await expect(undoChange(context, { journalId })).resolves.toEqual({ undone: 0, kept: 0, waiting: 1 });
    expect(await marks(context)).toEqual([['Heat', 7, 'letterboxd']]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('writes nothing when it is stopped, however far it was', async () => {
    const context = testContext();
    const before = await everything(context);
    const stop = new AbortController();
    const many = Array.from({ length: 1_200 }, (_, index) => ({
      name: `Film ${index}`,
      names: [`imdb:tt${String(2_000_000 + index)}`],
      mark: 5,
    }));
    await expect(
      runImport(context, input(many), {
        signal: stop.signal,
        thingsAtOnce: 500,
        onProgress: (done) => {
          if (done >= 1_000) {
            stop.abort();
          }
        },
      }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(await everything(context)).toEqual(before);
    expect(await context.database.imports.count()).toBe(0);
  });
});

function heat() {
  return { kind: 'Movie' as const, name: 'Heat', identifiers: [id('imdb:tt0113277')] };
}

/** Without tombstones, and without when a record was last written. */
function live(tables: Record<string, unknown[]>): unknown {
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows
        .filter((row) => !('deletedAt' in (row as object)))
        .map((row) => ({ ...(row as object), updatedAt: undefined })),
    ]),
  );
}
