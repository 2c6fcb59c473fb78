import { describe, expect, it } from 'vitest';
import { clearMark } from '../../../src/app/clear-mark.ts';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { exportForService } from '../../../src/app/export-for-service.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { listRatings } from '../../../src/app/list-ratings.ts';
import { listSources } from '../../../src/app/list-sources.ts';
import { listUnratedIds } from '../../../src/app/list-unrated-ids.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { rateKnown } from '../../../src/app/rate-known.ts';
import { ratingHistory } from '../../../src/app/rating-history.ts';
import { runImport } from '../../../src/app/run-import.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { unratedRows } from '../../../src/app/unrated-rows.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import { type Winner, WINNERS } from '../../../src/policy/settle-rating.ts';
import { gathered, type Said } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { film, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

const HEAT: Said = { name: 'Heat', names: ['imdb:tt0113277'], mark: 9, at: '2020-01-02', text: 'Good.' };

async function bringHeat(context: TestContext, said: Said = HEAT, winner: Winner = 'mine', source = 'imdb') {
  await runImport(context, { things: gathered(source, [said]), files: ['r.csv'], rows: 1, skipped: 0, winner });
  const item = (await context.database.items.toArray()).find(({ name }) => name === 'Heat');
  return item!.id;
}

async function rated(context: TestContext): Promise<number> {
  return (await listRatings(context, { sort: 'newest', offset: 0, limit: 10 })).total;
}

async function unrated(context: TestContext): Promise<readonly ItemId[]> {
  return (await listUnratedIds(context, { sort: 'newest' })).ids;
}

describe('clearMark', () => {
  it('takes the mark off, and keeps the thing with what its source says and what was thought of it', async () => {
    const context = testContext();
    const itemId = await bringHeat(context);
    await unrated(context); // in memory by now: it has to follow
    await clearMark(context, { itemId });
    expect([await rated(context), await unrated(context)]).toEqual([0, [itemId]]);
    const history = await ratingHistory(context, { itemId });
    expect(history).not.toHaveProperty('current');
    expect(history.versions.map(({ rating }) => [rating.given.value, rating.text])).toEqual([[9, 'Good.']]);
    expect((await listSources(context, { itemId }))[0]?.content.ratings).toHaveLength(1);
    const { rows } = await unratedRows(context, { itemIds: [itemId] });
    expect(rows[0]).toMatchObject({ traces: [{ kind: 'reviewed' }, { kind: 'rated', at: '2020-01-02' }] });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('keeps in sight what no source knows', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(3) });
    await clearMark(context, { itemId: item.id });
    expect(await unrated(context)).toEqual([item.id]);
    expect(await unrated(context.reopen())).toEqual([item.id]);
    const { rows } = await unratedRows(context, { itemIds: [item.id] });
    expect(rows[0]).toMatchObject({ sources: ['person'], traces: [{ kind: 'rated' }] });
  });

  it('can be taken back, and done again', async () => {
    const context = testContext();
    const itemId = await bringHeat(context);
    const { journalId } = await clearMark(context, { itemId });
    await undoChange(context, { journalId });
    const history = await ratingHistory(context, { itemId });
    expect([history.current?.given.value, history.versions, await unrated(context)]).toEqual([9, [], []]);
    const [undoing] = await listChanges(context, { limit: 1 });
    await undoChange(context, { journalId: undoing!.id });
    expect([await rated(context), await unrated(context)]).toEqual([0, [itemId]]);
    expect((await listChanges(context, { limit: 5 })).map(({ label }) => label)).toContain('clear-mark');
  });

  it.each(WINNERS)('comes back with no file that says the same, whoever wins (%s)', async (winner) => {
    const context = testContext();
    const itemId = await bringHeat(context);
    await clearMark(context, { itemId });
    expect(await bringHeat(context, HEAT, winner)).toBe(itemId);
    expect([await rated(context), await unrated(context)]).toEqual([0, [itemId]]);
    expect((await ratingHistory(context, { itemId })).versions).toHaveLength(1);
  });

  it.each([
    ['mine', 0],
    ['theirs', 1],
  ] as const)('lets another mark of the source in where the person says so (%s)', async (winner, expected) => {
    const context = testContext();
    const itemId = await bringHeat(context);
    await clearMark(context, { itemId });
    await bringHeat(context, { ...HEAT, mark: 3, at: '2024-01-02' }, winner);
    expect(await rated(context)).toBe(expected);
  });

  it('leaves no mark in what goes to a service', async () => {
    const context = testContext();
    const itemId = await bringHeat(context);
    await clearMark(context, { itemId });
    const { csv } = await exportForService(context, { id: 'imdb-csv' });
    expect(csv).not.toContain('tt0113277');
  });

  it('lets the thing be rated anew, or deleted', async () => {
    const context = testContext();
    const itemId = await bringHeat(context);
    await clearMark(context, { itemId });
    await rateKnown(context, { itemId, given: stars(2) });
    expect([await rated(context), await unrated(context)]).toEqual([1, []]);
    await clearMark(context, { itemId });
    await deleteRating(context, { itemIds: [itemId] });
    expect(await unrated(context)).toEqual([]);
    await expect(ratingHistory(context, { itemId })).rejects.toMatchObject({ code: 'not-found' });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('takes nothing off what has no mark', async () => {
    const context = testContext();
    const itemId = await bringHeat(context);
    await clearMark(context, { itemId });
    await expect(clearMark(context, { itemId })).rejects.toMatchObject({ code: 'not-found' });
  });
});
