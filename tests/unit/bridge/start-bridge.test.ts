import { afterEach, describe, expect, it, vi } from 'vitest';
import { BRIDGE_READY, HELLO, INPUT_LIMIT } from '../../../src/protocol/page-wire.ts';
import type { VendorReply } from '../../../src/protocol/vendor-reply.ts';
import { FakeBackground } from '../../support/fake-background.ts';
import { type FakePage, messageOf, openPage, portsSettled } from '../../support/fake-page.ts';

const answered: VendorReply = { kind: 'answer', json: '[]' };
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

afterEach(() => {
  vi.useRealTimers();
});

async function startBridge(): Promise<void> {
  (await import('../../../src/bridge/start-bridge.ts')).startBridge();
}

/** What a page's script holds: one end of a port whose other end it has handed over with a hello. */
async function greet(page: FakePage, hello: unknown = HELLO) {
  const { port1, port2 } = new MessageChannel();
  const received: unknown[] = [];
  port1.onmessage = ({ data }: MessageEvent<unknown>) => received.push(data);
  page.window.postMessage(hello, location.origin, [port2]);
  await portsSettled();
  return {
    received,
    async send(message: unknown): Promise<void> {
      port1.postMessage(message);
      await portsSettled();
    },
  };
}

describe('a hello', () => {
  it('is answered, and announced for a provider that came first', async () => {
    const page = openPage();
    new FakeBackground(() => answered);
    await startBridge();
    expect(page.heard).toEqual([BRIDGE_READY]);
    expect((await greet(page)).received).toEqual([[0]]);
  });

  it.each([
    ['another window', { source: new EventTarget() }],
    ['no window', { source: null }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['other words', { data: 'hello' }],
    ['words in a list', { data: [HELLO] }],
    ['no port', { ports: [] }],
  ])('threat 3 from %s is not heard', async (_who, changes) => {
    const page = openPage();
    new FakeBackground(() => answered);
    await startBridge();
    const { port1, port2 } = new MessageChannel();
    const heard = vi.fn<() => void>();
    port1.onmessage = heard;
    page.window.dispatchEvent(
      messageOf({ source: page.window, origin: location.origin, data: HELLO, ports: [port2], ...changes }),
    );
    await portsSettled();
    expect(heard).not.toHaveBeenCalled();
    port1.close();
  });

  it('is heard from a few providers of one document, not from a loop of them', async () => {
    const page = openPage();
    new FakeBackground(() => answered);
    await startBridge();
    const received = [];
    for (let count = 0; count < 12; count += 1) {
      received.push((await greet(page)).received.length);
    }
    expect(received).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]);
  });

  it('is answered once where the bridge was put there twice', async () => {
    const page = openPage();
    new FakeBackground(() => answered);
    await startBridge();
    await startBridge();
    expect((await greet(page)).received).toEqual([[0]]);
  });
});

describe('a call', () => {
  async function setUp(answer: ConstructorParameters<typeof FakeBackground>[0], options = {}) {
    const page = openPage(options);
    const background = new FakeBackground(answer);
    await startBridge();
    const port = await greet(page);
    port.received.length = 0;
    return { page, background, port };
  }

  it('goes to the background with a number of the bridge’s own, and no origin', async () => {
    const { background, port } = await setUp(() => answered);
    await port.send([5, 'ratings', '{}']);
    await port.send([6, 'grants']);
    expect(background.sent).toEqual([
      { wire: 'vendor', id: expect.stringMatching(UUID) as string, call: 'ratings', input: '{}' },
      { wire: 'vendor', id: expect.stringMatching(UUID) as string, call: 'grants' },
    ]);
    expect(background.sent[0]?.id).not.toBe(background.sent[1]?.id);
    expect(port.received).toEqual([
      [5, '[]'],
      [6, '[]'],
    ]);
  });

  it('gets a failure by name and words', async () => {
    const { port } = await setUp(() => ({ kind: 'failure', name: 'DataError', message: 'limit: too large' }));
    await port.send([1, 'ratings', '{}']);
    expect(port.received).toEqual([[1, 'DataError', 'limit: too large']]);
  });

  it('threat 12 is sent again with the same number while nobody answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { background, port } = await setUp((_message, index) => (index < 3 ? undefined : answered));
    await port.send([1, 'ratings', '{}']);
    await vi.advanceTimersByTimeAsync(1_300);
    await portsSettled();
    expect(port.received).toEqual([[1, '[]']]);
    expect(background.sent).toHaveLength(4);
    expect(new Set(background.sent.map(({ id }) => id)).size).toBe(1);
  });

  it('threat 12 is sent again when the background died under it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { background, port } = await setUp((_message, index) => {
      return index === 0 ? new Promise(() => undefined) : answered;
    });
    await port.send([1, 'ratings', '{}']);
    expect(port.received).toEqual([]);
    background.die();
    await vi.advanceTimersByTimeAsync(0);
    await portsSettled();
    expect(port.received).toEqual([[1, '[]']]);
    expect(background.sent[1]).toEqual(background.sent[0]);
  });

  it('threat 9 is sent again when the page comes back that was put away meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { page, background, port } = await setUp((_message, index) =>
      index === 0 ? new Promise(() => undefined) : answered,
    );
    await port.send([1, 'ratings', '{}']);
    page.window.dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(5_000);
    await portsSettled();
    expect(background.hungUp).toBe(1);
    expect(background.connected).toBe(1);
    expect(port.received).toEqual([]);
    page.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await vi.advanceTimersByTimeAsync(0);
    await portsSettled();
    expect(port.received).toContainEqual([1, '[]']);
  });

  it('threat 9 that is pending opens no port as the page goes, and fetches its answer when it is back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { page, background, port } = await setUp((_message, index) =>
      index === 0 ? { kind: 'pending', againMs: 15_000 } : answered,
    );
    await port.send([1, 'request', '{}']);
    page.window.dispatchEvent(new Event('pagehide'));
    page.document.visibilityState = 'hidden';
    page.document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(20_000);
    await portsSettled();
    expect(background.connected).toBe(1);
    page.document.visibilityState = 'visible';
    page.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await vi.advanceTimersByTimeAsync(0);
    await portsSettled();
    expect(port.received).toContainEqual([1, '[]']);
    expect(background.connected).toBe(2);
  });

  it('threat 9 is sent again on another port when one is dead without a word', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { background, port } = await setUp((_message, index) =>
      index === 0 ? new Promise(() => undefined) : answered,
    );
    await port.send([1, 'ratings', '{}']);
    await vi.advanceTimersByTimeAsync(20_001);
    await portsSettled();
    expect(port.received).toEqual([[1, '[]']]);
    expect(background.sent[1]).toEqual(background.sent[0]);
  });

  it('keeps no port that nobody speaks on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { background, port } = await setUp(() => answered);
    await port.send([1, 'ratings', '{}']);
    await vi.advanceTimersByTimeAsync(999);
    expect(background.hungUp).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(background.hungUp).toBe(1);
    await port.send([2, 'ratings', '{}']);
    expect(port.received).toHaveLength(2);
  });

  it('shares one port with those before it, while the background lives', async () => {
    const { background, port } = await setUp(() => answered);
    await port.send([1, 'ratings', '{}']);
    await port.send([2, 'grants']);
    expect(background.connected).toBe(1);
    background.die();
    await port.send([3, 'grants']);
    expect(background.connected).toBe(2);
    expect(port.received).toHaveLength(3);
  });

  it('ends when nobody ever answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { background, port } = await setUp(() => undefined);
    await port.send([1, 'ratings', '{}']);
    await vi.advanceTimersByTimeAsync(60_000);
    await portsSettled();
    expect(port.received).toEqual([[1, 'InvalidStateError', expect.any(String)]]);
    expect(background.sent).toHaveLength(6);
  });

  it.each([
    [
      'throws at once',
      (runtime: FakeBackground['runtime']) => {
        delete runtime.id;
        runtime.connect = () => {
          throw new Error('Extension context invalidated.');
        };
      },
    ],
    [
      'cuts the port',
      (runtime: FakeBackground['runtime'], background: FakeBackground) => {
        delete runtime.id;
        background.die();
        delete runtime.connect;
      },
    ],
    [
      'has nothing left',
      (runtime: FakeBackground['runtime']) => {
        delete runtime.id;
        delete runtime.connect;
      },
    ],
  ])('threat 16 ends at once when Sayso is gone and the browser %s', async (_what, goAway) => {
    const { background, port } = await setUp(() => answered);
    goAway(background.runtime, background);
    await port.send([1, 'ratings', '{}']);
    expect(port.received).toEqual([[1, 'InvalidStateError', expect.any(String)]]);
  });

  it('that is pending is sent again, the same, when its time has come', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { background, port } = await setUp((_message, index) =>
      index === 0 ? { kind: 'pending', againMs: 4_000 } : answered,
    );
    await port.send([1, 'request', '{}']);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(background.sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await portsSettled();
    expect(background.sent[1]).toEqual(background.sent[0]);
    expect(port.received).toEqual([[1, '[]']]);
  });

  it('that is pending for long is looked after all the same', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { background, port } = await setUp((_message, index) =>
      index === 0 ? { kind: 'pending', againMs: 9e9 } : answered,
    );
    await port.send([1, 'request', '{}']);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(background.sent).toHaveLength(2);
  });

  it.each([
    [
      'the background says that it is decided',
      (_page: FakePage, background: FakeBackground) =>
        background.tell({ wire: 'vendor', event: 'decided', origin: 'https://shop.example' }),
    ],
    ['the page is shown', ({ window }: FakePage) => window.dispatchEvent(new Event('pageshow'))],
    ['the tab is looked at', ({ document }: FakePage) => document.dispatchEvent(new Event('visibilitychange'))],
  ])('that is pending is sent again when %s', async (_when, happen) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { page, background, port } = await setUp((_message, index) =>
      index === 0 ? { kind: 'pending', againMs: 15_000 } : answered,
    );
    await port.send([1, 'request', '{}']);
    happen(page, background);
    await vi.advanceTimersByTimeAsync(0);
    await portsSettled();
    expect(port.received).toEqual([[1, '[]']]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that is pending hears nothing of another origin’s decision', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { background, port } = await setUp(() => ({ kind: 'pending', againMs: 15_000 }));
    await port.send([1, 'request', '{}']);
    background.tell({ wire: 'vendor', event: 'decided', origin: 'https://cinema.example' });
    background.tell({ wire: 'inline', event: 'decided', origin: 'https://shop.example' });
    await vi.advanceTimersByTimeAsync(0);
    expect(background.sent).toHaveLength(1);
  });

  it('threat 8 from a page that the browser only prepares waits until the person is there', async () => {
    const { page, background, port } = await setUp(() => answered, { isPrerendered: true });
    await port.send([1, 'request', '{}']);
    expect(background.sent).toEqual([]);
    page.document.prerendering = false;
    page.document.dispatchEvent(new Event('prerenderingchange'));
    await portsSettled();
    expect(port.received).toEqual([[1, '[]']]);
  });

  it.each([
    [null],
    [undefined],
    ['ratings'],
    [{ 0: 1, 1: 'ratings' }],
    [[]],
    [['1', 'ratings']],
    [[1, { toString: 'ratings' }]],
    [[1, 'x'.repeat(41)]],
    [[1, 'ratings', {}]],
    [[1, 'ratings', 'x'.repeat(INPUT_LIMIT + 1)]],
    [[null, 'ratings', '{}']],
  ])('threat 6 that the page forged is dropped: %#', async (message) => {
    const { background, port } = await setUp(() => answered);
    await port.send(message);
    expect(background.sent).toEqual([]);
    expect(port.received).toEqual([]);
  });

  it('threat 19 in a loop is refused before it fills the background', async () => {
    const { background, port } = await setUp(() => new Promise(() => undefined));
    for (let number = 1; number <= 500; number += 1) {
      void port.send([number, 'ratings', '{}']);
    }
    await portsSettled();
    expect(background.sent).toHaveLength(400);
    expect(port.received).toHaveLength(100);
    expect(port.received[0]).toEqual([401, 'QuotaExceededError', expect.any(String)]);
  });

  it('has room again after an answer', async () => {
    const { background, port } = await setUp(() => answered);
    for (let number = 1; number <= 500; number += 1) {
      await port.send([number, 'grants']);
    }
    expect(background.sent).toHaveLength(500);
  }, 20_000);

  it('asks whether the bridge is there, and it is', async () => {
    const { background, port } = await setUp(() => answered);
    await port.send([0]);
    expect(port.received).toEqual([[0]]);
    expect(background.sent).toEqual([]);
  });
});

describe('an event', () => {
  async function setUp() {
    const page = openPage();
    const background = new FakeBackground(() => answered);
    await startBridge();
    const ports = [await greet(page), await greet(page)];
    for (const { received } of ports) {
      received.length = 0;
    }
    return { page, background, received: () => ports.map(({ received }) => received) };
  }

  it.each(['grantschange', 'intentionschange'])('of %s reaches the page', async (event) => {
    const { background, received } = await setUp();
    expect(background.tell({ wire: 'vendor', event, origin: 'https://shop.example' })).toEqual([undefined]);
    await portsSettled();
    expect(received()).toEqual([[[event]], [[event]]]);
  });

  it.each([
    { wire: 'vendor', event: 'grantschange', origin: 'https://cinema.example' },
    { wire: 'vendor', event: 'intentionschange', origin: 'https://cinema.example' },
    { wire: 'vendor', event: 'grantschange', origin: 'https://shop.example:8443' },
    { wire: 'vendor', event: 'grantschange' },
    { wire: 'inline', event: 'grantschange', origin: 'https://shop.example' },
    { wire: 'vendor', event: 'decided', origin: 'https://shop.example' },
    {},
  ])('like %j tells the page nothing', async (message) => {
    const { background, received } = await setUp();
    background.tell(message);
    await portsSettled();
    expect(received()).toEqual([[], []]);
  });

  it.each([
    [true, [['grantschange'], ['intentionschange']]],
    [false, []],
  ])('threat 9 of coming back from the back/forward cache (%j) makes the page look again', async (persisted, told) => {
    const { page, received } = await setUp();
    page.window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    await portsSettled();
    expect(received()).toEqual([told, told]);
  });
});
