import { describe, expect, it, vi } from 'vitest';
import { rateItem } from '../../../src/app/rate-item.ts';
import { tasteFor } from '../../../src/app/taste-for.ts';
import type { GivenNeed } from '../../../src/domain/grant.ts';
import { buildTaste } from '../../../src/policy/build-taste.ts';
import { give, RATINGS } from '../../support/granting.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const RANK: GivenNeed = { ...RATINGS, derive: 'rank' };

async function furnish(context: TestContext): Promise<void> {
  for (const number of [1, 2, 3]) {
    await rateItem(context, { facts: film(number, { genres: [`Genre ${number}`] }), given: stars(number) });
  }
}

describe('tasteFor', () => {
  it('is what the ratings of the scope come to, and no others', async () => {
    const context = testContext();
    await furnish(context);
    const expected = [1, 2, 3].map((number) => ({
      ...film(number, { genres: [`Genre ${number}`] }),
      value: number * 20,
    }));
    expect((await tasteFor(context.database, [RANK])).taste).toEqual(buildTaste(expected));
    const good: GivenNeed = { ...RANK, filter: { min: 50 } };
    expect((await tasteFor(context.database, [good])).taste).toEqual(buildTaste(expected.slice(2)));
    const none: GivenNeed = { collection: 'preferences', derive: 'rank' };
    expect((await tasteFor(context.database, [none])).taste).toEqual(buildTaste([]));
  });

  it('is learned once after each change of ratings, and not after other changes', async () => {
    const context = testContext();
    await furnish(context);
    const walk = vi.spyOn(context.database.ratings, 'orderBy');
    const first = await tasteFor(context.database, [RANK]);
    await give(context, [RATINGS]);
    expect((await tasteFor(context.database, [RANK])).taste).toBe(first.taste);
    expect(walk).toHaveBeenCalledTimes(1);
    await rateItem(context, { facts: film(4), given: stars(5) });
    const second = await tasteFor(context.database, [RANK]);
    expect(second.taste.kinds.Movie?.count).toBe(4);
    expect(second.changedAt).not.toBe(first.changedAt);
    expect(walk).toHaveBeenCalledTimes(2);
  });

  it('is there again when the background has slept, without a look at one rating', async () => {
    const context = testContext();
    await furnish(context);
    const { taste } = await tasteFor(context.database, [RANK]);
    const woken = context.reopen();
    const walk = vi.spyOn(woken.database.ratings, 'orderBy');
    expect((await tasteFor(woken.database, [RANK])).taste).toEqual(taste);
    expect(walk).not.toHaveBeenCalled();
  });
});
