import { expect, it } from 'vitest';
import { listSources } from '../../../src/app/list-sources.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import type { Stamp } from '../../../src/domain/clock.ts';
import { sourceRecordId } from '../../../src/domain/source-record.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

it('gives what each source says of one thing, and of no other', async () => {
  const context = testContext();
  const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
  const { item: other } = await rateItem(context, { facts: film(2), given: stars(4) });
  const stamps = { createdAt: '1' as Stamp, updatedAt: '1' as Stamp };
  await context.database.sourceRecords.bulkPut(
    (
      [
        ['letterboxd', 'b', item],
        ['imdb', 'tt1', item],
        ['imdb', 'tt2', other],
      ] as const
    ).map(([source, thing, { id }]) => ({
      id: sourceRecordId(source, thing),
      itemId: id,
      source,
      facts: film(1),
      content: {},
      ...stamps,
    })),
  );
  const records = await listSources(context, { itemId: item.id });
  expect(records.map(({ source }) => source)).toEqual(['imdb', 'letterboxd']);
});
