import { expect, it } from 'vitest';
import { rateItem } from '../../../src/app/rate-item.ts';
import { sizeOfChange } from '../../../src/app/size-of-change.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import { film, stars } from '../../support/samples.ts';
import { takeIn, undoAgainBy } from '../../support/take-in.ts';
import { testContext } from '../../support/test-context.ts';

it('is what a change was of, and of any number for an import, however often it was turned over', async () => {
  const context = testContext();
  const { journalId } = await rateItem(context, { facts: film(1), given: stars(4) });
  expect(await sizeOfChange(context, journalId)).toBe(1);
  expect(await sizeOfChange(context, 'none' as RecordId)).toBe(0);
  let entry = await takeIn(context, { name: 'Heat', mark: 9 });
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await sizeOfChange(context, entry)).toBe(Infinity);
    entry = await undoAgainBy(context, entry);
  }
});
