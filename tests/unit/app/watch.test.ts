import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listPreferences } from '../../../src/app/list-preferences.ts';
import { listRatings } from '../../../src/app/list-ratings.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import { watch } from '../../../src/app/watch.ts';
import { openRaw } from '../../support/old-database.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const wish = { key: 'diet', strength: 'prefer' as const, isPrivate: false };

describe('watch', () => {
  it('answers at once, and after every change from whichever page, until it is stopped', async () => {
    const context = testContext();
    const other = context.reopen();
    const heard: string[][] = [];
    const fail = vi.fn();
    const stop = watch(() => listPreferences(context))((values) => heard.push(values.map(({ value }) => value)), fail);
    onTestFinished(stop);
    await vi.waitFor(() => expect(heard).toEqual([[]]));
    await savePreference(other, { ...wish, value: 'vegan' });
    await vi.waitFor(() => expect(heard.at(-1)).toEqual(['vegan']));
    stop();
    await savePreference(other, { ...wish, value: 'halal' });
    expect(await listPreferences(context)).toHaveLength(2);
    expect(heard.at(-1)).toEqual(['vegan']);
    expect(fail).not.toHaveBeenCalled();
  });

  it('keeps a list equal to the store, from the index and from memory', async () => {
    const context = testContext();
    const totals: number[][] = [[], []];
    for (const [index, search] of ['', 'film'].entries()) {
      const query = { sort: 'newest' as const, offset: 0, limit: 5, search };
      onTestFinished(watch(() => listRatings(context, query))(({ total }) => totals[index]?.push(total), vi.fn()));
    }
    for (const number of [1, 2, 3]) {
      await rateItem(context, { facts: film(number), given: stars(3) });
      await vi.waitFor(() => expect(totals.map((seen) => seen.at(-1))).toEqual([number, number]));
    }
  });

  it('says so when the store can not be read', async () => {
    const context = testContext();
    (await openRaw(context.indexedDB, 'sayso', 30)).close();
    const failed = vi.fn();
    onTestFinished(watch(() => listPreferences(context))(vi.fn(), failed));
    await vi.waitFor(() =>
      expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: 'storage-unavailable' })),
    );
  });
});
