import { expect, it, vi } from 'vitest';
import { chooseSite } from '../../../src/app/choose-site.ts';
import type { AppContext } from '../../../src/app/context.ts';
import { listPreferences } from '../../../src/app/list-preferences.ts';
import { listRatings } from '../../../src/app/list-ratings.ts';
import { listVendors } from '../../../src/app/list-vendors.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import { watch } from '../../../src/app/watch.ts';
import { film, SHOP, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const countRatings = async (context: AppContext) =>
  (await listRatings(context, { sort: 'newest', offset: 0, limit: 10 })).rows.length;

it.each([
  ['ratings', countRatings, (context: AppContext) => rateItem(context, { facts: film(1), given: stars(4) })],
  [
    'vendors',
    async (context: AppContext) => (await listVendors(context)).length,
    (context: AppContext) => chooseSite(context, { origin: SHOP, connect: true }),
  ],
  [
    'preferences',
    async (context: AppContext) => (await listPreferences(context)).length,
    (context: AppContext) =>
      savePreference(context, { key: 'brand', value: 'Acme', strength: 'prefer', isPrivate: false }),
  ],
] as const)(
  'hears of %s that change although its own first question opened the database',
  async (_name, count, change) => {
    const context = testContext();
    const heard: number[] = [];
    const stop = watch(() => count(context))(
      (value) => heard.push(value),
      (thrown) => expect.fail(String(thrown)),
    );
    await vi.waitFor(() => expect(heard).toEqual([0]));
    await change(context);
    await vi.waitFor(() => expect(heard.at(-1)).toBe(1));
    stop();
  },
);
