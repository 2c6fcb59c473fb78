import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newRecordId } from '../../../src/domain/ids.ts';
import { SHOP } from '../../support/samples.ts';

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() }));
vi.mock('webextension-polyfill', () => ({ default: { runtime: { sendMessage } } }));

const { askChannel, requestChanged } = await import('../../../src/platform/tell.ts');

beforeEach(() => {
  sendMessage.mockReset();
});

describe('what Sayso’s own pages tell the background', () => {
  it('is that something was said in a request, again if it was stopped meanwhile', async () => {
    const id = newRecordId(0);
    sendMessage.mockRejectedValueOnce(new Error('it stopped')).mockResolvedValueOnce(undefined);
    sendMessage.mockResolvedValueOnce({ ok: true });
    await requestChanged(id);
    expect(sendMessage.mock.calls).toEqual(Array(3).fill([{ wire: 'prompt', call: 'requested', input: id }]));
  });

  it.each([
    [{ ok: true, value: 'endpoint' }, 'endpoint'],
    [{ ok: true, value: 'visit' }, 'visit'],
    [{ ok: false, error: { code: 'internal' } }, 'away'],
    [undefined, 'away'],
  ])('asks how a vendor takes requests, and of %j makes %s', async (reply, channel) => {
    sendMessage.mockResolvedValue(reply);
    await expect(askChannel(SHOP)).resolves.toBe(channel);
    expect(sendMessage).toHaveBeenCalledWith({ wire: 'prompt', call: 'channel', input: SHOP });
  });
});
