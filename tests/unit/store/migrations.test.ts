import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openContext } from '../../../src/app/context.ts';
import { heldGrants } from '../../../src/app/held-grants.ts';
import { listRatings } from '../../../src/app/list-ratings.ts';
import { lookUpRatings } from '../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { readRatings } from '../../../src/app/read-ratings.ts';
import { originOf } from '../../../src/domain/origin.ts';
import { Database, DATABASE_VERSION } from '../../../src/store/database.ts';
import { V1_NATIVE_VERSION, V1_ROWS, V1_STORES } from '../../fixtures/databases/v1.ts';
import { V2_NATIVE_VERSION, V2_STORES } from '../../fixtures/databases/v2.ts';
import { callId } from '../../support/granting.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { buildOldDatabase, openRaw } from '../../support/old-database.ts';
import { film, id, stars } from '../../support/samples.ts';

const origin = originOf('https://cinema.example');

async function openOld() {
  const indexedDB = new IDBFactory();
  await buildOldDatabase(indexedDB, 'sayso', { nativeVersion: V1_NATIVE_VERSION, stores: V1_STORES, rows: V1_ROWS });
  const context = openContext({ session: 'now', indexedDB, IDBKeyRange });
  onTestFinished(() => {
    context.database.close();
  });
  return { ...context, indexedDB };
}

describe('a database of version 1', () => {
  it('opens today, and all of it is there', async () => {
    const context = await openOld();
    const page = await listRatings(context, { sort: 'newest', offset: 0, limit: 10 });
    expect(page).toMatchObject({ total: 1, rows: [{ item: { name: 'The Long Evening' }, rating: { value: 90 } }] });
    expect((await lookUpRatings(context, { things: [[id('imdb:tt0000001')]] }))[0]).toMatchObject({ earlierMarks: 1 });
    expect(await heldGrants(context, { origin })).toMatchObject([{ status: 'active' }]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('is written to and read by a vendor as before', async () => {
    const context = await openOld();
    await rateItem(context, { facts: film(1), given: stars(2) });
    const { rows } = await readRatings(context, { origin, callId: callId(), query: {} });
    expect(rows).toMatchObject([{ rating: { value: 40 }, fields: ['dateCreated'] }]);
    expect(await context.database.versions.count()).toBe(2);
    expect(await context.database.disclosures.count()).toBe(2);
  });

  it('has become one of today', async () => {
    const { database } = await openOld();
    await database.open();
    expect(database.backendDB().version).toBe(DATABASE_VERSION * 10);
  });
});

describe('a fresh database', () => {
  it('has the shape of the newest fixture, so that the next version can start from it', async () => {
    const indexedDB = new IDBFactory();
    const database = new Database('sayso', { indexedDB, IDBKeyRange });
    await database.open();
    database.close();
    const raw = await openRaw(indexedDB, 'sayso', undefined);
    const names = [...raw.objectStoreNames];
    const shape = Object.fromEntries(
      names.map((name) => {
        const store = raw.transaction(name).objectStore(name);
        const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath]);
        return [name, { key: store.keyPath, indexes: Object.fromEntries(indexes) as object }];
      }),
    );
    expect(raw.version).toBe(V2_NATIVE_VERSION);
    expect(shape).toEqual(V2_STORES);
    raw.close();
  });
});
