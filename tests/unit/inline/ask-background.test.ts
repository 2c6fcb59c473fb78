import { describe, expect, it, vi } from 'vitest';
import { askBackground } from '../../../src/inline/ask-background.ts';

function stubExtension(sendMessage: (message: unknown) => Promise<unknown>, id: string | undefined = 'sayso'): void {
  vi.stubGlobal('chrome', { runtime: { id, sendMessage } });
}

describe('askBackground', () => {
  it('sends its own wire, and hands out the value', async () => {
    const send = vi.fn(async () => ({ ok: true, value: [null] }));
    stubExtension(send);
    expect(await askBackground('look-up', { things: [['imdb:tt1']] })).toEqual([null]);
    expect(send).toHaveBeenCalledWith({ wire: 'inline', call: 'look-up', input: { things: [['imdb:tt1']] } });
  });

  it.each([
    ['a failure', async () => ({ ok: false, error: { code: 'storage-full', message: 'No room.' } })],
    ['no reply', async () => undefined],
    ['nobody there', async () => Promise.reject(new TypeError('Receiving end does not exist'))],
  ])('answers undefined to %s', async (_what, send) => {
    stubExtension(send);
    expect(await askBackground('undo', { journalId: 'x' })).toBeUndefined();
  });

  it('asks nobody once the extension is gone', async () => {
    const send = vi.fn(async () => ({ ok: true, value: null }));
    vi.stubGlobal('chrome', { runtime: { sendMessage: send } });
    expect(await askBackground('undo', { journalId: 'x' })).toBeUndefined();
    vi.stubGlobal('chrome', {});
    expect(await askBackground('undo', { journalId: 'x' })).toBeUndefined();
    expect(send).not.toHaveBeenCalled();
  });
});
