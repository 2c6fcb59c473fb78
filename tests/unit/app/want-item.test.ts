import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { listWanted } from '../../../src/app/list-wanted.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { runImport } from '../../../src/app/run-import.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import { wantItem } from '../../../src/app/want-item.ts';
import { wantedItem } from '../../../src/app/wanted-item.ts';
import { newRecordId } from '../../../src/domain/ids.ts';
import { gathered } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { film, id, product, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

describe('wantItem', () => {
  it('puts a thing of a page on the watch-list, once, and an undo takes it off', async () => {
    const context = testContext();
    const first = await wantItem(context, { facts: film(1) });
    context.clock.advance(1_000);
    const again = await wantItem(context, { facts: film(1) });
    expect(again.intention).toEqual(first.intention);
    expect(await listWanted(context, { limit: 10 })).toMatchObject({
      total: 1,
      wanted: [{ item: { id: first.item.id }, intention: { source: 'person', wantedAt: '2026-01-02T03:04:05.000Z' } }],
    });
    expect((await listChanges(context, { limit: 10 })).map(({ label }) => label)).toEqual(['want-item']);
    expect(again.journalId).toBeUndefined();
    await undoChange(context, { journalId: first.journalId! });
    expect(await listWanted(context, { limit: 10 })).toEqual({ total: 0, wanted: [] });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('wants what is rated already as the thing it is', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
    const wanted = await wantItem(context, { facts: film(1) });
    expect(wanted.item.id).toBe(item.id);
    expect(await wantedItem(context, { itemId: item.id })).toMatchObject({ intention: { id: wanted.intention.id } });
  });

  it('is done again upon what stands when the import beneath it is undone', async () => {
    const context = testContext();
    const things = gathered('imdb', [{ name: 'Heat', names: ['imdb:tt0113277'], marks: [[8, '2019']] }]);
    await runImport(context, { things, files: [], rows: 1, skipped: 0, winner: 'newer' });
    context.clock.advance(1_000);
    const facts = { kind: 'Movie', name: 'Heat', identifiers: [id('imdb:tt0113277')] } as const;
    const { item } = await wantItem(context, { facts });
    const [imported] = await listImports(context, { limit: 1 });
    context.clock.advance(1_000);
    await undoWithLater(context, { journalId: imported!.undoId! });
    expect(await brokenInvariants(context.database)).toEqual([]);
    const { wanted } = await listWanted(context, { limit: 10 });
    expect(wanted.map(({ item: { name } }) => name)).toEqual([item.name]);
  });
});

describe('listWanted', () => {
  it('has the newest first, finds by name, maker and brand, and no more than asked for', async () => {
    const context = testContext();
    const facts = [
      film(1, { name: 'Metropolis', creators: ['Fritz Lang'] }),
      { ...product('Iron pan'), brand: 'Brenner' },
      film(2, { name: 'M', creators: ['Fritz Lang'] }),
    ];
    for (const one of facts) {
      context.clock.advance(60_000);
      await wantItem(context, { facts: one });
    }
    const names = async (search: string, limit = 10) => {
      const { wanted, total } = await listWanted(context, { search, limit });
      return [total, ...wanted.map(({ item }) => item.name)];
    };
    expect(await names('')).toEqual([3, 'M', 'Iron pan', 'Metropolis']);
    expect(await names('', 1)).toEqual([3, 'M']);
    expect(await names('LANG fritz')).toEqual([2, 'M', 'Metropolis']);
    expect(await names('brénner')).toEqual([1, 'Iron pan']);
    expect(await names('nothing')).toEqual([0]);
  });

  it('leaves out what was deleted', async () => {
    const context = testContext();
    const { item } = await wantItem(context, { facts: film(1) });
    await deleteRating(context, { itemIds: [item.id] });
    expect(await listWanted(context, { limit: 10 })).toEqual({ total: 0, wanted: [] });
    await expect(wantedItem(context, { itemId: item.id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(wantedItem(context, { itemId: newRecordId(0) })).rejects.toMatchObject({ code: 'not-found' });
  });
});
