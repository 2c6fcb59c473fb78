import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { isLive } from '../../../src/domain/rating.ts';
import { withHomes } from '../../../src/store/with-homes.ts';
import type { Image } from '../../../src/store/journal-entry.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { film, stars } from '../../support/samples.ts';
import { takeIn, undoAgainBy } from '../../support/take-in.ts';
import { testContext } from '../../support/test-context.ts';

const heat = { name: 'Heat', names: ['imdb:tt0113277'] };
const merge = { from: 'younger', into: 'older' };

function image(table: Image['table'], key: string, before: object): Image {
  return { table, key, before, after: undefined };
}

/** How many of these things would have what they belong to, in a store with nothing in it. */
async function countOfHoused(...groups: Image[][]): Promise<number> {
  const kept = await withHomes(testContext().database, groups);
  return kept.length;
}

describe('withHomes', () => {
  it('keeps from coming back what was said of a thing that is gone since', async () => {
    const context = testContext();
    const made = await takeIn(context, { ...heat, wanted: true });
    // Rates the thing that it finds: that is no part of what it changes.
    const rated = await takeIn(context, { ...heat, mark: 8 }, 'letterboxd');
    const undone = await undoAgainBy(context, rated);
    await undoAgainBy(context, made);

    await expect(undoChange(context, { journalId: undone })).rejects.toMatchObject({ code: 'conflict' });

    expect((await context.database.ratings.toArray()).filter(isLive)).toEqual([]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('lets the rest of the same change come back', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(2) });
    const { journalId } = await deleteRating(context, { itemIds: [item.id] });
    expect(await undoChange(context, { journalId })).toEqual({ undone: 1, kept: 0 });
  });

  it('takes a thing that comes back itself, or was joined to one, for a home', async () => {
    const older = image('items', 'older', { id: 'older' });
    const said = image('sourceRecords', 'said', { itemId: 'younger' });
    const join = image('merges', 'join', merge);
    expect(await countOfHoused([image('ratings', 'older', {}), older])).toBe(1);
    expect(await countOfHoused([older, join, said])).toBe(1);
    expect(await countOfHoused([older, image('merges', 'join', { ...merge, splitAt: 'now' }), said])).toBe(0);
    expect(await countOfHoused([older, join, image('ratings', 'younger', {})])).toBe(0);
    expect(await countOfHoused([join])).toBe(0);
  });

  it('asks for no home where nothing is said', async () => {
    expect(
      await countOfHoused(
        [image('ratings', 'a', { deletedAt: 'then' })],
        [image('intentions', 'b', { itemId: 'b', deletedAt: 'then' })],
        [image('sourceRecords', 'c', { said: 'print', deletedAt: 'then' })],
        [image('preferences', 'd', {})],
        [image('versions', 'e', { itemId: 'e' })],
      ),
    ).toBe(5);
  });
});
