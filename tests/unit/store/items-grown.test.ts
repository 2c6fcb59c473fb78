import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { joinItems } from '../../../src/app/join-items.ts';
import { lookUpRatings } from '../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { splitItems } from '../../../src/app/split-items.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { film, id, product, stars } from '../../support/samples.ts';
import { takeIn, undoAgainBy } from '../../support/take-in.ts';
import { testContext } from '../../support/test-context.ts';

const conflict = { code: 'conflict' };
const heat = { name: 'Heat', names: ['imdb:tt0113277'] };

describe('itemsGrownSince', () => {
  it('keeps a thing that something else was said of since it was made', async () => {
    const context = testContext();
    const made = await takeIn(context, { ...heat, mark: 8 });
    await takeIn(context, { ...heat, seen: true }, 'letterboxd');
    expect(await undoChange(context, { journalId: made })).toEqual({ undone: 0, kept: 0, waiting: 1 });
    expect((await lookUpRatings(context, { things: [[id('imdb:tt0113277')]] }))[0]?.rating?.value).toBe(80);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('keeps a thing that something else was said of since it was brought back', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(2) });
    const { journalId } = await deleteRating(context, { itemIds: [item.id] });
    const back = await undoAgainBy(context, journalId);
    await takeIn(context, { name: 'Film 1', names: item.identifiers, seen: true });

    // The deletion knew nothing of what is said by now.
    await expect(undoChange(context, { journalId: back })).rejects.toMatchObject(conflict);

    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('keeps a thing to which another was joined, though that left no mark on it', async () => {
    const context = testContext();
    const made = await takeIn(context, { ...heat, mark: 8, at: '2024' });
    const [older] = await context.database.items.toArray();
    context.clock.advance(1_000);
    const nameless = { kind: 'Movie' as const, name: 'Heat', identifiers: [] };
    const { item: younger } = await rateItem(context, { facts: nameless, given: stars(1), ratedAt: '2020' as never });
    await joinItems(context, { one: older!.id, other: younger.id });

    expect(await undoChange(context, { journalId: made })).toEqual({ undone: 0, kept: 0, waiting: 1 });

    const [known] = await lookUpRatings(context, { things: [[id('imdb:tt0113277')]] });
    expect(known?.rating?.source).toBe('imdb');
    expect(await context.database.versions.count()).toBe(1);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('lets two things be one again, one of which was two itself', async () => {
    const context = testContext();
    for (const name of ['sku:one.example/1', 'wikidata:Q42', 'gtin:04006381333931']) {
      await rateItem(context, { facts: product('A thing', name), given: stars(2) });
      context.clock.advance(1_000);
    }
    const [oldest, middle, youngest] = await context.database.items.toArray();
    await joinItems(context, { one: middle!.id, other: youngest!.id });
    await joinItems(context, { one: oldest!.id, other: middle!.id });
    const merge = (await context.database.merges.toArray()).find(({ from }) => from === middle!.id);
    const { journalId } = await splitItems(context, { mergeId: merge!.id });

    expect(await undoChange(context, { journalId })).toEqual({ undone: 1, kept: 0 });

    const [known] = await lookUpRatings(context, { things: [[id('gtin:04006381333931')]] });
    expect(known?.item.id).toBe(oldest!.id);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });
});
