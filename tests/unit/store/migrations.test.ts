import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { castRequest } from '../../../src/app/cast-request.ts';
import { openContext } from '../../../src/app/context.ts';
import { heldGrants } from '../../../src/app/held-grants.ts';
import { intentionsForVendor } from '../../../src/app/intentions-for-vendor.ts';
import { listRatings } from '../../../src/app/list-ratings.ts';
import { lookUpRatings } from '../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { readRatings } from '../../../src/app/read-ratings.ts';
import { writeRequest } from '../../../src/app/write-request.ts';
import { originOf } from '../../../src/domain/origin.ts';
import { Database, DATABASE_VERSION } from '../../../src/store/database.ts';
import { V1_NATIVE_VERSION, V1_ROWS, V1_STORES } from '../../fixtures/databases/v1.ts';
import { V2_NATIVE_VERSION, V2_ROWS, V2_STORES } from '../../fixtures/databases/v2.ts';
import { V3_NATIVE_VERSION, V3_STORES } from '../../fixtures/databases/v3.ts';
import { callId } from '../../support/granting.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { buildOldDatabase, type OldShape, openRaw } from '../../support/old-database.ts';
import { DAY } from '../../support/request-samples.ts';
import { input } from '../../support/request-store.ts';
import { film, id, stars } from '../../support/samples.ts';

const origin = originOf('https://cinema.example');

const SHAPES: Readonly<Record<1 | 2, OldShape>> = {
  1: { nativeVersion: V1_NATIVE_VERSION, stores: V1_STORES, rows: V1_ROWS },
  2: { nativeVersion: V2_NATIVE_VERSION, stores: V2_STORES, rows: V2_ROWS },
};

async function openOld(version: 1 | 2) {
  const indexedDB = new IDBFactory();
  await buildOldDatabase(indexedDB, 'sayso', SHAPES[version]);
  const context = openContext({ session: 'now', indexedDB, IDBKeyRange });
  onTestFinished(() => {
    context.database.close();
  });
  return { ...context, indexedDB };
}

describe.each([1, 2] as const)('a database of version %i', (version) => {
  it('opens today, and all of it is there', async () => {
    const context = await openOld(version);
    const page = await listRatings(context, { sort: 'newest', offset: 0, limit: 10 });
    expect(page).toMatchObject({ total: 1, rows: [{ item: { name: 'The Long Evening' }, rating: { value: 90 } }] });
    expect((await lookUpRatings(context, { things: [[id('imdb:tt0000001')]] }))[0]).toMatchObject({ earlierMarks: 1 });
    expect(await heldGrants(context, { origin })).toMatchObject([{ status: 'active' }]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('is written to and read by a vendor as before', async () => {
    const context = await openOld(version);
    await rateItem(context, { facts: film(1), given: stars(2) });
    const { rows } = await readRatings(context, { origin, callId: callId(), query: {} });
    expect(rows).toMatchObject([{ rating: { value: 40 }, fields: ['dateCreated'] }]);
    expect(await context.database.versions.count()).toBe(2);
    expect(await context.database.disclosures.count()).toBe(2);
  });

  it('keeps every row as it was', async () => {
    const { database } = await openOld(version);
    for (const [table, rows] of Object.entries(SHAPES[version].rows)) {
      const now: unknown[] = await database.table(table).toArray();
      expect(now, table).toHaveLength(rows.length);
      expect(now, table).toEqual(expect.arrayContaining([...rows]));
    }
  });

  it('can hold a request for proposals', async () => {
    const context = await openOld(version);
    const { id } = await writeRequest(context, { request: input({ lapsesAtMs: Date.now() + DAY }) });
    expect(await castRequest(context, { id, to: [{ vendor: origin, channel: 'visit' }] })).toEqual({});
    expect(await intentionsForVendor(context, { origin })).toMatchObject([{ copy: { category: 'pushchair' } }]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('has become one of today', async () => {
    const { database } = await openOld(version);
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
    expect(raw.version).toBe(V3_NATIVE_VERSION);
    expect(shape).toEqual(V3_STORES);
    raw.close();
  });
});
