import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import '../../support/site-scripts.ts';
import { blockVendor } from '../../../src/app/block-vendor.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { findVendor } from '../../../src/app/find-vendor.ts';
import { leaveSite } from '../../../src/app/leave-site.ts';
import { SiteKeeper } from '../../../src/background/site-keeper.ts';
import type { Origin } from '../../../src/domain/ids.ts';
import { originOf } from '../../../src/domain/origin.ts';
import { allSitesNotice } from '../../../src/platform/notices.ts';
import { forgetChoice, pendingChoices, rememberChoice } from '../../../src/platform/site-choices.ts';
import { CINEMA, SHOP } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const PORTED = originOf('https://shop.example:8443');
const tellGrantsChanged = vi.fn<(origin: Origin) => Promise<void>>();

let context: TestContext;
let keeper: SiteKeeper;

beforeEach(() => {
  fake.reset();
  tellGrantsChanged.mockReset();
  context = testContext();
  keeper = new SiteKeeper(Promise.resolve(context), tellGrantsChanged);
});

const scripts = () =>
  [...fake.scripts.values()].map(({ id, js, matches }) => [id, ...js, ...matches].join(' | ')).sort();

describe('reconcile', () => {
  it('registers what belongs on each site, and nothing else', async () => {
    fake.held.add('https://shop.example/*').add('https://cinema.example/*');
    await chooseSite(context, { origin: SHOP, connect: true });
    await chooseSite(context, { origin: CINEMA, stars: true });
    await keeper.reconcile();
    expect(scripts()).toEqual([
      'bridge https://shop.example | bridge.js | https://shop.example/*',
      'inline https://cinema.example | inline.js | https://cinema.example/*',
      'provider https://shop.example | provider.js | https://shop.example/*',
    ]);
    expect(fake.scripts.get('provider https://shop.example')).toMatchObject({
      world: 'MAIN',
      runAt: 'document_start',
      allFrames: false,
      persistAcrossSessions: true,
    });
    expect(fake.scripts.get('bridge https://shop.example')).not.toHaveProperty('world');
  });

  it('threat 7 registers no provider where a match pattern would put it on other ports', async () => {
    fake.held.add('https://shop.example/*');
    await chooseSite(context, { origin: PORTED, connect: true });
    await keeper.reconcile();
    expect(scripts()).toEqual(['bridge https://shop.example:8443 | bridge-ported.js | https://shop.example/*']);
  });

  it('does nothing twice', async () => {
    fake.held.add('https://shop.example/*');
    await chooseSite(context, { origin: SHOP, connect: true });
    const register = vi.spyOn(fake.scripting, 'registerContentScripts');
    await Promise.all([keeper.reconcile(), keeper.reconcile(), keeper.reconcile()]);
    expect(register).toHaveBeenCalledOnce();
    expect(scripts()).toHaveLength(2);
  });

  it('removes what is left over: of a site that was left, and of an earlier version', async () => {
    fake.scripts.set('bridge https://old.example', {
      id: 'bridge https://old.example',
      js: ['bridge.js'],
      matches: ['https://old.example/*'],
    });
    fake.scripts.set('bridge https://shop.example', {
      id: 'bridge https://shop.example',
      js: ['bridge-0.js'],
      matches: ['https://shop.example/*'],
    });
    fake.held.add('https://shop.example/*');
    await chooseSite(context, { origin: SHOP, connect: true });
    await keeper.reconcile();
    expect(scripts()).toEqual([
      'bridge https://shop.example | bridge.js | https://shop.example/*',
      'provider https://shop.example | provider.js | https://shop.example/*',
    ]);
  });

  it('leaves a blocked site without scripts, and chosen', async () => {
    fake.held.add('https://shop.example/*');
    await chooseSite(context, { origin: SHOP, connect: true });
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    await keeper.reconcile();
    expect(scripts()).toEqual([]);
    await expect(findVendor(context, { origin: SHOP })).resolves.toMatchObject({ isConnected: true, isBlocked: true });
  });

  it('threat 17 disconnects a site that the browser no longer allows, and tells its open pages', async () => {
    fake.openTabs.set(1, { active: true });
    await chooseSite(context, { origin: SHOP, connect: true, stars: true });
    await keeper.reconcile();
    await expect(findVendor(context, { origin: SHOP })).resolves.toMatchObject({ isConnected: false, hasStars: false });
    expect(tellGrantsChanged).toHaveBeenCalledExactlyOnceWith(SHOP);
    expect(fake.told).toEqual([{ tabId: 1, message: { wire: 'inline', event: 'off', origin: SHOP } }]);
    expect(scripts()).toEqual([]);
  });

  it.each([['<all_urls>'], ['https://*/*'], ['*://*/*'], ['http://*.localhost/*'], ['*://shop.example/*']])(
    'threat 18 hands back %s, and says so',
    async (pattern) => {
      fake.held.add(pattern).add('https://shop.example/*');
      await chooseSite(context, { origin: SHOP, connect: true });
      await keeper.reconcile();
      expect([...fake.held]).toEqual(['https://shop.example/*']);
      await expect(allSitesNotice()).resolves.toBeTypeOf('number');
      expect(scripts()).toHaveLength(2);
    },
  );

  it('threat 18 hands back the single hosts that came with them, and keeps what was chosen', async () => {
    fake.held.add('https://*/*').add('http://127.0.0.1/*').add('https://shop.example/*');
    await chooseSite(context, { origin: SHOP, connect: true });
    await keeper.reconcile();
    expect([...fake.held]).toEqual(['https://shop.example/*']);
  });

  it('threat 18 serves no more sites than before where the browser keeps them', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(fake.permissions, 'remove').mockRejectedValue(new Error('You cannot remove required permissions.'));
    fake.held.add('https://*/*').add('https://shop.example/*');
    await chooseSite(context, { origin: SHOP, connect: true });
    await keeper.reconcile();
    expect(scripts().every((script) => script.endsWith('| https://shop.example/*'))).toBe(true);
    await expect(allSitesNotice()).resolves.toBeTypeOf('number');
  });

  it('says nothing of all sites where there were none', async () => {
    await keeper.reconcile();
    await expect(allSitesNotice()).resolves.toBeUndefined();
  });
});

describe('a choice that the popup could not finish', () => {
  beforeEach(() => {
    fake.openTabs.set(7, { url: 'https://shop.example/things', active: true });
  });

  it('connects the tab that is open, once', async () => {
    await rememberChoice({ origin: SHOP, connect: true, tabId: 7 });
    fake.held.add('https://shop.example/*');
    await keeper.reconcile();
    await keeper.reconcile();
    await expect(findVendor(context, { origin: SHOP })).resolves.toMatchObject({ isConnected: true, hasStars: false });
    expect(fake.executed).toEqual([
      { tabId: 7, files: ['/bridge.js'] },
      { tabId: 7, files: ['/provider-now.js'], world: 'MAIN' },
    ]);
  });

  it('is carried out by the next background where this one was stopped on the way', async () => {
    await rememberChoice({ origin: SHOP, connect: true, tabId: 7 });
    fake.held.add('https://shop.example/*');
    const register = vi.spyOn(fake.scripting, 'registerContentScripts').mockRejectedValueOnce(new Error('stopped'));
    await expect(keeper.resume()).rejects.toThrow('stopped');
    expect(fake.executed).toEqual([]);
    await new SiteKeeper(Promise.resolve(context), tellGrantsChanged).resume();
    expect(fake.executed).toHaveLength(2);
    register.mockClear();
    await keeper.resume();
    expect(register).not.toHaveBeenCalled();
    expect(fake.executed).toHaveLength(2);
  });

  it('reaches a tab whose process hears late what is allowed', async () => {
    vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    vi.spyOn(fake.scripting, 'executeScript').mockRejectedValueOnce(new Error('Missing host permission for the tab'));
    await rememberChoice({ origin: SHOP, connect: true, tabId: 7 });
    fake.held.add('https://shop.example/*');
    await keeper.reconcile();
    expect(fake.executed.map(({ files }) => files)).toEqual([['/bridge.js'], ['/provider-now.js']]);
  });

  it('keeps what was pressed after it', async () => {
    await rememberChoice({ origin: SHOP, connect: true, tabId: 7 });
    const [first] = await pendingChoices();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1);
    await rememberChoice({ origin: SHOP, stars: true, tabId: 7 });
    await forgetChoice(SHOP, first?.atMs);
    await expect(pendingChoices()).resolves.toMatchObject([{ origin: SHOP, connect: true, stars: true }]);
    await forgetChoice(SHOP);
    await expect(pendingChoices()).resolves.toEqual([]);
  });

  it('puts only the bridge that asks where the site has a port of its own', async () => {
    fake.openTabs.set(7, { url: 'https://shop.example:8443/', active: true });
    await rememberChoice({ origin: PORTED, connect: true, tabId: 7 });
    fake.held.add('https://shop.example/*');
    await keeper.reconcile();
    expect(fake.executed).toEqual([{ tabId: 7, files: ['/bridge-ported.js'] }]);
  });

  it('loads the page again for the stars', async () => {
    await rememberChoice({ origin: SHOP, stars: true, tabId: 7 });
    fake.held.add('https://shop.example/*');
    await keeper.reconcile();
    expect(fake.reloaded).toEqual([7]);
    expect(fake.executed).toEqual([]);
  });

  it.each([
    ['another site', 'https://cinema.example/'],
    ['another port', 'https://shop.example:8443/'],
    ['an address it may not see', undefined],
  ])('threat 10 leaves a tab alone that shows %s by now', async (_what, url) => {
    fake.openTabs.set(7, { ...(url !== undefined && { url }), active: true });
    await rememberChoice({ origin: SHOP, connect: true, stars: true, tabId: 7 });
    fake.held.add('https://shop.example/*');
    await keeper.reconcile();
    expect([...fake.reloaded, ...fake.executed]).toEqual([]);
    await expect(findVendor(context, { origin: SHOP })).resolves.toMatchObject({ isConnected: true });
  });

  it('is finished although the tab is gone', async () => {
    vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    fake.openTabs.clear();
    await rememberChoice({ origin: SHOP, connect: true, tabId: 7 });
    await rememberChoice({ origin: CINEMA, connect: true, tabId: 8 });
    fake.held.add('https://shop.example/*').add('https://cinema.example/*');
    await keeper.reconcile();
    expect(scripts()).toHaveLength(4);
  });

  it('waits for the browser’s yes', async () => {
    await rememberChoice({ origin: SHOP, connect: true, tabId: 7 });
    await keeper.reconcile();
    await expect(findVendor(context, { origin: SHOP })).resolves.toBeUndefined();
    fake.held.add('https://shop.example/*');
    await keeper.reconcile();
    await expect(findVendor(context, { origin: SHOP })).resolves.toMatchObject({ isConnected: true });
  });

  it('does not count on another day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await rememberChoice({ origin: SHOP, connect: true, tabId: 7 });
      vi.setSystemTime(Date.now() + 600_000);
      fake.held.add('https://shop.example/*');
      await keeper.reconcile();
    } finally {
      vi.useRealTimers();
    }
    await expect(findVendor(context, { origin: SHOP })).resolves.toBeUndefined();
    expect(fake.executed).toEqual([]);
  });
});

describe('changed', () => {
  beforeEach(async () => {
    fake.held.add('https://shop.example/*');
    fake.openTabs.set(1, { active: true });
    await chooseSite(context, { origin: SHOP, connect: true, stars: true });
  });

  it('follows a site that was left: scripts, the browser’s permission, open tabs', async () => {
    await keeper.reconcile();
    await leaveSite(context, { origin: SHOP, connect: true, stars: true });
    await keeper.changed(SHOP);
    expect(scripts()).toEqual([]);
    expect([...fake.held]).toEqual([]);
    expect(tellGrantsChanged).toHaveBeenCalledExactlyOnceWith(SHOP);
    expect(fake.told).toEqual([{ tabId: 1, message: { wire: 'inline', event: 'off', origin: SHOP } }]);
  });

  it('keeps the browser’s permission while a sibling on another port needs it', async () => {
    await chooseSite(context, { origin: PORTED, connect: true });
    await leaveSite(context, { origin: SHOP, connect: true, stars: true });
    await keeper.changed(SHOP);
    expect([...fake.held]).toEqual(['https://shop.example/*']);
    expect(scripts()).toEqual(['bridge https://shop.example:8443 | bridge-ported.js | https://shop.example/*']);
  });

  it('leaves the stars where only a grant changed', async () => {
    await keeper.changed(SHOP);
    expect(fake.told).toEqual([]);
    expect([...fake.held]).toEqual(['https://shop.example/*']);
  });

  it('takes the stars from a blocked site', async () => {
    await blockVendor(context, { origin: SHOP, isBlocked: true });
    await keeper.changed(SHOP);
    expect(fake.told).toEqual([{ tabId: 1, message: { wire: 'inline', event: 'off', origin: SHOP } }]);
    expect(scripts()).toEqual([]);
  });
});
