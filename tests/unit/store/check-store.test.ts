import { describe, expect, it } from 'vitest';
import { checkHealth } from '../../../src/app/check-health.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import { fillStore } from '../../support/busy-store.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const NOBODY = '00000000-0000-7000-8000-000000000000' as ItemId;

/** What the check says of a store that is good but for one thing. */
async function saidOf(spoil: (context: TestContext) => Promise<unknown>): Promise<readonly string[]> {
  const context = testContext();
  await fillStore(context);
  await spoil(context);
  return (await checkHealth(context)).problems;
}

describe('checkStore', () => {
  it('has nothing to say of a store that is good', async () => {
    const context = testContext();
    await fillStore(context);
    expect(await checkHealth(context)).toMatchObject({ problems: [], problemCount: 0, counts: { merges: 1 } });
  });

  it.each<[string, (context: TestContext) => Promise<unknown>, RegExp]>([
    [
      'an identifier that points nowhere',
      ({ database }) => database.identifiers.put({ key: 'imdb:tt0009999' as never, itemId: NOBODY }),
      /not so called/u,
    ],
    ['an identifier that is lost', ({ database }) => database.identifiers.limit(1).delete(), /points elsewhere/u],
    ['a rating without its thing', ({ database }) => database.items.limit(1).delete(), /no item/u],
    ['a count that is off', ({ database }) => database.ratings.limit(1).delete(), /the counts are/u],
    [
      'a version of nothing',
      ({ database }) => database.versions.toCollection().modify({ itemId: NOBODY }),
      /version .* has no item/u,
    ],
    [
      'what a source says of nothing',
      ({ database }) => database.sourceRecords.toCollection().modify({ itemId: NOBODY } as never),
      /what a source says/u,
    ],
    [
      'a wish for nothing',
      ({ database }) => database.intentions.toCollection().modify({ itemId: NOBODY }),
      /intention .* has no item/u,
    ],
    [
      'a join that leads nowhere',
      ({ database }) => database.merges.toCollection().modify({ into: NOBODY }),
      /leads nowhere/u,
    ],
    [
      'a pair in no order',
      ({ database }) => database.refusedJoins.put({ key: 'b a' as never, updatedAt: '' as never }),
      /in no order/u,
    ],
    [
      'a change from the future',
      ({ database }) => database.journal.toCollection().modify({ stamp: 'zzz' as never }),
      /future/u,
    ],
  ])('finds %s', async (_name, spoil, said) => {
    expect((await saidOf(spoil)).join('\n')).toMatch(said);
  });
});
