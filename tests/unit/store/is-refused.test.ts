import { describe, expect, it } from 'vitest';
import { rateItem } from '../../../src/app/rate-item.ts';
import { refuseJoin } from '../../../src/app/refuse-join.ts';
import { newRecordId } from '../../../src/domain/ids.ts';
import { isRefused } from '../../../src/store/is-refused.ts';
import { product, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const HERE = 'sku:one.example/1';
const THERE = 'sku:two.example/2';

describe('whether two things were said to be two', () => {
  it('is found of all that became one with them, also where a file joined them in a circle', async () => {
    const context = testContext();
    const { database, clock } = context;
    const rate = async (...names: string[]) => {
      clock.advance(1_000);
      return (await rateItem(context, { facts: product('Thing', ...names), given: stars(3) })).item.id;
    };
    const [one, , other] = [await rate(HERE), await rate(THERE), await rate('sku:three.example/3')];
    expect(await rate(HERE, THERE)).toBe(one);
    const [merge] = await database.merges.toArray();
    await database.merges.put({ ...merge!, id: newRecordId(clock.ms), from: merge!.into, into: merge!.from });
    expect([await isRefused(database, one, other), await isRefused(database, other, one)]).toEqual([false, false]);
    await refuseJoin(context, { one: merge!.from, other });
    expect([await isRefused(database, one, other), await isRefused(database, other, one)]).toEqual([true, true]);
  });
});
