import { describe, expect, it, vi } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { type RatingsFor, readRatings } from '../../../src/app/read-ratings.ts';
import { revokeGrant } from '../../../src/app/revoke-grant.ts';
import type { AppContext } from '../../../src/app/context.ts';
import { momentOf, readMoment } from '../../../src/domain/moment.ts';
import { callId, give, RATINGS } from '../../support/granting.ts';
import { CINEMA, film, id, product, SHOP, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

async function rateFilms(context: AppContext, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const ratedAt = momentOf(Date.UTC(2020, 0, number));
    await rateItem(context, { facts: film(number), given: stars((number % 5) + 0.5), text: `Note ${number}`, ratedAt });
  }
}

function readAs(context: AppContext, query: RatingsFor = {}, origin = SHOP, call = callId()) {
  return readRatings(context, { origin, callId: call, query });
}

async function namesOf(page: ReturnType<typeof readRatings>): Promise<string[]> {
  return (await page).rows.map(({ item }) => item.name);
}

const denied = { code: 'not-granted' };
const imdb = (number: number) => id(`imdb:tt${String(number).padStart(7, '0')}`);

describe('readRatings', () => {
  it('gives nothing to whom nothing was given, and leaves no record', async () => {
    const context = testContext();
    await rateFilms(context, 1);
    await expect(readAs(context)).rejects.toMatchObject(denied);
    await give(context, [RATINGS]);
    await expect(readAs(context, {}, CINEMA)).rejects.toMatchObject(denied);
    await expect(readAs(context, { identifiers: [imdb(1)] }, CINEMA)).rejects.toMatchObject(denied);
    expect(await context.database.disclosures.count()).toBe(0);
  });

  it('gives ratings newest first, without what was not given, and writes each down', async () => {
    const context = testContext();
    await rateFilms(context, 3);
    const grantId = await give(context, [{ ...RATINGS, fields: ['dateCreated'] }]);
    const call = callId();

    const { rows, next } = await readAs(context, {}, SHOP, call);

    expect(rows.map(({ item }) => item.name)).toEqual(['Film 3', 'Film 2', 'Film 1']);
    expect(rows.map(({ fields }) => fields)).toEqual([['dateCreated'], ['dateCreated'], ['dateCreated']]);
    expect(rows.some(({ rating }) => 'text' in rating)).toBe(false);
    expect(next).toBeUndefined();
    expect(await context.database.disclosures.toArray()).toEqual([
      {
        id: call,
        grantId,
        origin: SHOP,
        call: 'ratings',
        atMs: context.clock.nowMs(),
        fields: ['dateCreated'],
        records: [
          { id: rows[0]?.item.id, name: 'Film 3', said: '3.5 / 5' },
          { id: rows[1]?.item.id, name: 'Film 2', said: '2.5 / 5' },
          { id: rows[2]?.item.id, name: 'Film 1', said: '1.5 / 5' },
        ],
      },
    ]);
  });

  it('gives what the identifiers name, in their order, each once, cold and warm alike', async () => {
    const context = testContext();
    await rateFilms(context, 3);
    await give(context, [RATINGS]);
    const query = { identifiers: [imdb(2), imdb(9), undefined, imdb(1), imdb(2)] };

    expect(await namesOf(readAs(context, query))).toEqual(['Film 2', 'Film 1']);
    const bulkGet = vi.spyOn(context.database.identifiers, 'bulkGet');
    expect(await namesOf(readAs(context, query))).toEqual(['Film 2', 'Film 1']);
    expect(bulkGet).not.toHaveBeenCalled();
    expect(await context.database.disclosures.count()).toBe(2);
  });

  it('is cold again after any change, and after a revoke gives nothing, in every context', async () => {
    const context = testContext();
    await rateFilms(context, 1);
    const grantId = await give(context, [RATINGS]);
    const query = { identifiers: [imdb(1)] };
    const other = context.reopen();
    await readAs(context, query);
    await rateItem(other, { facts: film(1), given: stars(5) });
    const [row] = (await readAs(context, query)).rows;
    expect(row?.rating.value).toBe(100);

    await revokeGrant(other, { grantId });

    await expect(readAs(context, query)).rejects.toMatchObject(denied);
    await expect(readAs(context)).rejects.toMatchObject(denied);
  });

  it('follows pages to the end, however many there are meanwhile', async () => {
    const context = testContext();
    await rateFilms(context, 5);
    await give(context, [RATINGS]);

    const first = await readAs(context, { limit: 2 });
    await rateItem(context, { facts: film(99), given: stars(5) });
    const second = await readAs(context, { limit: 2, cursor: first.next });
    const third = await readAs(context, { limit: 2, cursor: second.next });

    const names = [first, second, third].flatMap(({ rows }) => rows.map(({ item }) => item.name));
    expect(names).toEqual(['Film 5', 'Film 4', 'Film 3', 'Film 2', 'Film 1']);
    expect(third.next).toBeUndefined();
  });

  it('cuts a look-up of identifiers into pages, too', async () => {
    const context = testContext();
    await rateFilms(context, 3);
    await give(context, [RATINGS]);
    const query = { identifiers: [imdb(3), imdb(1), imdb(2)], limit: 2 };
    const first = await readAs(context, query);
    const second = await readAs(context, { ...query, cursor: first.next });
    expect(first.rows.map(({ item }) => item.name)).toEqual(['Film 3', 'Film 1']);
    expect(second.rows.map(({ item }) => item.name)).toEqual(['Film 2']);
    expect(second.next).toBeUndefined();
  });

  it('refuses a cursor of another origin, another query or none at all', async () => {
    const context = testContext();
    await rateFilms(context, 3);
    await give(context, [RATINGS]);
    await give(context, [RATINGS], { origin: CINEMA });
    const { next } = await readAs(context, { limit: 1 });
    const bad = { code: 'bad-request' };

    await expect(readAs(context, { limit: 1, cursor: next }, CINEMA)).rejects.toMatchObject(bad);
    await expect(readAs(context, { limit: 1, cursor: next, kinds: ['Book'] })).rejects.toMatchObject(bad);
    await expect(
      readAs(context, { cursor: `${next?.startsWith('A') ? 'B' : 'A'}${next?.slice(1)}` }),
    ).rejects.toMatchObject(bad);
    for (const cursor of ['', 'x', '*', 'A'.repeat(500)]) {
      await expect(readAs(context, { cursor })).rejects.toMatchObject(bad);
    }
    await expect(readAs(context, { limit: 2, cursor: next })).resolves.toMatchObject({ rows: [{}, {}] });
  });

  it('has cursors that fit the wire and are all of one length', async () => {
    const context = testContext();
    await rateFilms(context, 3);
    await rateItem(context, { facts: film(7), given: stars(2), ratedAt: readMoment('2030')! });
    await give(context, [RATINGS]);
    const first = await readAs(context, { limit: 1 });
    const second = await readAs(context, { limit: 1, cursor: first.next });
    expect(first.next?.length).toBe(second.next?.length);
    expect(first.next!.length).toBeLessThanOrEqual(500);
  });

  it('keeps to kinds, dates and marks of the scope and of the query', async () => {
    const context = testContext();
    await rateFilms(context, 9);
    await rateItem(context, { facts: product('Kettle', 'sku:shop.example/1'), given: stars(5) });
    await give(context, [
      { ...RATINGS, kinds: ['Movie'], filter: { since: '2020-01-03', until: '2020-01-09', min: 40 } },
    ]);

    expect(await namesOf(readAs(context))).toEqual(['Film 8', 'Film 7', 'Film 4', 'Film 3']);
    expect(await namesOf(readAs(context, { since: '2020-01-07' }))).toEqual(['Film 8', 'Film 7']);
    expect(await namesOf(readAs(context, { since: '2019-01-01' }))).toEqual(['Film 8', 'Film 7', 'Film 4', 'Film 3']);
    expect(await namesOf(readAs(context, { kinds: ['Product'] }))).toEqual([]);
    expect(await namesOf(readAs(context, { kinds: [] }))).toEqual([]);
    expect(await namesOf(readAs(context, { identifiers: [imdb(1), imdb(7), id('sku:shop.example/1')] }))).toEqual([
      'Film 7',
    ]);
  });

  it('gives each record only the fields of the needs that cover it', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4), text: 'About a film' });
    context.clock.advance(1);
    await rateItem(context, {
      facts: product('Kettle', 'sku:shop.example/1'),
      given: stars(5),
      text: 'About a kettle',
    });
    await give(context, [RATINGS, { ...RATINGS, kinds: ['Movie'], fields: ['reviewBody'] }]);

    const { rows } = await readAs(context);

    expect(rows.map(({ item, rating, fields }) => [item.name, rating.text, fields])).toEqual([
      ['Kettle', undefined, []],
      ['Film 1', 'About a film', ['reviewBody']],
    ]);
  });

  it('writes down only the fields that a record had', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(4), text: 'About a film' });
    await rateItem(context, { facts: film(2), given: stars(3), tags: ['slow'] });
    await give(context, [{ ...RATINGS, fields: ['reviewBody', 'keywords', 'reviewAspect', 'dateCreated'] }]);
    await readAs(context, { identifiers: [imdb(2)] });
    context.clock.advance(1);
    await readAs(context, { identifiers: [imdb(1)] });
    const logged = await context.database.disclosures.toArray();
    logged.sort((left, right) => left.atMs - right.atMs);
    expect(logged.map(({ fields }) => fields.toSorted())).toEqual([
      ['dateCreated', 'keywords'],
      ['dateCreated', 'reviewBody'],
    ]);
  });

  it('goes through a bounded number of ratings a call', async () => {
    const context = testContext();
    const stamp = '00000000000000000000000';
    const many = Array.from({ length: 2_600 }, (_, index) => ({
      itemId: `item-${String(index).padStart(5, '0')}`,
      kind: 'Book',
      value: index === 0 ? 90 : 10,
      given: { value: 1, best: 10, worst: 1 },
      ratedAt: '2020-01-01',
      source: 'person',
      createdAt: stamp,
      updatedAt: stamp,
    }));
    await context.database.table('ratings').bulkAdd(many);
    await context.database.table('items').bulkAdd(
      many.map(({ itemId }) => ({
        id: itemId,
        kind: 'Book',
        name: itemId,
        identifiers: [],
        createdAt: stamp,
        updatedAt: stamp,
      })),
    );
    await give(context, [{ ...RATINGS, filter: { min: 50 } }]);

    const first = await readAs(context);
    const second = await readAs(context, { cursor: first.next });

    expect(first.rows).toEqual([]);
    expect(second.rows.map(({ item }) => item.name)).toEqual(['item-00000']);
    expect(second.next).toBeUndefined();
  });

  it('refuses more identifiers than a page holds', async () => {
    const context = testContext();
    await give(context, [RATINGS]);
    await expect(readAs(context, { identifiers: Array.from({ length: 501 }, () => imdb(1)) })).rejects.toMatchObject({
      code: 'too-much',
    });
  });

  describe('just this once', () => {
    it('serves one read to its end, then no other', async () => {
      const context = testContext();
      await rateFilms(context, 3);
      await give(context, [RATINGS], { duration: 'once' });
      const first = await readAs(context, { limit: 2 });
      const second = await readAs(context, { limit: 2, cursor: first.next });
      expect(second.rows.map(({ item }) => item.name)).toEqual(['Film 1']);
      await expect(readAs(context)).rejects.toMatchObject(denied);
      await expect(readAs(context, { identifiers: [imdb(1)] })).rejects.toMatchObject(denied);
    });

    it('serves its pages for an hour, and not after a revoke', async () => {
      const context = testContext();
      await rateFilms(context, 3);
      const grantId = await give(context, [RATINGS], { duration: 'once' });
      const { next } = await readAs(context, { limit: 1 });
      context.clock.advance(3_599_999);
      await expect(readAs(context, { limit: 1, cursor: next })).resolves.toBeDefined();
      context.clock.advance(1);
      await expect(readAs(context, { limit: 1, cursor: next })).rejects.toMatchObject(denied);
      context.clock.advance(-10_000);
      await revokeGrant(context, { grantId });
      await expect(readAs(context, { limit: 1, cursor: next })).rejects.toMatchObject(denied);
    });

    it('answers a call whose answer got lost once more, with the same and nothing else', async () => {
      const context = testContext();
      await rateFilms(context, 2);
      await give(context, [RATINGS], { duration: 'once' });
      const call = callId();
      const first = await readAs(context, {}, SHOP, call);
      expect(await readAs(context.reopen(), {}, SHOP, call)).toEqual(first);
      await expect(readAs(context, { kinds: ['Book'] }, SHOP, call)).rejects.toMatchObject(denied);
      await rateFilms(context, 3);
      await expect(readAs(context, {}, SHOP, call)).rejects.toMatchObject(denied);
      expect(await context.database.disclosures.count()).toBe(1);
    });

    it('is spent by a read of nothing', async () => {
      const context = testContext();
      await give(context, [RATINGS], { duration: 'once' });
      expect(await namesOf(readAs(context))).toEqual([]);
      await expect(readAs(context)).rejects.toMatchObject(denied);
      expect(await context.database.disclosures.count()).toBe(1);
    });
  });

  describe('the record of a read', () => {
    it('is one for a call that is repeated, and another for a call that reads something else', async () => {
      const context = testContext();
      await rateFilms(context, 2);
      await give(context, [RATINGS]);
      const call = callId();
      await readAs(context, {}, SHOP, call);
      await readAs(context, {}, SHOP, call);
      expect(await context.database.disclosures.count()).toBe(1);
      await readAs(context, { identifiers: [imdb(1)] }, SHOP, call);
      expect(await context.database.disclosures.count()).toBe(2);
      context.clock.advance(600_000);
      await readAs(context, {}, SHOP, call);
      expect(await context.database.disclosures.count()).toBe(3);
    });

    it("does not let one origin hide behind another's call", async () => {
      const context = testContext();
      await rateFilms(context, 1);
      await give(context, [RATINGS]);
      await give(context, [RATINGS], { origin: CINEMA });
      const call = callId();
      await readAs(context, {}, SHOP, call);
      await readAs(context, {}, CINEMA, call);
      expect((await context.database.disclosures.toArray()).map(({ origin }) => origin).sort()).toEqual(
        [CINEMA, SHOP].sort(),
      );
    });

    it('is one a minute for reads of nothing', async () => {
      const context = testContext();
      await give(context, [RATINGS]);
      await readAs(context);
      await readAs(context);
      expect(await context.database.disclosures.count()).toBe(1);
      context.clock.advance(60_000);
      await readAs(context);
      expect(await context.database.disclosures.count()).toBe(2);
    });

    it('is one for each grant that was read under', async () => {
      const context = testContext();
      await rateItem(context, { facts: film(1), given: stars(4) });
      await rateItem(context, { facts: product('Kettle', 'sku:shop.example/1'), given: stars(5) });
      const films = await give(context, [{ ...RATINGS, kinds: ['Movie'] }], { askId: 'films', duration: 'month' });
      const all = await give(context, [{ ...RATINGS, kinds: ['Product'] }], { askId: 'products' });
      await readAs(context);
      const disclosures = await context.database.disclosures.toArray();
      const read = Object.fromEntries(
        disclosures.map(({ grantId, records }) => [grantId, records.map(({ name }) => name)]),
      );
      expect(read).toEqual({ [films]: ['Film 1'], [all]: ['Kettle'] });
    });
  });

  it('keeps back what was kept back, under whatever name it goes since', async () => {
    const context = testContext();
    const older = await rateItem(context, { facts: product('Old', 'sku:one.example/1'), given: stars(1) });
    const kept = await rateItem(context, { facts: product('Kept back', 'gtin:04006381333931'), given: stars(2) });
    await give(context, [RATINGS], { scope: [{ ...RATINGS, without: [kept.item.id] }] });
    expect(await namesOf(readAs(context))).toEqual(['Old']);

    const merged = await rateItem(context, {
      facts: product('Both', 'gtin:04006381333931', 'sku:one.example/1'),
      given: stars(3),
    });

    expect(merged.item.id).toBe(older.item.id);
    expect(await namesOf(readAs(context))).toEqual([]);
    await deleteRating(context, { itemIds: [merged.item.id] });
    expect(await namesOf(readAs(context))).toEqual([]);
  });
});
