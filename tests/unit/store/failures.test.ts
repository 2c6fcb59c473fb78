import { Dexie } from 'dexie';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { listRatings } from '../../../src/app/list-ratings.ts';
import { lookUpRatings } from '../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { readRatings } from '../../../src/app/read-ratings.ts';
import { revokeGrant } from '../../../src/app/revoke-grant.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { Database } from '../../../src/store/database.ts';
import { translateFailure } from '../../../src/store/failure.ts';
import { read } from '../../../src/store/read.ts';
import { revision } from '../../../src/store/revision.ts';
import { DATABASE_VERSION } from '../../../src/store/database.ts';
import { write } from '../../../src/store/write.ts';
import { callId, give, RATINGS } from '../../support/granting.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { openRaw } from '../../support/old-database.ts';
import { film, id, SHOP, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const full = { code: 'storage-full' };
const unavailable = { code: 'storage-unavailable' };

/** Everything there is, as one text. */
async function everything({ database }: Pick<TestContext, 'database'>): Promise<string> {
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]));
  return JSON.stringify(tables);
}

/** From the given write on, counted from now, the disk is full. */
function fillDiskAfter(writes: number): void {
  let left = writes;
  for (const method of ['put', 'add'] as const) {
    const original = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
      left -= 1;
      if (left < 0) {
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      }
      return original.apply(this, args);
    });
  }
}

describe('threat 28: a full disk', () => {
  it('is told, and nothing of the change is there, wherever it happens', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    const before = await everything(context);
    let writes = 0;
    for (; ; writes += 1) {
      fillDiskAfter(writes);
      const outcome = await rateItem(context, { facts: film(1, { genres: ['Drama'] }), given: stars(5) }).catch(
        (thrown: unknown) => thrown,
      );
      vi.restoreAllMocks();
      if (!(outcome instanceof Error)) {
        break;
      }
      expect(outcome).toMatchObject(full);
      expect(await everything(context)).toBe(before);
    }
    // Clock, item, version, rating, counts, journal: each of them was the one that failed.
    expect(writes).toBeGreaterThanOrEqual(6);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('gives a vendor nothing, since its read could not be written down', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    await give(context, [RATINGS], { duration: 'once' });
    const before = await everything(context);
    for (let writes = 0; writes < 3; writes += 1) {
      fillDiskAfter(writes);
      await expect(readRatings(context, { origin: SHOP, callId: callId(), query: {} })).rejects.toMatchObject(full);
      vi.restoreAllMocks();
      expect(await everything(context)).toBe(before);
    }
    await expect(readRatings(context, { origin: SHOP, callId: callId(), query: {} })).resolves.toMatchObject({
      rows: [{}],
    });
  });

  it('gives a vendor nothing from memory either', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    await give(context, [RATINGS]);
    const query = { identifiers: [id('imdb:tt0000001')] };
    await readRatings(context, { origin: SHOP, callId: callId(), query });
    fillDiskAfter(0);
    await expect(readRatings(context, { origin: SHOP, callId: callId(), query })).rejects.toMatchObject(full);
    vi.restoreAllMocks();
    expect(await context.database.disclosures.count()).toBe(1);
  });

  it('leaves nothing behind: the next call opens the database anew, since the old connection may be of no use', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    const connection = context.database.backendDB();
    fillDiskAfter(0);
    await expect(rateItem(context, { facts: film(1), given: stars(5) })).rejects.toMatchObject(full);
    vi.restoreAllMocks();
    await rateItem(context, { facts: film(1), given: stars(4) });
    expect(context.database.backendDB()).not.toBe(connection);
  });

  it('can refuse the flush after a revoke, which stands none the less', async () => {
    const context = testContext();
    const grantId = await give(context, [RATINGS]);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    fillDiskAfter(2); // the clock and the change
    await revokeGrant(context, { grantId });
    expect(warn).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
    expect(await context.database.grantChanges.count()).toBe(1);
  });
});

describe('threat 28: a database of a later version', () => {
  it('is neither read nor written', async () => {
    const context = testContext();
    const later = await openRaw(context.indexedDB, 'sayso', 1_000, (raw) => {
      raw.createObjectStore('ratings', { keyPath: 'itemId' }).add({ itemId: 'from the future' });
    });
    later.close();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(listRatings(context, { sort: 'newest', offset: 0, limit: 1 })).rejects.toMatchObject(unavailable);
      await expect(rateItem(context, { facts: film(1), given: stars(3) })).rejects.toMatchObject(unavailable);
    }
    const untouched = await openRaw(context.indexedDB, 'sayso', undefined);
    expect(untouched.version).toBe(1_000);
    expect([...untouched.objectStoreNames]).toEqual(['ratings']);
    untouched.close();
  });
});

describe('threat 28: a database of this version, in a shape that Dexie has patched', () => {
  it('is opened, with what is in it', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    context.database.close();
    const patched = await openRaw(context.indexedDB, 'sayso', 10 * DATABASE_VERSION + 1);
    patched.close();
    const again = context.reopen();
    await expect(listRatings(again, { sort: 'newest', offset: 0, limit: 1 })).resolves.toMatchObject({ total: 1 });
  });
});

describe('threat 28: a blocked database', () => {
  it('is told rather than waited for, and works once nothing blocks it', async () => {
    const context = testContext();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const old = await openRaw(context.indexedDB, 'sayso', 1);
    await expect(lookUpRatings(context, { things: [] })).rejects.toMatchObject(unavailable);
    old.close();
    await vi.waitFor(async () => {
      await expect(lookUpRatings(context, { things: [[]] })).resolves.toEqual([undefined]);
    });
  });
});

describe('threat 28: a blocked database, and others who wait for it', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is told to each of them, though the browser tells only the first', async () => {
    const context = testContext();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const old = await openRaw(context.indexedDB, 'sayso', 1);
    onTestFinished(() => {
      old.close();
    });
    await expect(lookUpRatings(context, { things: [] })).rejects.toMatchObject(unavailable);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const later = lookUpRatings(context, { things: [] });
    const told = expect(later).rejects.toMatchObject(unavailable);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    await vi.advanceTimersByTimeAsync(10_000);
    await told;
  });
});

describe('threat 28: a database that goes away', () => {
  it('in the middle of a write leaves nothing half-done', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    const { database } = context;
    const writing = write(database, { tables: ['preferences'], nowMs: 0 }, async (writer) => {
      const at = { createdAt: writer.stamp, updatedAt: writer.stamp };
      const base = { key: 'diet', value: 'x', strength: 'prefer', isPrivate: false } as const;
      await writer.put('preferences', { ...base, ...at, id: callId() });
      Dexie.currentTransaction.idbtrans.abort();
      await writer.put('preferences', { ...base, ...at, id: callId() });
    });
    await expect(writing).rejects.toMatchObject(unavailable);
    expect(await database.preferences.count()).toBe(0);
    expect(await brokenInvariants(database)).toEqual([]);
  });

  it('is opened again by the next call', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    context.database.close();
    expect(await lookUpRatings(context, { things: [[id('imdb:tt0000001')]] })).toMatchObject([
      { rating: { value: 60 } },
    ]);
  });

  it('is another, empty one when the browser has deleted it', async () => {
    const context = testContext();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await rateItem(context, { facts: film(1), given: stars(3) });
    await give(context, [RATINGS]);
    await readRatings(context, { origin: SHOP, callId: callId(), query: { identifiers: [id('imdb:tt0000001')] } });
    await new Promise((resolve, reject) => {
      const request = context.indexedDB.deleteDatabase('sayso');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    await expect(
      readRatings(context, { origin: SHOP, callId: callId(), query: { identifiers: [id('imdb:tt0000001')] } }),
    ).rejects.toMatchObject({ code: 'not-granted' });
    expect(await revision(context.database)).toBe('');
  });

  it('is told when there is no database at all', async () => {
    const database = new Database('sayso', { indexedDB: undefined as unknown as IDBFactory });
    onTestFinished(() => {
      database.close();
    });
    await expect(read(database, ['meta'], () => database.meta.count())).rejects.toMatchObject(unavailable);
  });
});

describe('translateFailure', () => {
  it.each([
    [new DOMException('', 'QuotaExceededError'), 'storage-full'],
    [{ name: 'AbortError', inner: { name: 'QuotaExceededError' } }, 'storage-full'],
    [{ name: 'BulkError', failures: [{ name: 'QuotaExceededError' }] }, 'storage-full'],
    [{ name: 'DatabaseClosedError', inner: { name: 'VersionError' } }, 'storage-unavailable'],
    [{ name: 'OpenFailedError' }, 'storage-unavailable'],
    [new DOMException('', 'UnknownError'), 'storage-unavailable'],
    [{ name: 'AbortError', inner: new AppError('conflict', '') }, 'conflict'],
  ])('makes of %s %s', (thrown, code) => {
    expect(translateFailure(thrown)).toMatchObject({ name: 'AppError', code });
  });

  it.each([[new TypeError('a bug')], [{ name: 'ConstraintError' }], ['text'], [undefined], [null]])(
    'leaves %s as it is',
    (thrown) => {
      expect(translateFailure(thrown)).toBe(thrown);
    },
  );

  it('ends where causes go round', () => {
    const round: { name: string; cause?: unknown } = { name: 'Round' };
    round.cause = round;
    expect(translateFailure(round)).toBe(round);
  });
});
