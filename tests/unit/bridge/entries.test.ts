import { describe, expect, it, vi } from 'vitest';
import type { Customer } from '../../../src/protocol/customer.ts';
import { BRIDGE_READY, HELLO } from '../../../src/protocol/page-wire.ts';
import type { VendorReply } from '../../../src/protocol/vendor-reply.ts';
import { FakeBackground } from '../../support/fake-background.ts';
import { type FakePage, openPage, portsSettled } from '../../support/fake-page.ts';

const yes: VendorReply = { kind: 'answer', json: 'null' };
const no: VendorReply = { kind: 'failure', name: 'NotAllowedError', message: 'Not given.' };

/** What a page can find out by saying hello itself: whether anyone takes the port. */
async function isAnswered(page: FakePage): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  let isHeard = false;
  port1.onmessage = () => {
    isHeard = true;
  };
  page.window.postMessage(HELLO, location.origin, [port2]);
  await portsSettled();
  return isHeard;
}

const bridge = () => import('../../../src/bridge/bridge.iife.ts');
const portedBridge = () => import('../../../src/bridge/bridge-ported.iife.ts');

describe('the bridge of origins on their scheme’s own port', () => {
  it.each([
    ['https://shop.example/', true, true],
    ['http://localhost/', true, true],
    ['https://shop.example:8443/', true, false],
    ['https://shop.example./', true, false],
    ['http://shop.example/', false, false],
  ])('threat 7 on %s (secure: %j) can be noticed: %j', async (url, isSecure, isThere) => {
    const page = openPage({ url, isSecure });
    const background = new FakeBackground(() => yes);
    await bridge();
    await portsSettled();
    expect(page.heard.includes(BRIDGE_READY)).toBe(isThere);
    await expect(isAnswered(page)).resolves.toBe(isThere);
    expect(background.sent).toEqual([]);
  });
});

describe('the bridge of origins with a port of their own', () => {
  it('threat 7 leaves no trace on a port that was not chosen', async () => {
    const page = openPage({ url: 'https://shop.example:8443/' });
    const background = new FakeBackground(() => no);
    await portedBridge();
    await portsSettled();
    expect(background.sent).toMatchObject([{ wire: 'vendor', call: 'provide' }]);
    expect(page.heard).toEqual([]);
    await expect(isAnswered(page)).resolves.toBe(false);
  });

  it.each(['https://shop.example/', 'https://shop.example.:8443/'])(
    'threat 7 does nothing at all on %s',
    async (url) => {
      const page = openPage({ url });
      const background = new FakeBackground(() => yes);
      await portedBridge();
      await portsSettled();
      expect(background.sent).toEqual([]);
      expect(page.heard).toEqual([]);
      await expect(isAnswered(page)).resolves.toBe(false);
    },
  );

  it('calls the provider once the background has put it there', async () => {
    const page = openPage({ url: 'https://shop.example:8443/' });
    new FakeBackground(() => yes);
    await portedBridge();
    await portsSettled();
    expect(page.heard).toEqual([BRIDGE_READY]);
    await expect(isAnswered(page)).resolves.toBe(true);
  });

  it('may ask again later: the site was chosen meanwhile', async () => {
    const page = openPage({ url: 'https://shop.example:8443/' });
    new FakeBackground((_message, index) => (index === 0 ? no : yes));
    await portedBridge();
    await portsSettled();
    vi.resetModules();
    await portedBridge();
    await portsSettled();
    await expect(isAnswered(page)).resolves.toBe(true);
  });

  it('threat 8 asks for nothing while the page is only prepared', async () => {
    const page = openPage({ url: 'https://shop.example:8443/', isPrerendered: true });
    const background = new FakeBackground(() => yes);
    await portedBridge();
    await portsSettled();
    expect(background.sent).toEqual([]);
    page.document.prerendering = false;
    page.document.dispatchEvent(new Event('prerenderingchange'));
    await portsSettled();
    expect(background.sent).toHaveLength(1);
    await expect(isAnswered(page)).resolves.toBe(true);
  });
});

describe('provider and bridge', () => {
  const provider = () => import('../../../src/page/provider.iife.ts');

  it.each([
    ['provider first', [provider, bridge]],
    ['bridge first', [bridge, provider]],
  ])('find each other: %s', async (_order, scripts) => {
    const page = openPage();
    new FakeBackground(({ call, input }) => ({ kind: 'answer', json: JSON.stringify([call, input ?? null]) }));
    for (const script of scripts) {
      await script();
      await portsSettled();
    }
    const customer = page.navigator.customer as Customer;
    await expect(customer.ratings({ limit: 1 })).resolves.toEqual(['ratings', '{"limit":1}']);
    await expect(customer.grants()).resolves.toEqual(['grants', null]);
  });

  it('find each other on a port of its own', async () => {
    const page = openPage({ url: 'http://localhost:8080/' });
    new FakeBackground(async ({ call }) => {
      if (call === 'provide') {
        await import('../../../src/page/provider-now.iife.ts');
      }
      return yes;
    });
    await portedBridge();
    await vi.waitUntil(() => 'customer' in page.navigator);
    await expect((page.navigator.customer as Customer).withdraw('a')).resolves.toBeUndefined();
  });

  it('pass on a change of the grants', async () => {
    const page = openPage();
    const background = new FakeBackground(() => yes);
    await bridge();
    await provider();
    await portsSettled();
    const heard = new Promise((resolve) => {
      (page.navigator.customer as Customer).addEventListener('grantschange', resolve);
    });
    background.tell({ wire: 'vendor', event: 'grantschange', origin: 'https://shop.example' });
    await expect(heard).resolves.toBeInstanceOf(Event);
  });
});
