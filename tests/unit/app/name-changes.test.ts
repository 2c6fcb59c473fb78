import { expect, it } from 'vitest';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { deletePreference } from '../../../src/app/delete-preference.ts';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { describeItem } from '../../../src/app/describe-item.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { forgetVendor } from '../../../src/app/forget-vendor.ts';
import { leaveSite } from '../../../src/app/leave-site.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { refuseJoin } from '../../../src/app/refuse-join.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import { film, SHOP, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

it('names a thing as it is called now', async () => {
  const context = testContext();
  const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
  await describeItem(context, { itemId: item.id, name: 'Renamed' });
  await editRating(context, { itemId: item.id, given: stars(2) });
  const changes = await listChanges(context, { limit: 10 });
  expect(changes.map(({ names }) => names)).toEqual(Array(3).fill([{ kind: 'item', name: 'Renamed' }]));
});

it('names what was deleted as it was called, and no more than three', async () => {
  const context = testContext();
  const itemIds = [];
  for (const number of [1, 2, 3, 4]) {
    context.clock.advance(1); // ids of one moment are in no order
    itemIds.push((await rateItem(context, { facts: film(number), given: stars(3) })).item.id);
  }
  await deleteRating(context, { itemIds });
  const [change] = await listChanges(context, { limit: 1 });
  expect(change?.count).toBe(4);
  expect(change?.names).toHaveLength(3);
  expect(change?.names).toContainEqual({ kind: 'item', name: 'Film 1' });
});

it('names preferences by their words and sites by their origin', async () => {
  const context = testContext();
  const { preference } = await savePreference(context, {
    key: 'shoe-size',
    value: '42',
    unit: 'EU',
    strength: 'must',
    isPrivate: false,
  });
  await deletePreference(context, { id: preference.id });
  await chooseSite(context, { origin: SHOP, connect: true });
  await forgetVendor(context, { origin: SHOP });
  const [forgotten, deleted] = await listChanges(context, { limit: 3 });
  expect(forgotten?.names).toEqual([{ kind: 'site', name: SHOP, wasChosen: true }]);
  expect(deleted?.names).toMatchObject([
    { kind: 'preference', preference: { key: 'shoe-size', value: '42', unit: 'EU' } },
  ]);
});

it('tells of a site that was forgotten whether it was connected or had stars', async () => {
  const context = testContext();
  for (const left of [{}, { connect: true }, { connect: true, stars: true }] as const) {
    await chooseSite(context, { origin: SHOP, connect: true, stars: true });
    await leaveSite(context, { origin: SHOP, ...left });
    await forgetVendor(context, { origin: SHOP });
    const [forgotten] = await listChanges(context, { limit: 1 });
    expect(forgotten?.names).toEqual([{ kind: 'site', name: SHOP, wasChosen: !('stars' in left) }]);
  }
});

it('names both things of two that are said not to be one', async () => {
  const context = testContext();
  const [one, other] = [
    await rateItem(context, { facts: film(1), given: stars(4) }),
    await rateItem(context, { facts: film(2), given: stars(4) }),
  ];
  await refuseJoin(context, { one: one.item.id, other: other.item.id });
  const [change] = await listChanges(context, { limit: 1 });
  expect(change?.label).toBe('refuse-join');
  expect(change?.names.map((named) => 'name' in named && named.name).toSorted()).toEqual(['Film 1', 'Film 2']);
});
