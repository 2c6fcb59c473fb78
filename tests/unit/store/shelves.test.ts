import { describe, expect, it, vi } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { read } from '../../../src/store/read.ts';
import { readSpines } from '../../../src/store/read-spines.ts';
import { ratingsRevision } from '../../../src/store/revision.ts';
import { ratedShelf } from '../../../src/store/shelves.ts';
import { film, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

async function withFilms(count: number): Promise<TestContext> {
  const context = testContext();
  for (let number = 1; number <= count; number += 1) {
    await rateItem(context, { facts: film(number), given: stars(3) });
  }
  return context;
}

function shelfIn({ database }: TestContext) {
  return read(database, ratedShelf.tables, async () => ratedShelf.current(database, await ratingsRevision(database)));
}

async function namesOf(context: TestContext): Promise<string[] | undefined> {
  const shelf = await shelfIn(context);
  return shelf?.inOrder('name').map(({ name }) => name);
}

describe('ratedShelf.current', () => {
  it('is none before one was prepared', async () => {
    expect(await shelfIn(await withFilms(1))).toBeUndefined();
  });

  it('follows what is written, here and in another page, without reading all again', async () => {
    const context = await withFilms(3);
    await ratedShelf.prepare(context.database, 'name');
    const ranges = vi.spyOn(context.database.ratings, 'orderBy');
    const { item } = await rateItem(context.reopen(), { facts: film(4), given: stars(5) });
    expect(await namesOf(context)).toEqual(['Film 1', 'Film 2', 'Film 3', 'Film 4']);
    await editRating(context, { itemId: item.id, text: 'A word never used' });
    const shelf = await shelfIn(context);
    expect(shelf?.inOrder('time').filter(({ text }) => text.includes('never used'))).toHaveLength(1);
    const { journalId } = await deleteRating(context, { itemIds: [item.id] });
    expect(await namesOf(context)).toHaveLength(3);
    await undoChange(context, { journalId });
    expect(await namesOf(context)).toHaveLength(4);
    expect(ranges).not.toHaveBeenCalled();
  });

  it('is forgotten when the journal does not reach back to it', async () => {
    const context = await withFilms(2);
    await ratedShelf.prepare(context.database, 'name');
    await rateItem(context, { facts: film(3), given: stars(5) });
    await context.database.journal.clear();
    expect(await shelfIn(context)).toBeUndefined();
    await ratedShelf.prepare(context.database, 'name');
    expect(await namesOf(context)).toHaveLength(3);
  });

  it('is read once for all who wait for it, and catches up with what was written meanwhile', async () => {
    const context = await withFilms(3);
    const ranges = vi.spyOn(context.database.ratings, 'orderBy');
    const prepared = Promise.all([
      ratedShelf.prepare(context.database, 'name'),
      ratedShelf.prepare(context.database, 'value'),
    ]);
    await rateItem(context.reopen(), { facts: film(9), given: stars(1) });
    await prepared;
    expect(await namesOf(context)).toContain('Film 9');
    expect(ranges).toHaveBeenCalledOnce();
  });
});

describe('ratedShelf.renew', () => {
  it('reads in a transaction what the steps would have read', async () => {
    const context = await withFilms(3);
    const { database } = context;
    const shelf = await read(database, ratedShelf.tables, async () => ratedShelf.renew(database));
    expect(shelf.size).toBe(3);
    expect(await shelfIn(context)).toBe(shelf);
  });
});

describe('readSpines', () => {
  it('pairs ratings with their items, in ranges, and leaves out what is deleted or not rated', async () => {
    const context = await withFilms(1);
    const { database } = context;
    const [rating] = await database.ratings.toArray();
    const [item] = await database.items.toArray();
    const idOf = (n: number) => `0190${String(n).padStart(8, '0')}`;
    const numbers = Array.from({ length: 2_500 }, (_, n) => n);
    await database.items.bulkPut(numbers.map((n) => ({ ...item, id: idOf(n), name: String(n) }) as never));
    await database.ratings.bulkPut(
      numbers.filter((n) => n % 2 === 0).map((n) => ({ ...rating, itemId: idOf(n) }) as never),
    );
    await database.ratings.update(idOf(4) as never, { deletedAt: 'x' } as never);
    const names = (await readSpines(database)).map(({ name }) => name).filter((name) => name !== 'Film 1');
    expect(names).toEqual(numbers.filter((n) => n % 2 === 0 && n !== 4).map(String));
  });
});
