import { describe, expect, it, vi } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { summariseRatings } from '../../../src/app/summarise-ratings.ts';
import { countOf } from '../../../src/domain/spread.ts';
import { newRecordId, type ItemId } from '../../../src/domain/ids.ts';
import type { Item } from '../../../src/domain/item.ts';
import type { Rating } from '../../../src/domain/rating.ts';
import { sourceRecordId, type SourceRecord } from '../../../src/domain/source-record.ts';
import { write } from '../../../src/store/write.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

function sourceRecord(number: number, itemId: ItemId): SourceRecord {
  return {
    id: sourceRecordId('imdb', String(number)),
    itemId,
    source: 'imdb',
    facts: film(number + 1),
    content: { ratings: [{ given: { value: 7, best: 10, worst: 1 } }] },
    createdAt: '' as SourceRecord['createdAt'],
    updatedAt: '' as SourceRecord['updatedAt'],
  };
}

async function say(context: TestContext, records: readonly SourceRecord[]): Promise<void> {
  await write(context.database, { tables: ['sourceRecords'], nowMs: context.clock.nowMs() }, async (writer) =>
    writer.putAll('sourceRecords', records),
  );
}

/** So many items, of which every `each`th is rated. */
async function fill(context: TestContext, count: number, each = 1): Promise<void> {
  const items = Array.from({ length: count }, (_, number) => ({
    ...film(number + 1, { creators: ['Someone'] }),
    id: newRecordId(number),
  })) as unknown as Item[];
  await context.database.items.bulkPut(items);
  await context.database.ratings.bulkPut(
    items
      .filter((_, index) => index % each === 0)
      .map(({ id }) => ({ itemId: id, kind: 'Movie', value: 80, ratedAt: '2020', source: 'person' }) as Rating),
  );
}

describe('summariseRatings', () => {
  it('of an empty store is empty', async () => {
    expect((await summariseRatings(testContext())).total).toBe(0);
  });

  it('counts what is rated, and not what was deleted', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4) });
    const { item } = await rateItem(context, { facts: film(2), given: stars(1) });
    await deleteRating(context, { itemIds: [item.id] });
    const { total, values } = await summariseRatings(context);
    expect(total).toBe(1);
    expect(values[80]).toBe(1);
  });

  it.each([
    ['all of which are rated', 1],
    ['few of which are rated', 7],
  ])('goes through many steps of things, %s', async (_which, each) => {
    const context = testContext();
    await fill(context, 2_801, each);
    const { total, makers } = await summariseRatings(context);
    expect(total).toBe(Math.ceil(2_801 / each));
    expect(makers.groups).toEqual([{ key: 'Someone', count: total, mean: 80 }]);
  });

  it('counts the marks of sources through many steps', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
    await context.database.sourceRecords.bulkPut(
      Array.from({ length: 1_234 }, (_, number) => sourceRecord(number, item.id)),
    );
    const { sources } = await summariseRatings(context);
    expect(sources.map(({ source, values }) => [source, countOf(values), values[70]])).toEqual([
      ['imdb', 1_234, 1_234],
    ]);
  });

  it('is counted once for each change of ratings or of what sources say', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
    const walked = vi.spyOn(context.database.ratings, 'orderBy');
    const first = await summariseRatings(context);
    expect(await summariseRatings(context)).toBe(first);
    expect(walked).toHaveBeenCalledTimes(1);
    await rateItem(context, { facts: film(2), given: stars(4) });
    expect((await summariseRatings(context)).total).toBe(2);
    expect(walked).toHaveBeenCalledTimes(2);
    context.clock.advance(1_000);
    await say(context, [sourceRecord(1, item.id)]);
    expect((await summariseRatings(context)).sources).toHaveLength(1);
    expect(walked).toHaveBeenCalledTimes(3);
  });

  it('counts again after a change that came while it was counting', async () => {
    const context = testContext();
    await fill(context, 1_200);
    await rateItem(context, { facts: film(9_001), given: stars(4) });
    const counting = summariseRatings(context);
    await rateItem(context, { facts: film(9_002), given: stars(4) });
    await counting;
    expect((await summariseRatings(context)).total).toBe(1_202);
  });
});
