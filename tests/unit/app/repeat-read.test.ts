import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AppContext } from '../../../src/app/context.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { readRatings } from '../../../src/app/read-ratings.ts';
import { revokeGrant } from '../../../src/app/revoke-grant.ts';
import { newGeneration } from '../../../src/store/generation.ts';
import { callId, give, RATINGS } from '../../support/granting.ts';
import { film, id, SHOP, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const QUERY = { identifiers: [id('imdb:tt0000001')] };

async function nameRead(context: AppContext): Promise<string[]> {
  const { rows } = await readRatings(context, { origin: SHOP, callId: callId(), query: QUERY });
  return rows.map(({ rating }) => `${rating.itemId.length > 0 ? 'Film 1' : ''} ${String(rating.value)}`);
}

/** One film, rated and given; read from the store, then from memory, so that the next read is a repeated one. */
async function readTwice() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const context = testContext();
  await rateItem(context, { facts: film(1), given: stars(4) });
  const grantId = await give(context, [RATINGS]);
  await nameRead(context);
  await nameRead(context);
  expect(await context.database.disclosures.count()).toBe(2);
  return { context, grantId, transactions: vi.spyOn(context.database, 'transaction') };
}

describe('a read that comes again', () => {
  it('is answered without the store while nothing changed, and counted in one line of the log', async () => {
    const { context, transactions } = await readTwice();
    expect(await nameRead(context)).toEqual(['Film 1 80']);
    expect(await nameRead(context)).toEqual(['Film 1 80']);
    expect(transactions).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(1_000);
    await vi.waitFor(async () => {
      expect(await context.database.disclosures.count()).toBe(3);
    });
    const [again] = await context.database.disclosures.filter((one) => one.again !== undefined).toArray();
    expect(again).toMatchObject({ origin: SHOP, records: [], again: { times: 2 } });
  });

  it('is refused at once after a revoke in this process', async () => {
    const { context, grantId } = await readTwice();
    await revokeGrant(context, { grantId });
    await expect(nameRead(context)).rejects.toMatchObject({ code: 'not-granted' });
  });

  it('is refused after a revoke elsewhere as soon as this process is told, or a quarter of a second has passed', async () => {
    const { context, grantId } = await readTwice();
    const elsewhere = context.reopen();
    await revokeGrant(elsewhere, { grantId });
    newGeneration();
    await expect(nameRead(context)).rejects.toMatchObject({ code: 'not-granted' });

    const again = await readTwice();
    const other = again.context.reopen();
    const { grants, grantChanges, meta } = other.database;
    // A write whose word was lost: straight into the database, where no event tells of it.
    await grantChanges.db.table('meta').put({ ...(await meta.get('clock')), key: 'clock', stamp: 'zzz' });
    expect(await grants.count()).toBe(1);
    again.context.clock.advance(250);
    again.transactions.mockClear();
    await nameRead(again.context);
    expect(again.transactions).toHaveBeenCalled();
  });

  it('gives what is rated now after a new rating', async () => {
    const { context } = await readTwice();
    await rateItem(context, { facts: film(1), given: stars(1) });
    expect(await nameRead(context)).toEqual(['Film 1 20']);
  });

  it('is read and written down in full again after a minute', async () => {
    const { context } = await readTwice();
    context.clock.advance(60_000);
    const before = await context.database.disclosures.count();
    await nameRead(context);
    const last = await context.database.disclosures.filter((one) => one.again === undefined).count();
    expect(last).toBe(before + 1);
  });
});
