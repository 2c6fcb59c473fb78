import { describe, expect, it } from 'vitest';
import { blockVendor } from '../../../src/app/block-vendor.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { findVendor } from '../../../src/app/find-vendor.ts';
import { forgetVendor } from '../../../src/app/forget-vendor.ts';
import { heldGrants } from '../../../src/app/held-grants.ts';
import { leaveSite } from '../../../src/app/leave-site.ts';
import { listVendors } from '../../../src/app/list-vendors.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { readPreferences } from '../../../src/app/read-preferences.ts';
import { readRatings } from '../../../src/app/read-ratings.ts';
import { revokeGrant } from '../../../src/app/revoke-grant.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import { shortenGrant } from '../../../src/app/shorten-grant.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { vendorLog } from '../../../src/app/vendor-log.ts';
import { withdrawGrant } from '../../../src/app/withdraw-grant.ts';
import { newRecordId, type RecordId } from '../../../src/domain/ids.ts';
import { callId, decline, give, PREFERENCES, RATINGS } from '../../support/granting.ts';
import { CINEMA, film, SHOP, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const read = (context: ReturnType<typeof testContext>, origin = SHOP) =>
  readRatings(context, { origin, callId: callId(), query: {} });

describe('a site', () => {
  it('is what the person chose, one thing at a time', async () => {
    const context = testContext();
    expect(await findVendor(context, { origin: SHOP })).toBeUndefined();
    await chooseSite(context, { origin: SHOP, stars: true });
    await chooseSite(context, { origin: SHOP, connect: true });
    expect(await findVendor(context, { origin: SHOP })).toMatchObject({
      isConnected: true,
      hasStars: true,
      isBlocked: false,
    });
    const { vendor } = await leaveSite(context, { origin: SHOP, stars: true });
    expect(vendor).toMatchObject({ isConnected: true, hasStars: false });
  });

  it('holds nothing any more once it is left, nor when it is chosen again', async () => {
    const context = testContext();
    await give(context, [RATINGS]);
    await give(context, [RATINGS], { origin: CINEMA });
    await leaveSite(context, { origin: SHOP, connect: true });
    await expect(read(context)).rejects.toMatchObject({ code: 'not-granted' });
    await chooseSite(context, { origin: SHOP, connect: true });
    expect(await heldGrants(context, { origin: SHOP })).toEqual([]);
    expect(await heldGrants(context, { origin: CINEMA })).toHaveLength(1);
  });

  it('is served nothing while it is blocked, and has lost its grants after', async () => {
    const context = testContext();
    await give(context, [RATINGS]);
    expect(await blockVendor(context, { origin: SHOP, isBlocked: true })).toMatchObject({ isBlocked: true });
    await expect(read(context)).rejects.toMatchObject({ code: 'not-granted' });
    await blockVendor(context, { origin: SHOP, isBlocked: false });
    await expect(read(context)).rejects.toMatchObject({ code: 'not-granted' });
    expect((await listVendors(context))[0]?.grants.map(({ status }) => status)).toEqual(['revoked']);
  });

  it('is no longer blocked once it is connected', async () => {
    const context = testContext();
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    expect(await chooseSite(context, { origin: SHOP, connect: true })).toMatchObject({ isBlocked: false });
  });

  it('is forgotten with all that passed, and comes back by an undo', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    await give(context, [RATINGS]);
    await read(context);
    await decline(context, { kind: 'ignore' });
    await give(context, [RATINGS], { origin: CINEMA });
    const before = await vendorLog(context, { origin: SHOP, limit: 10 });
    expect(before.entries).toHaveLength(3);

    const { journalId } = await forgetVendor(context, { origin: SHOP });

    expect(await vendorLog(context, { origin: SHOP, limit: 10 })).toEqual({ entries: [] });
    expect(await findVendor(context, { origin: SHOP })).toBeUndefined();
    expect((await listVendors(context)).map(({ vendor }) => vendor.origin)).toEqual([CINEMA]);
    for (const table of ['grants', 'grantChanges', 'decisions', 'disclosures', 'hushed']) {
      const rows = (await context.database.table(table).toArray()) as { origin: string }[];
      expect(rows.filter(({ origin }) => origin === SHOP)).toEqual([]);
    }
    await expect(forgetVendor(context, { origin: SHOP })).rejects.toMatchObject({ code: 'not-found' });

    await undoChange(context, { journalId });
    expect(await vendorLog(context, { origin: SHOP, limit: 10 })).toEqual(before);
    await expect(read(context)).resolves.toMatchObject({ rows: [{}] });
  });
});

describe('a grant', () => {
  it('is over when it is revoked, withdrawn or its end comes', async () => {
    const context = testContext();
    const revoked = await give(context, [RATINGS], { askId: 'a' });
    const withdrawn = await give(context, [RATINGS], { askId: 'b' });
    const ended = await give(context, [RATINGS], { askId: 'c', duration: 'hour' });
    const held = await give(context, [RATINGS], { askId: 'd' });
    await revokeGrant(context, { grantId: revoked });
    await revokeGrant(context, { grantId: revoked });
    await withdrawGrant(context, { origin: SHOP, grantId: withdrawn });
    context.clock.advance(3_600_000);

    const [overview] = await listVendors(context);

    expect(overview?.grants.map(({ id, status }) => [id, status])).toEqual([
      [held, 'active'],
      [ended, 'ended'],
      [withdrawn, 'withdrawn'],
      [revoked, 'revoked'],
    ]);
    expect(await context.database.grantChanges.count()).toBe(2);
  });

  it("can't be withdrawn by another vendor, nor does that say whether it is there", async () => {
    const context = testContext();
    const grantId = await give(context, [RATINGS]);
    await chooseSite(context, { origin: CINEMA, connect: true });
    const failures = await Promise.all(
      [grantId, newRecordId(0)].map((id) =>
        withdrawGrant(context, { origin: CINEMA, grantId: id }).catch((thrown: unknown) => String(thrown)),
      ),
    );
    expect(failures[0]).toBe(failures[1]);
    expect(await heldGrants(context, { origin: SHOP })).toHaveLength(1);
  });

  it('can be made shorter, never longer', async () => {
    const context = testContext();
    const grantId = await give(context, [RATINGS], { duration: 'hour' });
    const endMs = context.clock.nowMs() + 3_600_000;
    await expect(shortenGrant(context, { grantId, untilMs: endMs + 1 })).rejects.toMatchObject({ code: 'bad-request' });
    await expect(shortenGrant(context, { grantId, untilMs: Number.NaN })).rejects.toMatchObject({
      code: 'bad-request',
    });
    await shortenGrant(context, { grantId, untilMs: endMs - 60_000 });
    await expect(shortenGrant(context, { grantId, untilMs: endMs })).rejects.toMatchObject({ code: 'bad-request' });
    expect((await heldGrants(context, { origin: SHOP }))[0]?.untilMs).toBe(endMs - 60_000);
    context.clock.ms = endMs - 60_000;
    expect(await heldGrants(context, { origin: SHOP })).toEqual([]);
    await expect(shortenGrant(context, { grantId, untilMs: 0 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(revokeGrant(context, { grantId: newRecordId(0) })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('vendorLog', () => {
  it('tells all that passed, newest first, page by page, each entry once', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    for (let round = 0; round < 4; round += 1) {
      await give(context, [RATINGS]);
      await read(context);
      await decline(context, { kind: 'ignore' });
      if (round % 2 === 0) {
        context.clock.advance(1_000);
      }
    }
    const all = await vendorLog(context, { origin: SHOP, limit: 100 });
    expect(all.next).toBeUndefined();
    expect(all.entries.map(({ atMs }) => atMs)).toEqual(all.entries.map(({ atMs }) => atMs).sort((a, b) => b - a));
    expect(all.entries.filter(({ kind }) => kind === 'read')).toHaveLength(4);
    expect(all.entries.filter(({ kind }) => kind === 'asked')).toHaveLength(8);
    expect(all.entries.filter(({ kind }) => kind === 'changed')).toHaveLength(3);

    const paged = [];
    let before: RecordId | undefined;
    do {
      const page = await vendorLog(context, { origin: SHOP, limit: 2, ...(before && { before }) });
      paged.push(...page.entries);
      before = page.next;
    } while (before);
    expect(paged).toEqual(all.entries);
    const [decision] = await context.database.decisions.toArray();
    const foreign = vendorLog(context, { origin: CINEMA, limit: 2, before: decision!.id });
    await expect(foreign).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is summed up in the overview', async () => {
    const context = testContext();
    await rateItem(context, { facts: film(1), given: stars(3) });
    await give(context, [RATINGS]);
    const readAtMs = context.clock.nowMs();
    await read(context);
    context.clock.advance(5_000);
    await decline(context, { kind: 'ignore' });
    await decline(context, { kind: 'refuse', duration: 'once' });
    expect(await listVendors(context)).toMatchObject([
      { reads: 1, lastReadAtMs: readAtMs, refused: 2, lastAskedAtMs: context.clock.nowMs() },
    ]);
  });
});

describe('readPreferences', () => {
  it('gives the preferences of the scope, never a private one, by key, page by page', async () => {
    const context = testContext();
    const base = { strength: 'prefer' as const, isPrivate: false };
    await savePreference(context, { ...base, key: 'shoe-size', value: '42', unit: 'EU' });
    await savePreference(context, { ...base, key: 'diet', value: 'vegetarian' });
    await savePreference(context, { ...base, key: 'allergen', value: 'nuts', isPrivate: true });
    await savePreference(context, { ...base, key: 'brand', value: 'Acme', kinds: ['Book'] });
    await give(context, [PREFERENCES]);
    const readAs = (query: Parameters<typeof readPreferences>[1]['query']) =>
      readPreferences(context, { origin: SHOP, callId: callId(), query });

    const first = await readAs({ limit: 2 });
    const second = await readAs({ limit: 2, cursor: first.next });

    expect(first.preferences.map(({ key }) => key)).toEqual(['brand', 'diet']);
    expect(second.preferences.map(({ key }) => key)).toEqual(['shoe-size']);
    expect(second.next).toBeUndefined();
    expect((await readAs({ keys: ['allergen', 'diet'] })).preferences.map(({ key }) => key)).toEqual(['diet']);
    expect((await readAs({ kinds: ['Movie'] })).preferences.map(({ key }) => key)).toEqual(['diet', 'shoe-size']);
    expect((await readAs({ keys: [] })).preferences).toEqual([]);
    await expect(readAs({ keys: ['diet'], cursor: first.next })).rejects.toMatchObject({ code: 'bad-request' });
    const disclosed = (await context.database.disclosures.toArray()).flatMap(({ records }) => records);
    expect(disclosed.find(({ name }) => name === 'shoe-size')?.said).toBe('42 EU');
  });

  it('gives nothing under a grant for ratings, nor under one for ordering', async () => {
    const context = testContext();
    await give(context, [RATINGS, { ...PREFERENCES, derive: 'rank' }]);
    await expect(readPreferences(context, { origin: SHOP, callId: callId(), query: {} })).rejects.toMatchObject({
      code: 'not-granted',
    });
  });
});
