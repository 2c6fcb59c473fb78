import { describe, expect, it, vi } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { rateKnown } from '../../../src/app/rate-known.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import type { SourceRecordId } from '../../../src/domain/source-record.ts';
import { read } from '../../../src/store/read.ts';
import { readUnrated } from '../../../src/store/read-unrated.ts';
import { ratingsRevision } from '../../../src/store/revision.ts';
import { unratedShelf } from '../../../src/store/shelves.ts';
import { bring } from '../../support/bring.ts';
import { film, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

async function namesOf({ database }: TestContext): Promise<string[] | undefined> {
  const shelf = await read(database, unratedShelf.tables, async () =>
    unratedShelf.current(database, await ratingsRevision(database)),
  );
  return shelf?.inOrder('name').map(({ name }) => name);
}

describe('readUnrated', () => {
  it('finds what is not rated in every range, with all that belongs to it', async () => {
    const context = testContext();
    const { database } = context;
    await rateItem(context, { facts: film(1), given: stars(3) });
    await bring(context, { facts: film(2), content: {}, wanted: {} });
    const [rating] = await database.ratings.toArray();
    const item = (await database.items.toArray()).find(({ name }) => name === 'Film 2');
    const [record] = await database.sourceRecords.toArray();
    const idOf = (n: number) => `0190${String(n).padStart(8, '0')}`;
    const numbers = Array.from({ length: 4_500 }, (_, n) => n);
    await database.items.bulkPut(numbers.map((n) => ({ ...item, id: idOf(n), name: String(n) }) as never));
    await database.items.update(idOf(11) as never, { deletedAt: 'x' });
    const rated = numbers.filter((n) => n % 2 === 0);
    await database.ratings.bulkPut(rated.map((n) => ({ ...rating, itemId: idOf(n) }) as never));
    await database.ratings.put({ itemId: idOf(4), deletedAt: 'x', createdAt: 'x', updatedAt: 'x' } as never);
    const said = numbers.filter((n) => n % 5 !== 0);
    await database.sourceRecords.bulkPut(
      said.map((n) => ({ ...record, id: `imdb ${String(n)}` as SourceRecordId, itemId: idOf(n) }) as never),
    );
    const names = (await readUnrated(database)).map(({ name }) => name).filter((name) => name !== 'Film 2');
    expect(names).toEqual(said.filter((n) => (n % 2 === 1 || n === 4) && n !== 11).map(String));
  });

  it('reads nothing of what sources say where all is rated', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(3) });
    await bring(context, { facts: film(1), content: { liked: {} } });
    const asked = vi.spyOn(context.database.sourceRecords, 'where');
    expect(await readUnrated(context.database)).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
    await deleteRating(context, { itemIds: [item.id] });
    expect(await readUnrated(context.database)).toEqual([]);
  });
});

describe('unratedShelf', () => {
  it('follows what is brought, rated, and taken back, without reading all again', async () => {
    const context = testContext();
    const { database } = context;
    const [first] = await bring(context, { facts: film(1), content: { liked: {} } });
    await unratedShelf.prepare(database, 'name');
    const ranges = vi.spyOn(database.items, 'orderBy');
    await bring(context.reopen(), { facts: film(2), wanted: {} }, { facts: film(3), content: {} });
    expect(await namesOf(context)).toEqual(['Film 1', 'Film 2', 'Film 3']);
    const { journalId } = await rateKnown(context, { itemId: first!, given: stars(2) });
    expect(await namesOf(context)).toEqual(['Film 2', 'Film 3']);
    await undoChange(context, { journalId });
    expect(await namesOf(context)).toEqual(['Film 1', 'Film 2', 'Film 3']);
    expect(ranges).not.toHaveBeenCalled();
  });

  it('follows what becomes of an intention and a source alone', async () => {
    const context = testContext();
    const { database } = context;
    const [first] = await bring(context, { facts: film(1), content: {} });
    await unratedShelf.prepare(database, 'time');
    await bring(context, { facts: film(1), source: 'imdb', wanted: {} });
    const shelf = await read(database, unratedShelf.tables, async () =>
      unratedShelf.current(database, await ratingsRevision(database)),
    );
    expect(shelf?.inOrder('time')).toEqual([
      expect.objectContaining({ itemId: first, traces: ['wanted'], sources: ['imdb', 'letterboxd'] }),
    ]);
  });
});
