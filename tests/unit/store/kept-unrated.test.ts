import { describe, expect, it, vi } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { listUnratedIds } from '../../../src/app/list-unrated-ids.ts';
import { rateKnown } from '../../../src/app/rate-known.ts';
import { unratedRows } from '../../../src/app/unrated-rows.ts';
import { unratedParts } from '../../../src/store/drop-unrated.ts';
import { ratingsRevision } from '../../../src/store/revision.ts';
import type { UnratedRow } from '../../../src/store/rows.ts';
import { bring } from '../../support/bring.ts';
import { film, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

async function names(context: TestContext): Promise<string[]> {
  const { ids } = await listUnratedIds(context, { sort: 'name' });
  const { rows } = await unratedRows(context, { itemIds: ids });
  return rows.map(({ item }) => item.name);
}

async function parts({ database }: TestContext): Promise<UnratedRow[]> {
  return (await unratedParts(database).toArray()) as UnratedRow[];
}

/** Waits until what stands there now is kept. */
function kept(context: TestContext): Promise<void> {
  return vi.waitFor(async () => {
    expect((await parts(context))[0]?.changedAt).toBe(await ratingsRevision(context.database));
  });
}

/** A page that is opened later, and whether it reads all that there is. */
function laterPage(context: TestContext): { page: TestContext; hasReadAll: () => boolean } {
  const page = context.reopen();
  const keys = vi.spyOn(page.database.ratings, 'orderBy');
  return { page, hasReadAll: () => keys.mock.calls.length > 0 };
}

describe('what is kept of things without a mark', () => {
  it('is what the next page lists, which reads nothing else for it', async () => {
    const context = testContext();
    await bring(context, { facts: film(1), content: { text: 'Fog.' } }, { facts: film(2), wanted: {} });
    const first = laterPage(context);
    expect(await names(first.page)).toEqual(['Film 1', 'Film 2']);
    expect(first.hasReadAll()).toBe(true);
    await kept(context);
    const { page, hasReadAll } = laterPage(context);
    expect(await names(page)).toEqual(['Film 1', 'Film 2']);
    expect((await listUnratedIds(page, { sort: 'newest', search: 'fog' })).total).toBe(1);
    expect(hasReadAll()).toBe(false);
  });

  it('follows what was changed since, and is kept anew', async () => {
    const context = testContext();
    const [first] = await bring(context, { facts: film(1), content: {} }, { facts: film(2), content: {} });
    await names(context);
    await kept(context);
    await rateKnown(context.reopen(), { itemId: first!, given: stars(3) });
    await bring(context.reopen(), { facts: film(3), content: { liked: {} } });
    const { page, hasReadAll } = laterPage(context);
    expect(await names(page)).toEqual(['Film 2', 'Film 3']);
    expect(hasReadAll()).toBe(false);
    await kept(context);
  });

  it('is not used where nobody knows what was changed since, or a part is missing or of another shape', async () => {
    const context = testContext();
    const { database } = context;
    const facts = Array.from({ length: 2_300 }, (_, n) => ({ facts: film(n + 1), content: {} }));
    await bring(context, ...facts);
    expect(await names(context)).toHaveLength(2_300);
    await kept(context);
    expect((await parts(context)).map(({ spines }) => (JSON.parse(spines) as unknown[]).length)).toEqual([
      1_000, 1_000, 300,
    ]);
    for (const spoil of [
      async () => database.meta.delete('unrated 00001'),
      async () => database.meta.update('unrated 00002', { shape: 0 } as never),
      async () => {
        await bring(context, { facts: film(9_999), content: {} });
        await database.journal.clear();
      },
    ]) {
      await spoil();
      const { page, hasReadAll } = laterPage(context);
      const listed = await names(page);
      expect(hasReadAll()).toBe(true);
      expect(listed).toHaveLength(await database.items.count());
      await kept(context);
    }
  });

  it('is gone with the first thing that is deleted', async () => {
    const context = testContext();
    const [first] = await bring(
      context,
      { facts: film(1), content: { note: 'mine' } },
      { facts: film(2), content: {} },
    );
    await names(context);
    await kept(context);
    await deleteRating(context, { itemIds: [first!] });
    expect(await parts(context)).toEqual([]);
    expect(await names(context.reopen())).toEqual(['Film 2']);
  });
});
