import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerVendor, type VendorHandlers, type VendorRouter } from '../../../src/background/vendor-router.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { INPUT_LIMIT } from '../../../src/protocol/page-wire.ts';
import { inlineCalls } from '../../../src/protocol/inline-wire.ts';
import { promptCalls } from '../../../src/protocol/prompt-wire.ts';
import { MINIMAL_ASK } from '../../support/asks.ts';
import { THREAD } from '../../support/request-samples.ts';
import { SIGNED_BY_VENDOR } from '../../support/wire-samples.ts';

const id = '6f8f57a0-3d5c-4b53-8f0e-0c2f6d1f4b11';
const sender = { origin: 'https://shop.example', frameId: 0, tab: { id: 7 } } as unknown as Runtime.MessageSender;
const emptyPage = { '@context': 'https://schema.org', items: [] } as const;

const handlers = {
  request: vi.fn<VendorHandlers['request']>(),
  grants: vi.fn<VendorHandlers['grants']>(),
  ratings: vi.fn<VendorHandlers['ratings']>(),
  preferences: vi.fn<VendorHandlers['preferences']>(),
  rank: vi.fn<VendorHandlers['rank']>(),
  withdraw: vi.fn<VendorHandlers['withdraw']>(),
  intentions: vi.fn<VendorHandlers['intentions']>(),
  reply: vi.fn<VendorHandlers['reply']>(),
  propose: vi.fn<VendorHandlers['propose']>(),
};
const provide = vi.fn<VendorRouter['provide']>();
const spend = vi.fn<VendorRouter['spend']>();
const isWaiting = vi.fn<VendorRouter['isWaiting']>();
const router: VendorRouter = { handlers, provide, spend, isWaiting };
const log = vi.fn<(...values: unknown[]) => void>();

function call(name: unknown, input?: unknown, from = sender) {
  const json = input === undefined ? {} : { input: typeof input === 'string' ? input : JSON.stringify(input) };
  return answerVendor({ wire: 'vendor', id, call: name, ...json }, from, router);
}

const handled = () => Object.values(handlers).some(({ mock }) => mock.calls.length > 0);

beforeEach(() => {
  vi.resetAllMocks();
  vi.spyOn(console, 'error').mockImplementation(log);
  provide.mockResolvedValue();
  handlers.grants.mockResolvedValue([]);
  handlers.ratings.mockResolvedValue({ ...emptyPage, items: [] });
});

describe('answerVendor', () => {
  it('hands a handler what was read, and who asks by the browser’s word', async () => {
    await expect(call('ratings', { kinds: ['Movie'], identifiers: ['ean:4006381333931'] })).resolves.toEqual({
      kind: 'answer',
      json: JSON.stringify(emptyPage),
    });
    expect(handlers.ratings).toHaveBeenCalledExactlyOnceWith(
      { kinds: ['Movie'], identifiers: ['gtin:04006381333931'] },
      { caller: { origin: 'https://shop.example', tabId: 7 }, callId: id },
    );
  });

  it.each([
    ['ratings', { identifiers: Array.from({ length: 501 }, () => 'imdb:tt0133093') }],
    ['rank', Array.from({ length: 501 }, () => ({ identifier: 'imdb:tt0133093' }))],
  ])('says of too many for one %s that they are too many, not that they are wrong', async (name, input) => {
    await expect(call(name, input)).resolves.toMatchObject({ kind: 'failure', name: 'QuotaExceededError' });
    expect(handled()).toBe(false);
  });

  it('says not yet where the handler does', async () => {
    handlers.request.mockResolvedValue({ pending: { againMs: 15_000 } });
    await expect(call('request', MINIMAL_ASK)).resolves.toEqual({ kind: 'pending', againMs: 15_000 });
  });

  it.each(['grants', 'ratings', 'preferences', 'intentions', 'propose'])(
    '%s takes no list for an object',
    async (name) => {
      await expect(call(name, [])).resolves.toEqual({
        kind: 'failure',
        name: 'DataError',
        message: `${name}: the value: Invalid type: Expected Object but received Array`,
      });
      expect(handled()).toBe(false);
    },
  );

  it('lets out no field that the wire does not have', async () => {
    handlers.grants.mockResolvedValue([{ secret: 'x' }] as never);
    handlers.rank.mockResolvedValue([{ index: 0, value: 97 }] as never);
    const rank = await call('rank', [{ identifier: 'imdb:tt0133093' }]);
    expect(rank).toEqual({ kind: 'answer', json: '[{"index":0}]' });
    await expect(call('grants')).resolves.toMatchObject({ kind: 'failure', name: 'InvalidStateError' });
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    ' ',
    'Ratings',
    'ratings ',
    'grants.list',
  ])('threat 2 does not know the call %j', async (name) => {
    await expect(call(name)).resolves.toMatchObject({ kind: 'failure', name: 'NotSupportedError' });
    expect(handled()).toBe(false);
  });

  it.each([...Object.keys(promptCalls), ...Object.keys(inlineCalls)])(
    'threat 2 does not know %s, a call of another wire',
    async (name) => {
      await expect(call(name, '"https://shop.example"')).resolves.toMatchObject({ name: 'NotSupportedError' });
      expect(handled()).toBe(false);
    },
  );

  it.each([null, undefined, 7, true, [], ['ratings'], {}, 'x'.repeat(10_000)])(
    'threat 2 does not know the call %j',
    async (name) => {
      await expect(call(name)).resolves.toMatchObject({ kind: 'failure', name: 'NotSupportedError' });
      expect(handled()).toBe(false);
    },
  );

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'ratings'],
    ['a list', []],
    ['another wire', { wire: 'prompt', id, call: 'ratings' }],
    ['no id', { wire: 'vendor', call: 'ratings' }],
    ['an id of its own making', { wire: 'vendor', id: '1', call: 'ratings' }],
    ['an origin', { wire: 'vendor', id, call: 'ratings', origin: 'https://victim.example' }],
    ['too long an input', { wire: 'vendor', id, call: 'ratings', input: ' '.repeat(INPUT_LIMIT + 1) }],
  ])('refuses a message of %s', async (_what, message) => {
    await expect(answerVendor(message, sender, router)).resolves.toMatchObject({ kind: 'failure' });
    expect(handled()).toBe(false);
  });

  it('hands over the two arguments of a reply, and takes no more and no fewer', async () => {
    handlers.reply.mockResolvedValue({ id: 'd1', at: '2026-11-12T09:00:00.000Z' });
    await expect(call('reply', [THREAD, SIGNED_BY_VENDOR])).resolves.toMatchObject({ kind: 'answer' });
    expect(handlers.reply).toHaveBeenCalledExactlyOnceWith(
      { request: THREAD, reply: SIGNED_BY_VENDOR },
      { caller: { origin: 'https://shop.example', tabId: 7 }, callId: id },
    );
    for (const wrong of [
      [],
      [THREAD],
      [THREAD, {}, {}],
      [THREAD, 'd1'],
      ['shop', {}],
      { request: THREAD, reply: {} },
    ]) {
      await expect(call('reply', wrong), JSON.stringify(wrong)).resolves.toMatchObject({ name: 'DataError' });
    }
    expect(handlers.reply).toHaveBeenCalledOnce();
  });

  it.each(['{', 'undefined', "{'kinds':[]}", '{"kinds":[]} x', '\u0000', '1n'])(
    'refuses %j as no JSON',
    async (json) => {
      await expect(call('ratings', json)).resolves.toMatchObject({
        name: 'DataError',
        message: 'ratings: the input is not JSON',
      });
    },
  );

  it('names path and rule of a malformed input', async () => {
    const reply = await call('request', { ...MINIMAL_ASK, required: [{ collection: 'everything' }] });
    expect(reply).toMatchObject({
      name: 'DataError',
      message: expect.stringMatching(/^request: required\.0\.collection: .*"ratings"/u) as string,
    });
    expect(handled()).toBe(false);
  });

  it('serves nobody that the browser does not name', async () => {
    const nobody = { ...sender, origin: 'null' } as Runtime.MessageSender;
    await expect(call('ratings', {}, nobody)).resolves.toMatchObject({
      name: 'NotAllowedError',
      message: 'Not given.',
    });
    expect(handled() || spend.mock.calls.length > 0).toBe(false);
  });

  it('refuses in one sentence, whatever the reason', async () => {
    const codes = ['not-granted', 'not-found', 'browser-refused'] as const;
    const replies = await Promise.all(
      codes.map((code) => {
        handlers.ratings.mockRejectedValueOnce(new AppError(code, code));
        return call('ratings');
      }),
    );
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  });

  it('logs a bug and tells nothing of it', async () => {
    handlers.ratings.mockRejectedValue(new TypeError('of undefined (reading The Matrix)'));
    const reply = await call('ratings');
    expect(reply).toMatchObject({ name: 'InvalidStateError' });
    expect(JSON.stringify(reply)).not.toContain('Matrix');
    expect(log).toHaveBeenCalledOnce();
  });

  it.each(['ratings', 'intentions', 'constructor', 'provide'])('counts the call %s', async (name) => {
    await call(name);
    expect(spend).toHaveBeenCalledOnce();
  });

  it.each(['ratings', 'provide'])('does nothing for %s over the budget', async (name) => {
    spend.mockImplementation(() => {
      throw new AppError('too-much', 'Too many calls.');
    });
    await expect(call(name)).resolves.toMatchObject({ name: 'QuotaExceededError' });
    expect(handled() || provide.mock.calls.length > 0).toBe(false);
  });

  it('threat 19 counts an ask that waits once, however often its page sends it again', async () => {
    isWaiting.mockResolvedValueOnce(false).mockResolvedValue(true);
    await call('request', MINIMAL_ASK);
    await call('request', MINIMAL_ASK);
    expect(spend).toHaveBeenCalledOnce();
    await call('ratings');
    expect(spend).toHaveBeenCalledTimes(2);
  });

  it('puts the provider where the background finds it right, and says nothing of it', async () => {
    await expect(call('provide')).resolves.toEqual({ kind: 'answer', json: 'null' });
    expect(provide).toHaveBeenCalledExactlyOnceWith({ origin: 'https://shop.example', tabId: 7 });
    provide.mockRejectedValue(new AppError('not-granted', 'Not a chosen site.'));
    await expect(call('provide')).resolves.toMatchObject({ name: 'NotAllowedError', message: 'Not given.' });
  });
});
