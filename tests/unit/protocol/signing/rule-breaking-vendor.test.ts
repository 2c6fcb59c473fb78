import { describe, expect, it } from 'vitest';

import {
  checkVendorMessage,
  MESSAGE_PROBLEMS,
  type FromVendor,
  type MessageProblem,
} from '../../../../src/protocol/signing/check-message.ts';
import type { VendorEnvelope } from '../../../../src/protocol/signing/envelope.ts';
import { keyIdOf, type PublicKey } from '../../../../src/protocol/signing/public-key.ts';
import { newSigningKey } from '../../../../src/protocol/signing/signing-key.ts';
import { ASKED, DAY, NOW, OTHER_ASKED, OTHER_THREAD } from '../../../support/request-samples.ts';
import { CINEMA } from '../../../support/samples.ts';
import { signingShop, type SigningShop } from '../../../support/signing-samples.ts';

/** What came, parsed, and how it is looked at. */
type Broken = (shop: SigningShop) => Promise<{ readonly came: unknown; readonly expected?: Partial<FromVendor> }>;

const HOUR_MS = 3_600_000;

/** One vendor that breaks every rule there is about a message's envelope, and what each comes to. */
const BREACHES: readonly (readonly [what: string, problem: MessageProblem, broken: Broken])[] = [
  ['says nothing', 'unreadable', async () => ({ came: undefined })],
  ['sends a text', 'unreadable', async () => ({ came: 'yes' })],
  ['sends a list', 'unreadable', async ({ seal }) => ({ came: [await seal()] })],
  ['leaves the signature out', 'unreadable', async ({ seal }) => ({ came: without(await seal(), 'signature') })],
  ['leaves the time out', 'unreadable', async ({ seal }) => ({ came: without(await seal(), 'at') })],
  ['adds a field', 'unreadable', async ({ seal }) => ({ came: { ...(await seal()), alg: 'none' } })],
  ['has an id that is none', 'unreadable', async ({ seal }) => ({ came: await seal({ id: 'q 1\u0000' }) })],
  ['has an id of 65', 'unreadable', async ({ seal }) => ({ came: await seal({ id: 'q'.repeat(65) }) })],
  ['sends a body that is a list', 'bad-signature', async ({ seal }) => ({ came: { ...(await seal()), body: [] } })],
  ['nests for ever', 'unreadable', async ({ seal }) => ({ came: { ...(await seal()), body: { a: deep(60) } } })],
  [
    'sends a number without end',
    'unreadable',
    async ({ seal }) => ({ came: { ...(await seal()), body: JSON.parse('{"a":1e999}') as object } }),
  ],
  [
    'sends half a surrogate pair',
    'unreadable',
    async ({ seal }) => ({ came: { ...(await seal()), body: { a: '\ud800' } } }),
  ],
  ['speaks a later version', 'other-version', async ({ seal }) => ({ came: { ...(await seal()), sayso: '2' } })],
  ['speaks as another', 'other-sender', async ({ seal }) => ({ came: await seal({ from: CINEMA }) })],
  [
    'speaks in another case of its own name',
    'other-sender',
    async ({ seal, expected }) => ({ came: await seal({ from: expected.vendor.toUpperCase() }) }),
  ],
  ['answers another person', 'other-audience', async ({ seal }) => ({ came: await seal({ to: OTHER_ASKED.person }) })],
  [
    'hands on what it wrote to the person under another name',
    'other-audience',
    async ({ seal }) => ({ came: await seal(), expected: { person: OTHER_ASKED.person } }),
  ],
  ['answers another’s request', 'other-thread', async ({ seal }) => ({ came: await seal({ request: OTHER_THREAD }) })],
  [
    'replays an answer in the next request',
    'other-thread',
    async ({ seal }) => ({ came: await seal(), expected: { request: OTHER_THREAD } }),
  ],
  [
    'signs with a key nobody knows',
    'unknown-key',
    async ({ seal }) => ({ came: await seal({}, await newSigningKey()) }),
  ],
  [
    'names no key of its list',
    'unknown-key',
    async ({ seal }) => ({ came: { ...(await seal()), key: 'A'.repeat(43) } }),
  ],
  ['has no key', 'unknown-key', async ({ seal }) => ({ came: await seal(), expected: { keys: [] } })],
  [
    'signs with a key that it retired',
    'retired-key',
    async ({ seal, key }) => ({
      came: await seal({ at: new Date(NOW - DAY).toISOString() }),
      expected: { keys: [{ ...key.publicKey, until: new Date(NOW - HOUR_MS).toISOString() }] },
    }),
  ],
  [
    'signs with one key and names another of its list',
    'bad-signature',
    async ({ seal, key }) => {
      const other = await newSigningKey();
      return {
        came: { ...(await seal({}, other)), key: key.keyId },
        expected: { keys: [key.publicKey, other.publicKey] },
      };
    },
  ],
  [
    'lists a key that is no point of the curve',
    'bad-signature',
    async ({ seal, key }) => {
      const broken: PublicKey = { kty: 'EC', crv: 'P-256', x: key.publicKey.x, y: key.publicKey.x };
      return { came: { ...(await seal()), key: await keyIdOf(broken) }, expected: { keys: [broken] } };
    },
  ],
  [
    'changes a word after signing',
    'bad-signature',
    async ({ seal }) => ({ came: { ...(await seal()), body: { kind: 'interest' } } }),
  ],
  ['changes the id after signing', 'bad-signature', async ({ seal }) => ({ came: { ...(await seal()), id: 'q-2' } })],
  [
    'changes the time after signing',
    'bad-signature',
    async ({ seal }) => ({ came: { ...(await seal()), at: new Date(NOW + 1).toISOString() } }),
  ],
  ['signs nothing', 'bad-signature', async ({ seal }) => ({ came: { ...(await seal()), signature: 'A'.repeat(86) } })],
];

describe('a vendor that breaks every rule', () => {
  it.each(BREACHES)('%s: %s', async (_what, problem, broken) => {
    const shop = await signingShop();
    const { came, expected } = await broken(shop);
    expect(await checkVendorMessage(came, { ...shop.expected, ...expected })).toEqual({ kind: 'bad', problem });
  });

  it('meets every problem that a vendor can be', () => {
    const met = new Set(BREACHES.map(([, problem]) => problem));
    // A second key is a person’s, and what this browser can’t check every test browser can.
    const others: readonly MessageProblem[] = ['other-key', 'other-algorithm'];
    expect(MESSAGE_PROBLEMS.filter((problem) => !met.has(problem))).toEqual(others);
  });
});

describe('a vendor that keeps them', () => {
  it('is believed, and the key it used is told', async () => {
    const { expected, key, seal } = await signingShop();
    const message = await seal();
    const checked = await checkVendorMessage(JSON.parse(JSON.stringify(message)), expected);
    expect(checked).toEqual({ kind: 'good', envelope: message, publicKey: key.publicKey });
  });

  it('is believed whatever its JSON looks like on the way', async () => {
    const { expected, seal } = await signingShop();
    const turned = Object.fromEntries(Object.entries(await seal()).reverse());
    expect(await checkVendorMessage(JSON.parse(JSON.stringify(turned, null, 7)), expected)).toMatchObject({
      kind: 'good',
    });
  });

  it('is believed with its next key as soon as that is listed, and with the last one until its end', async () => {
    const last = await signingShop();
    const next = await newSigningKey();
    const keys = [{ ...last.key.publicKey, until: new Date(NOW + DAY).toISOString() }, next.publicKey];
    for (const by of [last.key, next]) {
      const checked = await checkVendorMessage(await last.seal({}, by), { ...last.expected, keys });
      expect(checked).toMatchObject({ kind: 'good' });
    }
    const after = { ...last.expected, keys, nowMs: NOW + DAY };
    expect(await checkVendorMessage(await last.seal({}, last.key), after)).toMatchObject({ problem: 'retired-key' });
    expect(await checkVendorMessage(await last.seal({}, next), after)).toMatchObject({ kind: 'good' });
  });

  it('may have a clock that goes wrong: what it says of the time is only shown', async () => {
    const { expected, seal } = await signingShop();
    for (const at of ['2020-01-01T00:00:00.000Z', '2040-01-01T00:00:00.000Z']) {
      const checked = await checkVendorMessage(await seal({ nowMs: Date.parse(at) }), expected);
      expect(checked).toMatchObject({ kind: 'good', envelope: { at } });
    }
  });

  it('may say the same twice: the thread knows it by its id', async () => {
    const { expected, seal } = await signingShop();
    const message = await seal();
    for (const _time of [1, 2]) {
      expect(await checkVendorMessage(message, expected)).toMatchObject({ kind: 'good', envelope: { id: 'q-1' } });
    }
    expect(ASKED.person).toBe(message.to);
  });
});

function without(envelope: VendorEnvelope, name: keyof VendorEnvelope): object {
  const { [name]: _gone, ...rest } = envelope;
  return rest;
}

function deep(levels: number): unknown {
  return levels === 0 ? 1 : { a: deep(levels - 1) };
}
