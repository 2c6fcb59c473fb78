import { describe, expect, it, vi } from 'vitest';
import { MINUTE } from '../../support/request-samples.ts';
import { quoteOn, type ShopServer, shopServer } from './shop-server.ts';
import { useCourier } from './use-courier.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

const me = useCourier();

describe('an endpoint', () => {
  it('that quotes what is over, three times, is given up, and told so', async () => {
    const shop: ShopServer = await shopServer(
      () => 'later',
      (request, response) => {
        const [asked] = shop.asked;
        if (request.method !== 'GET' || !asked || !('demand' in asked.body)) {
          return false;
        }
        const stale = { ...quoteOn(asked.body.demand), priceValidUntil: '2020-01-01T00:00:00.000Z' };
        const all = Promise.all(['q1', 'q2', 'q3'].map((id) => shop.seal(asked, id, stale)));
        void all.then((messages) => response.end(JSON.stringify({ sayso: '1', messages })));
        return true;
      },
    );
    const id = await me.cast([shop.origin]);
    await me.run();
    await me.after(MINUTE);
    expect([await me.phase(id), await me.failures(id)]).toEqual([
      'ended:failed',
      ['quote-expired', 'quote-expired', 'quote-expired'],
    ]);
    expect(shop.asked.map(({ body }) => body.kind)).toEqual(['request', 'failure']);
  });
});
