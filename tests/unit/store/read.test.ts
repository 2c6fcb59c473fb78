import { expect, it } from 'vitest';
import { rateItem } from '../../../src/app/rate-item.ts';
import { read } from '../../../src/store/read.ts';
import { ratingsRevision } from '../../../src/store/revision.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

it('leaves a write alone that is made beside many short reads', async () => {
  const context = testContext();
  await rateItem(context, { facts: film(1), given: stars(4) });
  const reads = async () => {
    for (let count = 0; count < 5; count += 1) {
      await read(context.database, ['meta'], () => ratingsRevision(context.database));
    }
  };
  const [, { item }] = await Promise.all([reads(), rateItem(context, { facts: film(2), given: stars(4) })]);
  expect(item.name).toBe('Film 2');
});
