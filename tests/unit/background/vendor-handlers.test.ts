import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fake } from '../../support/fake-extension.ts';
import { answerPrompt } from '../../../src/app/answer-prompt.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import { AskBroker } from '../../../src/background/ask-broker.ts';
import { VendorDocuments } from '../../../src/background/vendor-documents.ts';
import { vendorHandlers } from '../../../src/background/vendor-handlers.ts';
import { answerVendor } from '../../../src/background/vendor-router.ts';
import type { Need } from '../../../src/domain/ask.ts';
import { newRecordId, type Origin } from '../../../src/domain/ids.ts';
import type { VendorReply } from '../../../src/protocol/vendor-reply.ts';
import { sampleAsk } from '../../support/asks.ts';
import { CINEMA, film, product, SHOP, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../support/fake-extension.ts')).fake }));

let context: TestContext;

beforeEach(async () => {
  fake.reset();
  fake.openTabs.set(7, { active: true });
  context = testContext();
  await chooseSite(context, { origin: SHOP, connect: true });
  await chooseSite(context, { origin: CINEMA, connect: true });
  await rateItem(context, { facts: film(1), given: stars(4.5), text: 'Twice.' });
  await rateItem(context, { facts: product('Lamp', 'gtin:04006381333931'), given: stars(2) });
  await savePreference(context, { key: 'diet', value: 'vegan', strength: 'must', isPrivate: false });
  await savePreference(context, { key: 'allergen', value: 'nuts', strength: 'never', isPrivate: true });
});

/** The person gives a site some needs until they stop it. */
async function give(origin: Origin, ...scope: Need[]): Promise<void> {
  const ask = sampleAsk({ required: scope });
  const askId = newRecordId(context.clock.nowMs());
  await answerPrompt(context, {
    askId,
    origin,
    ask,
    askedAtMs: context.clock.nowMs(),
    decision: { kind: 'allow', scope, duration: 'until-stopped' },
  });
}

async function call(origin: Origin, name: string, input?: unknown): Promise<VendorReply> {
  const ready = Promise.resolve(context);
  const broker = new AskBroker(ready, async () => undefined);
  const message = {
    wire: 'vendor',
    id: newRecordId(context.clock.nowMs()),
    call: name,
    ...(input !== undefined && { input: JSON.stringify(input) }),
  };
  const sender = { origin, frameId: 0, tab: { id: 7 } } as unknown as Runtime.MessageSender;
  const router = {
    handlers: vendorHandlers(ready, broker, { documents: new VendorDocuments(), moved: () => undefined }),
    spend: () => undefined,
    isWaiting: async () => false,
    provide: async () => undefined,
  };
  return answerVendor(message, sender, router);
}

async function answer(origin: Origin, name: string, input?: unknown): Promise<unknown> {
  const reply = await call(origin, name, input);
  if (reply.kind !== 'answer') {
    throw new Error(JSON.stringify(reply));
  }
  return JSON.parse(reply.json);
}

async function grantOf(origin: Origin): Promise<{ id: string; person: string }> {
  const [grant] = (await answer(origin, 'grants')) as { id: string; person: string }[];
  return grant!;
}

const refusal = { kind: 'failure', name: 'NotAllowedError', message: 'Not given.' };

describe('a vendor that holds nothing', () => {
  it.each([
    ['ratings', {}],
    ['ratings', { kinds: [] }],
    ['ratings', { identifiers: ['imdb:tt0000001'] }],
    ['preferences', {}],
    ['preferences', { keys: ['diet'] }],
    ['rank', Array.from({ length: 5 }, (_none, index) => ({ identifier: `imdb:tt000000${index + 1}` }))],
    ['withdraw', '6f8f57a0-3d5c-4b53-8f0e-0c2f6d1f4b11'],
  ])('threat 30 gets one refusal for %s of %j', async (name, input) => {
    await expect(call(SHOP, name, input)).resolves.toEqual(refusal);
  });

  it('holds an empty list of grants', async () => {
    await expect(answer(SHOP, 'grants')).resolves.toEqual([]);
  });
});

describe('a vendor that asks for intentions', () => {
  it.each(['required', 'optional'] as const)('is told at once that nobody grants them: %s', async (part) => {
    const ask = sampleAsk({ required: [], optional: [], [part]: [{ collection: 'intentions' }] });
    expect(await call(SHOP, 'request', ask)).toMatchObject({ kind: 'failure', name: 'NotSupportedError' });
  });
});

describe('a vendor that was given films', () => {
  beforeEach(() => give(SHOP, { collection: 'ratings', kinds: ['Movie'], fields: ['dateCreated'] }));

  it('reads them as schema.org, and nothing else', async () => {
    await expect(answer(SHOP, 'ratings')).resolves.toEqual({
      '@context': 'https://schema.org',
      items: [
        {
          '@type': 'Review',
          itemReviewed: {
            '@type': 'Movie',
            name: 'Film 1',
            identifier: ['imdb:tt0000001'],
            sameAs: ['https://www.imdb.com/title/tt0000001/'],
          },
          reviewRating: { '@type': 'Rating', ratingValue: 4.5, bestRating: 5, worstRating: 0.5 },
          dateCreated: '2026-01-02T03:04:05.000Z',
        },
      ],
    });
  });

  it('is refused what it was not given', async () => {
    await expect(call(SHOP, 'preferences')).resolves.toEqual(refusal);
    await expect(answer(SHOP, 'ratings', { kinds: ['Product'] })).resolves.toMatchObject({ items: [] });
  });

  it('may have them ordered, too, and learns the order alone', async () => {
    const items = Array.from({ length: 5 }, (_none, index) => ({
      identifier: `imdb:tt000000${5 - index}`,
      '@type': 'Movie',
    }));
    const order = (await answer(SHOP, 'rank', items)) as object[];
    expect(order.map((place) => Object.keys(place))).toEqual(Array.from({ length: 5 }, () => ['index']));
  });

  it('gives its grant back, and no other vendor’s', async () => {
    await give(CINEMA, { collection: 'ratings' });
    const [own, other] = [await grantOf(SHOP), await grantOf(CINEMA)];
    await expect(call(SHOP, 'withdraw', other.id)).resolves.toEqual(refusal);
    await expect(answer(SHOP, 'withdraw', own.id)).resolves.toBeNull();
    await expect(call(SHOP, 'ratings')).resolves.toEqual(refusal);
    await expect(answer(CINEMA, 'grants')).resolves.toHaveLength(1);
    expect(fake.told).toContainEqual({ tabId: 7, message: { wire: 'vendor', event: 'grantschange', origin: SHOP } });
  });

  it('threat 31 has nothing in common with what another vendor holds', async () => {
    await give(CINEMA, { collection: 'ratings', kinds: ['Movie'], fields: ['dateCreated'] });
    const [own, other] = [await grantOf(SHOP), await grantOf(CINEMA)];
    expect(own.person).not.toBe(other.person);
    expect(own.id).not.toBe(other.id);
  });
});

describe('a vendor that was given preferences', () => {
  it('reads those that are not private', async () => {
    await give(SHOP, { collection: 'preferences' });
    await expect(answer(SHOP, 'preferences')).resolves.toMatchObject({
      items: [{ '@type': 'PropertyValue', propertyID: 'diet', value: 'vegan', valueReference: 'must' }],
    });
  });
});

describe('a vendor that was given an order only', () => {
  it('reads nothing', async () => {
    await give(SHOP, { collection: 'ratings', derive: 'rank' });
    await expect(call(SHOP, 'ratings')).resolves.toEqual(refusal);
  });
});
