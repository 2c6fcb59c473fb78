import { describe, expect, it, vi } from 'vitest';
import type { SignedByPerson } from '../../../src/protocol/customer-reply.ts';
import type { Demand } from '../../../src/protocol/customer-request.ts';
import { newVendorKey } from '../../../src/sdk/server/new-vendor-key.ts';
import { HOUR, MINUTE } from '../../support/request-samples.ts';
import { quoteAtOnce, quoteOn, shopServer } from './shop-server.ts';
import { useCourier } from './use-courier.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const me = useCourier();

describe('an answer whose signer nobody can look up', () => {
  it('is fetched again until the vendor’s keys can be read, and fails by that name when they never can', async () => {
    let isGone = true;
    let reads = 0;
    const shop = await shopServer(quoteAtOnce);
    const { publicKey: former } = await newVendorKey();
    const real = globalThis.fetch;
    // It has another key than it had a minute ago, and nobody can look which.
    vi.stubGlobal('fetch', async (...[address, init]: Parameters<typeof fetch>) => {
      const answer = await real(address, init);
      if (!new Request(address).url.endsWith('/customer.json') || !isGone) {
        return answer;
      }
      reads += 1;
      return reads % 2 === 1
        ? Response.json({ ...((await answer.json()) as object), keys: [former] })
        : new Response('', { status: 404 });
    });
    const first = await me.cast([shop.origin]);
    await me.run();
    await me.after(5 * MINUTE);
    expect([await me.phase(first), await me.failures(first), reads]).toEqual(['asked', [], 4]);
    isGone = false;
    await me.after(15 * MINUTE);
    expect([await me.phase(first), shop.came.length, shop.asked.length]).toEqual(['quoted', 3, 1]);
    isGone = true;
    const second = await me.cast([shop.origin]);
    await me.run();
    for (const minutes of [5, 15, 40, 60]) {
      await me.after(minutes * MINUTE);
    }
    expect([await me.phase(second), await me.failures(second)]).toEqual(['ended:failed', ['keys-unreadable']]);
    expect(shop.asked.at(-1)?.body).toMatchObject({ kind: 'failure', reason: 'keys-unreadable' });
  });

  it('is looked at again where it is at a status address, and then fails by that name', async () => {
    const shop = await shopServer(() => 'later');
    const id = await me.cast([shop.origin]);
    await me.run();
    const { body, request } = shop.asked[0] as SignedByPerson & { readonly body: { readonly demand: Demand } };
    await shop.handler.reply(request, quoteOn(body.demand));
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', async (...[address, init]: Parameters<typeof fetch>) =>
      new Request(address).url.endsWith('/customer.json') ? new Response('', { status: 404 }) : real(address, init),
    );
    for (let hours = 0; hours < 23; hours += 1) {
      await me.after(HOUR);
    }
    expect([await me.phase(id), await me.failures(id)]).toEqual(['acknowledged', []]);
    await me.after(2 * HOUR);
    expect([await me.phase(id), await me.failures(id)]).toEqual(['ended:failed', ['keys-unreadable']]);
  });
});
