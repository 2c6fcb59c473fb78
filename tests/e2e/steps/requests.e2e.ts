import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { RequestId } from '../../../src/domain/ids.ts';
import type { Intention, SignedByVendor } from '../../../src/protocol/customer-reply.ts';
import { checkPersonMessage } from '../../../src/protocol/signing/check-message.ts';
import { sealVendorMessage } from '../../../src/protocol/signing/envelope.ts';
import { newSigningKey } from '../../../src/protocol/signing/signing-key.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { PROPOSED_OWNERSHIP, WIRE_QUOTE } from '../../support/wire-samples.ts';
import { attempt, call } from '../support/calls.ts';
import { cast, signingSite, tellRequested } from '../support/shopping.ts';
import { storedRows } from '../support/stored.ts';
import { chosenPage, quietSites } from '../support/vendor.ts';

const SHOP = 'http://shop.localhost';
const key = await newSigningKey();

describe('a page of a vendor that was asked', () => {
  const stage = useBrowser({ sites: { 'shop.localhost': signingSite(key), ...quietSites('other') } });
  let id: RequestId;
  let page: Page;
  let other: Page;

  beforeAll(async () => {
    page = await chosenPage(stage.browser, 'shop');
    other = await chosenPage(stage.browser, 'other');
    id = await cast(stage.browser, 'visit', SHOP);
    await Promise.all([page, other].map((one) => one.evaluate(countChanges)));
  });

  async function reply(to: Intention, name: string): Promise<SignedByVendor> {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const body = { ...WIRE_QUOTE, copy: to.copy, priceValidUntil: tomorrow };
    const message = { from: SHOP, to: to.person, request: to.identifier, id: name, body, nowMs: Date.now() };
    return (await sealVendorMessage(message, key)) as unknown as SignedByVendor;
  }

  async function intention(): Promise<Intention> {
    const { items } = await call(page, 'intentions');
    expect(items).toHaveLength(1);
    return items[0]!;
  }

  it('hears of it, and nobody else does', async () => {
    await tellRequested(stage.browser, id);
    await until('the page to hear of it', async () => (await page.evaluate(changes)) === 1);
    expect(await other.evaluate(changes)).toBe(0);
    expect((await call(other, 'intentions')).items).toEqual([]);
  });

  it('reads what the person signed, by a key that outlives the background', async () => {
    const first = await intention();
    await stage.browser.killBackground();
    const again = await intention();
    const [one, two] = [first.messages[0]!, again.messages[0]!];
    expect(two.key).toBe(one.key);
    expect(await checkPersonMessage(two, { vendor: SHOP, knownKey: one.key })).toMatchObject({ kind: 'good' });
    expect(JSON.stringify(again)).not.toMatch(/Grandmother|twins|Wobbly/u);
  });

  it('answers with what its server signed, once, whether or not the background dies', async () => {
    const quoted = await reply(await intention(), 'q1');
    const receipt = await call(page, 'reply', quoted.request, quoted);
    expect(receipt).toEqual({ id: 'q1', at: expect.stringMatching(/:00\.000Z$/u) as string });
    await stage.browser.killBackground();
    expect(await call(page, 'reply', quoted.request, quoted)).toEqual(receipt);
    const { threads, messages } = await storedRows(stage.browser, ['threads', 'messages']);
    expect(threads).toMatchObject([{ thread: { phase: { kind: 'quoted', quote: { id: 'q1' } } } }]);
    expect(messages).toHaveLength(2);
  });

  it('threat 2 can’t answer for another, nor with what nobody signed', async () => {
    const quoted = await reply(await intention(), 'q2');
    expect(await attempt(other, 'reply', quoted.request, quoted)).toMatchObject({ error: { name: 'NotAllowedError' } });
    const changed = { ...quoted, at: '2026-01-01T00:00:00.000Z' };
    expect(await attempt(page, 'reply', quoted.request, changed)).toMatchObject({
      error: { name: 'DataError', message: 'reply: bad-signature' },
    });
    const { messages } = await storedRows(stage.browser, ['messages']);
    expect(messages).toHaveLength(2);
  });

  it('proposes, and it lies in the inbox', async () => {
    expect(await call(page, 'propose', PROPOSED_OWNERSHIP)).toMatchObject({ id: PROPOSED_OWNERSHIP.id });
    const { proposals } = await storedRows(stage.browser, ['proposals']);
    expect(proposals).toMatchObject([{ vendor: SHOP, state: 'waiting' }]);
  });
});

interface Counted {
  saysoChanges?: number;
}

// Runs in the page.
function countChanges(): void {
  const counted = globalThis as Counted;
  counted.saysoChanges = 0;
  navigator.customer?.addEventListener('intentionschange', () => {
    counted.saysoChanges = (counted.saysoChanges ?? 0) + 1;
  });
}

// Runs in the page.
function changes(): number | undefined {
  return (globalThis as Counted).saysoChanges;
}
