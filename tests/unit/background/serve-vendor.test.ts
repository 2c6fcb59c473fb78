import type { Runtime } from 'webextension-polyfill';
import { describe, expect, it, vi } from 'vitest';
import { serveVendor } from '../../../src/background/serve-vendor.ts';
import type { VendorRouter } from '../../../src/background/vendor-router.ts';

const FIRST = '6f8f57a0-3d5c-4b53-8f0e-0c2f6d1f4b11';
const SECOND = '6f8f57a0-3d5c-4b53-8f0e-0c2f6d1f4b12';
const CHOSEN = { origin: 'https://shop.example', frameId: 0, tab: { id: 7 } };
const FRAME = { ...CHOSEN, frameId: 3 };

const grants = vi.fn<VendorRouter['handlers']['grants']>(async () => []);
const router = {
  handlers: { grants },
  spend: () => undefined,
} as unknown as VendorRouter;

function openPort(sender: object | undefined, name = 'vendor') {
  const said: unknown[] = [];
  const hear: ((message: unknown) => void)[] = [];
  const gone: (() => void)[] = [];
  const disconnect = vi.fn<() => void>();
  serveVendor(
    {
      name,
      sender,
      disconnect,
      postMessage: (message: unknown) => said.push(message),
      onMessage: { addListener: (listener: (message: unknown) => void) => hear.push(listener) },
      onDisconnect: { addListener: (listener: () => void) => gone.push(listener) },
    } as unknown as Runtime.Port,
    router,
  );
  return {
    said,
    disconnect,
    isHeard: () => hear.length > 0,
    cut: () => gone.forEach((listener) => listener()),
    say: (message: unknown) => hear.forEach((listener) => listener(message)),
  };
}

describe('a vendor’s port', () => {
  it('answers each message under its own number, in the order in which they are done', async () => {
    const port = openPort(CHOSEN);
    let finish: () => void = () => undefined;
    grants.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          finish = () => resolve([]);
        }),
    );
    port.say({ wire: 'vendor', id: FIRST, call: 'grants' });
    port.say({ wire: 'vendor', id: SECOND, call: 'grants' });
    const answer = { kind: 'answer', json: '[]' };
    await vi.waitFor(() => expect(port.said).toEqual([[SECOND, answer]]));
    finish();
    await vi.waitFor(() => expect(port.said).toHaveLength(2));
    expect(port.said).toEqual([
      [SECOND, answer],
      [FIRST, answer],
    ]);
  });

  it.each([
    ['a frame', FRAME, 'NotAllowedError'],
    ['a sandboxed frame', { ...CHOSEN, origin: 'null' }, 'NotAllowedError'],
    ['no tab', { origin: CHOSEN.origin, frameId: 0 }, 'NotAllowedError'],
  ])('threat 8 is held to the browser’s word for who opened it: %s', async (_who, sender, name) => {
    const port = openPort(sender);
    port.say({ wire: 'vendor', id: FIRST, call: 'grants', origin: 'https://shop.example' });
    port.say({ wire: 'vendor', id: SECOND, call: 'grants' });
    await vi.waitFor(() => expect(port.said).toHaveLength(2));
    expect(port.said).toEqual([
      [FIRST, expect.objectContaining({ kind: 'failure', name })],
      [SECOND, expect.objectContaining({ kind: 'failure', name })],
    ]);
  });

  it.each([[null], ['grants'], [{ id: 5 }], [[]]])('threat 6 refuses what is no message: %j', async (message) => {
    const port = openPort(CHOSEN);
    port.say(message);
    await vi.waitFor(() => expect(port.said).toHaveLength(1));
    expect(port.said).toEqual([
      ['', { kind: 'failure', name: 'NotSupportedError', message: expect.any(String) as string }],
    ]);
  });

  it('of another name, of nobody, or of a page that is put away, is hung up', () => {
    const leaving = { ...CHOSEN, documentLifecycle: 'cached' };
    for (const port of [openPort(CHOSEN, 'prompt'), openPort(undefined), openPort(leaving)]) {
      expect(port.disconnect).toHaveBeenCalledOnce();
      expect(port.isHeard()).toBe(false);
    }
  });

  it('that was cut meanwhile is told nothing', async () => {
    const port = openPort(CHOSEN);
    port.say({ wire: 'vendor', id: FIRST, call: 'grants' });
    port.cut();
    // What is said later, on another, is answered by now.
    const next = openPort(CHOSEN);
    next.say({ wire: 'vendor', id: SECOND, call: 'grants' });
    await vi.waitFor(() => expect(next.said).toHaveLength(1));
    expect(port.said).toEqual([]);
  });
});
