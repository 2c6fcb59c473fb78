import { describe, expect, it } from 'vitest';
import { checkPersonMessage } from '../../../../src/protocol/signing/check-message.ts';
import { digestOf, sealPersonMessage } from '../../../../src/protocol/signing/envelope.ts';
import { newSigningKey } from '../../../../src/protocol/signing/signing-key.ts';
import { ASKED, NOW, OTHER_ASKED, OTHER_THREAD, THREAD } from '../../../support/request-samples.ts';
import { CINEMA, SHOP } from '../../../support/samples.ts';

const BODY = { kind: 'let-down', reason: 'comparison' };

async function letter(changes: Partial<Parameters<typeof sealPersonMessage>[0]> = {}, key = newSigningKey()) {
  const message = { from: ASKED.person, to: SHOP, request: THREAD, number: 3, body: BODY, nowMs: NOW, ...changes };
  return sealPersonMessage(message, await key);
}

describe('a person’s message, as a vendor checks it', () => {
  it('is from whoever has the key that comes with it', async () => {
    const message = await letter();
    const checked = await checkPersonMessage(JSON.parse(JSON.stringify(message)), { vendor: SHOP });
    expect(checked).toEqual({ kind: 'good', envelope: message, publicKey: message.publicKey });
    expect(await checkPersonMessage(message, { vendor: SHOP, knownKey: message.key })).toMatchObject({ kind: 'good' });
  });

  it('is not taken from a second key', async () => {
    const first = await letter();
    expect(await checkPersonMessage(await letter(), { vendor: SHOP, knownKey: first.key })).toEqual({
      kind: 'bad',
      problem: 'other-key',
    });
  });

  it('is not taken under the name of another key', async () => {
    const message = await letter();
    const other = await newSigningKey();
    const renamed = { ...message, publicKey: other.publicKey };
    expect(await checkPersonMessage(renamed, { vendor: SHOP })).toMatchObject({ problem: 'other-key' });
  });

  it('is not taken by another vendor, who may have been handed it', async () => {
    expect(await checkPersonMessage(await letter(), { vendor: CINEMA })).toMatchObject({ problem: 'other-audience' });
  });

  it.each([
    ['number', { number: 4 }],
    ['request', { request: OTHER_THREAD }],
    ['sender', { from: OTHER_ASKED.person }],
    ['time', { at: '2026-11-12T09:01:00.000Z' }],
    ['body', { body: { ...BODY, reason: 'other' } }],
  ])('does not hold with another %s', async (_what, change) => {
    const changed = { ...(await letter()), ...change };
    expect(await checkPersonMessage(changed, { vendor: SHOP })).toMatchObject({ problem: 'bad-signature' });
  });

  it('tells no more of the time than the minute', async () => {
    const { at } = await letter({ nowMs: NOW + 59_999 });
    expect(at).toBe(new Date(NOW).toISOString());
  });

  it('has, with the same key, nothing in common with what another vendor gets but its own words', async () => {
    const [one, other] = await Promise.all([
      letter(),
      letter({ from: OTHER_ASKED.person, to: CINEMA, request: OTHER_THREAD }),
    ]);
    const { body: _one, sayso: _1, number: _2, at: _3, ...mine } = one;
    const { body: _other, sayso: _4, number: _5, at: _6, ...theirs } = other;
    const values = (envelope: object): readonly string[] => JSON.stringify(envelope).match(/[\w-]{20,}/gu) ?? [];
    expect(values(mine).length).toBeGreaterThan(5);
    expect(values(mine).filter((value) => values(theirs).includes(value))).toEqual([]);
  });
});

describe('the digest of a message', () => {
  it('is the same for the same message signed twice, and another for any other', async () => {
    const key = newSigningKey();
    const [once, again, other] = [await letter({}, key), await letter({}, key), await letter({ number: 4 }, key)];
    expect(again.signature).not.toBe(once.signature);
    expect(await digestOf(again)).toBe(await digestOf(once));
    expect(await digestOf(other)).not.toBe(await digestOf(once));
    expect(await digestOf(once)).toMatch(/^[\w-]{43}$/u);
  });
});
