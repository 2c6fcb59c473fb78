import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { countOfSources } from '../../../src/app/count-of-sources.ts';
import { countThings } from '../../../src/app/count-things.ts';
import { listRatingIds } from '../../../src/app/list-rating-ids.ts';
import { listUnratedIds, type UnratedChoice } from '../../../src/app/list-unrated-ids.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { rateKnown } from '../../../src/app/rate-known.ts';
import { unratedRows } from '../../../src/app/unrated-rows.ts';
import { watch } from '../../../src/app/watch.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import type { Moment } from '../../../src/domain/moment.ts';
import { unratedShelf } from '../../../src/store/shelves.ts';
import { bring } from '../../support/bring.ts';
import { film, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

const at = (text: string) => ({ at: text as Moment });

/** One rated thing, and five that are not. */
async function withThings(): Promise<TestContext> {
  const context = testContext();
  await rateItem(context, { facts: film(9), given: stars(4) });
  await bring(
    context,
    { facts: film(1, { creators: ['Zoë Mabel'], year: 1990 }), content: { uses: [at('2024-03-03')] } },
    { facts: film(2, { kind: 'Book', year: 2001 }), content: { text: 'A wet ORCHARD.', tags: ['calm'] } },
    { facts: film(3), source: 'netflix', content: { uses: [at('2020')] } },
    { facts: film(4), source: 'imdb', content: { wanted: {} }, wanted: at('2022-05') },
    { facts: film(5), source: 'discogs', content: { owned: {}, liked: at('2021-01-01') } },
    { facts: film(9), source: 'netflix', content: { uses: [at('2019')] } },
  );
  return context;
}

async function names(context: TestContext, choice: Partial<UnratedChoice> = {}): Promise<string[]> {
  const { ids, total } = await listUnratedIds(context, { sort: 'name', ...choice });
  expect(total).toBe(ids.length);
  const { rows } = await unratedRows(context, { itemIds: ids });
  return rows.map(({ item }) => item.name.replace('Film ', ''));
}

describe('listUnratedIds', () => {
  it('has what is known without a mark, whatever it is known for, and nothing rated', async () => {
    expect(await names(await withThings())).toEqual(['1', '2', '3', '4', '5']);
  });

  it('sorts by the last date, those of an unknown one at the end either way', async () => {
    const context = await withThings();
    expect(await names(context, { sort: 'newest' })).toEqual(['1', '4', '5', '3', '2']);
    expect(await names(context, { sort: 'oldest' })).toEqual(['3', '5', '4', '1', '2']);
  });

  it.each([
    [{ search: 'zoe film' }, ['1']],
    [{ search: 'orchard' }, ['2']],
    [{ search: 'zoe 1990' }, ['1']],
    [{ search: 'calm' }, ['2']],
    [{ kinds: ['Book'] as const }, ['2']],
    [{ source: 'netflix' }, ['3']],
    [{ tag: 'calm' }, ['2']],
    [{ years: { from: 1995 } }, ['2']],
    [{ trace: 'seen' as const }, ['1', '3']],
    [{ trace: 'wanted' as const }, ['4']],
    [{ trace: 'owned' as const }, ['5']],
    [{ trace: 'liked' as const }, ['5']],
    [{ trace: 'reviewed' as const }, ['2']],
    [{ trace: 'seen' as const, source: 'imdb' }, []],
  ])('narrows by %j', async (choice, expected) => {
    expect(await names(await withThings(), choice)).toEqual(expected);
  });

  it('says what there is to filter by, over all of them', async () => {
    const { kinds, tags, sources, traces } = await listUnratedIds(await withThings(), { sort: 'name', search: 'zoe' });
    expect(kinds).toEqual([
      { kind: 'Movie', count: 4 },
      { kind: 'Book', count: 1 },
    ]);
    expect(tags).toEqual([{ tag: 'calm', count: 1 }]);
    expect(sources[0]).toEqual({ source: 'letterboxd', count: 2 });
    expect(traces.map(({ trace, count }) => [trace, count])).toEqual([
      ['seen', 2],
      ['wanted', 1],
      ['owned', 1],
      ['liked', 1],
      ['reviewed', 1],
    ]);
  });

  it('is heard of again when another page rates one of them', async () => {
    const context = await withThings();
    const totals: number[] = [];
    onTestFinished(
      watch(() => listUnratedIds(context, { sort: 'newest' }))(({ total }) => void totals.push(total), vi.fn()),
    );
    await vi.waitFor(() => expect(totals.at(-1)).toBe(5));
    const { ids } = await listUnratedIds(context, { sort: 'name' });
    await rateKnown(context.reopen(), { itemId: ids[0]!, given: stars(3) });
    await vi.waitFor(() => expect(totals.at(-1)).toBe(4));
    expect((await listRatingIds(context, { sort: 'newest' })).ids).toContain(ids[0]);
  });
});

describe('unratedRows', () => {
  it('tells what is known of each, in the order asked, without what is rated or gone', async () => {
    const context = await withThings();
    const { ids } = await listUnratedIds(context, { sort: 'name' });
    const [rated] = (await listRatingIds(context, { sort: 'newest' })).ids;
    const { rows, revision } = await unratedRows(context, { itemIds: [ids[4]!, 'gone' as ItemId, rated!, ids[0]!] });
    expect(rows).toEqual([
      expect.objectContaining({
        traces: [{ kind: 'owned' }, { kind: 'liked', at: '2021-01-01' }],
        sources: ['discogs'],
      }),
      expect.objectContaining({ traces: [{ kind: 'seen', at: '2024-03-03' }], at: '2024-03-03' }),
    ]);
    expect(revision).toBe((await listUnratedIds(context, { sort: 'name' })).revision);
  });
});

describe('countThings', () => {
  it('counts both', async () => {
    expect(await countThings(await withThings())).toEqual({ rated: 1, unrated: 5 });
  });

  it('reads nothing where all is rated, or nothing was imported', async () => {
    const context = testContext();
    const prepare = vi.spyOn(unratedShelf, 'prepare');
    onTestFinished(() => prepare.mockRestore());
    expect(await countThings(context)).toEqual({ rated: 0, unrated: 0 });
    await rateItem(context, { facts: film(1), given: stars(4) });
    await bring(context, { facts: film(1), content: {} });
    expect(await countThings(context)).toEqual({ rated: 1, unrated: 0 });
    expect(prepare).not.toHaveBeenCalled();
    await bring(context, { facts: film(2), wanted: {} });
    expect(await countThings(context)).toEqual({ rated: 1, unrated: 1 });
  });
});

describe('countOfSources', () => {
  it('tells whether a source speaks of anything rated, and what it knows without a mark', async () => {
    const context = await withThings();
    await rateItem(context, { facts: film(8), given: stars(1), source: 'netflix' });
    expect(await countOfSources(context, { sources: ['netflix', 'vivino'] })).toEqual([
      { source: 'netflix', isAnyRated: true, unrated: 1 },
      { source: 'vivino', isAnyRated: false, unrated: 0 },
    ]);
  });
});
