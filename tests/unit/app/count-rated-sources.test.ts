import { describe, expect, it, vi } from 'vitest';
import { countOfSources } from '../../../src/app/count-of-sources.ts';
import { countRatedSources } from '../../../src/app/count-rated-sources.ts';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { listRatingIds } from '../../../src/app/list-rating-ids.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { watch } from '../../../src/app/watch.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import { saidShelf } from '../../../src/store/shelves.ts';
import { bring } from '../../support/bring.ts';
import { film, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

/** The first film is spoken of by two services and rated here, the second has its mark from one of them. */
async function withFilms(): Promise<{ context: TestContext; ids: ItemId[] }> {
  const context = testContext();
  const one = await rateItem(context, { facts: film(1), given: stars(3) });
  const other = await rateItem(context, { facts: film(2), given: stars(4), source: 'goodreads' });
  await bring(
    context,
    { facts: film(1), source: 'goodreads', content: { liked: {} } },
    { facts: film(1), source: 'storygraph', content: { uses: [{}] } },
    { facts: film(3), source: 'netflix', content: { uses: [{}] } },
  );
  return { context, ids: [one.item.id, other.item.id] };
}

/** What each source's list holds, by its count and in truth. */
async function counted(context: TestContext): Promise<Record<string, number>> {
  const counts = await countRatedSources(context, { sort: 'newest' });
  for (const { source, count } of counts) {
    const { ids, total } = await listRatingIds(context, { sort: 'name', source });
    expect([total, ids.length]).toEqual([count, count]);
  }
  return Object.fromEntries(counts.map(({ source, count }) => [source, count]));
}

describe('countRatedSources', () => {
  it('counts a thing for every source that speaks of it, which is what the list of each shows', async () => {
    const { context, ids } = await withFilms();
    expect(await counted(context)).toEqual({ goodreads: 2, person: 1, storygraph: 1 });
    expect((await listRatingIds(context, { sort: 'newest', source: 'storygraph' })).ids).toEqual([ids[0]]);
    expect((await listRatingIds(context, { sort: 'lowest', source: 'goodreads', search: 'film' })).ids).toEqual(ids);
    expect((await listRatingIds(context, { sort: 'newest', source: 'netflix' })).total).toBe(0);
  });

  it('follows what is said, rated, deleted and taken back, reading all but once', async () => {
    const { context, ids } = await withFilms();
    await counted(context);
    const renew = vi.spyOn(saidShelf, 'renew');
    await bring(context, { facts: film(2), source: 'storygraph', content: { owned: {} } });
    expect(await counted(context)).toEqual({ goodreads: 2, person: 1, storygraph: 2 });
    await rateItem(context, { facts: film(3), given: stars(1) });
    expect(await counted(context)).toEqual({ goodreads: 2, person: 2, storygraph: 2, netflix: 1 });
    const { journalId } = await deleteRating(context, { itemIds: ids });
    expect(await counted(context)).toEqual({ person: 1, netflix: 1 });
    await undoChange(context, { journalId });
    expect(await counted(context)).toEqual({ goodreads: 2, person: 2, storygraph: 2, netflix: 1 });
    expect(renew).not.toHaveBeenCalled();
  });

  it('holds for a list that is watched while a source begins to speak', async () => {
    const { context } = await withFilms();
    const heard = vi.fn();
    const stop = watch(() => listRatingIds(context, { sort: 'newest', source: 'storygraph' }))(
      ({ total }) => void heard(total),
      (thrown) => void heard(thrown),
    );
    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(1));
    await bring(context, { facts: film(2), source: 'storygraph', content: { uses: [{}] } });
    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(2));
    stop();
  });

  it('finds what a source says of things whose marks are from elsewhere, for the end of its import', async () => {
    const { context } = await withFilms();
    expect(await countOfSources(context, { sources: ['storygraph', 'netflix'] })).toEqual([
      { source: 'storygraph', isAnyRated: true, unrated: 0 },
      { source: 'netflix', isAnyRated: false, unrated: 1 },
    ]);
  });
});
