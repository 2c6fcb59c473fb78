import type { IncomingMessage } from 'node:http';
import type { Browser } from 'webextension-polyfill';
import { castRequest } from '../../../src/app/cast-request.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { writeRequest } from '../../../src/app/write-request.ts';
import type { RequestId } from '../../../src/domain/ids.ts';
import type { RequestForProposals } from '../../../src/domain/request-for-proposals.ts';
import { originOf } from '../../../src/domain/origin.ts';
import type { Channel } from '../../../src/domain/thread.ts';
import type { SigningKey } from '../../../src/protocol/signing/signing-key.ts';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { MINIMAL_ASK } from '../../support/asks.ts';
import { DAY } from '../../support/request-samples.ts';
import { input } from '../../support/request-store.ts';
import { inOwnPage } from './in-own-page.ts';
import { seed } from './looks/seed.ts';
import { sendPage, type Site } from './site.ts';

/** A page that does nothing by itself, beside the customer.json of who signs with `key`. */
export function signingSite(key: SigningKey, changes: object = {}): Site {
  return (incoming, response) => {
    if (pathOf(incoming) === '/.well-known/customer.json') {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ version: '1', name: 'Shop', asks: [MINIMAL_ASK], keys: [key.publicKey], ...changes }),
      );
      return;
    }
    sendPage(response, '<title>A shop</title><p>Nothing but a page.</p>');
  };
}

/** The path of a request, as it comes to a server or to a proxy. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return new URL(url, 'http://localhost').pathname;
}

/** The person has written a request, asked nobody yet, and connected these sites; the store of before is gone. */
export async function draft(
  browser: ExtensionBrowser,
  changes: Partial<RequestForProposals>,
  ...sites: readonly string[]
): Promise<RequestId> {
  let request: RequestId | undefined;
  await seed(browser, async (context) => {
    for (const site of sites) {
      await chooseSite(context, { origin: originOf(site), connect: true });
    }
    const lapsesAtMs = context.clock.nowMs() + 9 * DAY;
    const { id } = await writeRequest(context, { request: input({ lapsesAtMs, ...changes }) });
    request = id;
  });
  return request!;
}

/** The person casts a request to these sites, by Sayso's own use-cases; the store of before is gone. */
export async function cast(
  browser: ExtensionBrowser,
  channel: Channel,
  ...sites: readonly string[]
): Promise<RequestId> {
  let request: RequestId | undefined;
  await seed(browser, async (context) => {
    const to = sites.map((site) => ({ vendor: originOf(site), channel }));
    for (const { vendor } of to) {
      await chooseSite(context, { origin: vendor, connect: true });
    }
    const lapsesAtMs = context.clock.nowMs() + 9 * DAY;
    const { id } = await writeRequest(context, { request: input({ lapsesAtMs }) });
    await castRequest(context, { id, to });
    request = id;
  });
  return request!;
}

/** What Sayso's own page tells the background when something was said in a request. */
export async function tellRequested(browser: ExtensionBrowser, id: RequestId): Promise<void> {
  await inOwnPage(
    browser,
    async (request) => {
      const global = globalThis as unknown as { browser?: Browser; chrome: Browser };
      await (global.browser ?? global.chrome).runtime.sendMessage({
        wire: 'prompt',
        call: 'requested',
        input: request,
      });
    },
    id,
  );
}
