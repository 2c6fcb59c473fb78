import type { Runtime } from 'webextension-polyfill';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerOwnPage, type OwnPageHandlers } from '../../../src/background/prompt-router.ts';

const own = 'chrome-extension://sayso';
const ownPage = { origin: own, url: `${own}/src/ui/prompt/prompt.html` } as unknown as Runtime.MessageSender;
const shop = { origin: 'https://shop.example', frameId: 0, tab: { id: 7 } } as unknown as Runtime.MessageSender;
const askId = '6f8f57a0-3d5c-4b53-8f0e-0c2f6d1f4b11';

const changed = vi.fn<OwnPageHandlers['changed']>();
const decided = vi.fn<OwnPageHandlers['decided']>();
const rated = vi.fn<OwnPageHandlers['rated']>();
const requested = vi.fn<OwnPageHandlers['requested']>();
const channel = vi.fn<OwnPageHandlers['channel']>();

function tell(call: unknown, input: unknown, sender = ownPage) {
  return answerOwnPage({ wire: 'prompt', call, input }, sender, own, { changed, decided, rated, requested, channel });
}

beforeEach(() => {
  vi.resetAllMocks();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('answerOwnPage', () => {
  it('hears its own pages', async () => {
    await expect(tell('changed', 'https://shop.example')).resolves.toEqual({ ok: true });
    await expect(tell('decided', askId)).resolves.toEqual({ ok: true });
    await expect(tell('rated', '')).resolves.toEqual({ ok: true });
    await expect(tell('requested', askId)).resolves.toEqual({ ok: true });
    expect(changed).toHaveBeenCalledExactlyOnceWith('https://shop.example');
    expect(decided).toHaveBeenCalledExactlyOnceWith(askId);
    expect(rated).toHaveBeenCalledOnce();
    expect(requested).toHaveBeenCalledExactlyOnceWith(askId);
  });

  it('tells its own pages how a vendor takes requests', async () => {
    channel.mockResolvedValue('endpoint');
    await expect(tell('channel', 'https://shop.example')).resolves.toEqual({ ok: true, value: 'endpoint' });
    expect(channel).toHaveBeenCalledExactlyOnceWith('https://shop.example');
  });

  it.each([
    ['changed', 'https://shop.example'],
    ['decided', askId],
    ['rated', ''],
    ['requested', askId],
    ['channel', 'https://shop.example'],
  ])('threat 2 does not hear %s from a page', async (call, input) => {
    await expect(tell(call, input, shop)).resolves.toMatchObject({ ok: false, error: { code: 'not-granted' } });
    expect([changed, decided, rated, requested, channel].filter(({ mock }) => mock.calls.length > 0)).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'ratings', 'provide', 'look-up', 7, null])(
    'does not know the call %j',
    async (call) => {
      await expect(tell(call, askId)).resolves.toMatchObject({ ok: false, error: { code: 'unknown-call' } });
    },
  );

  it.each([
    ['decided', 'not an id'],
    ['decided', ''],
    ['requested', 'all'],
    ['changed', 'http://shop.example'],
    ['changed', 'javascript:alert(1)'],
    ['changed', 'shop.example'],
    ['channel', 'http://shop.example'],
  ])('refuses %s of %j', async (call, input) => {
    await expect(tell(call, input)).resolves.toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect([changed, decided, requested].filter(({ mock }) => mock.calls.length > 0)).toEqual([]);
  });

  it('answers a failure of ours without its words', async () => {
    rated.mockRejectedValue(new TypeError('The Matrix is not iterable'));
    const reply = await tell('rated', '');
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('Matrix');
  });
});
