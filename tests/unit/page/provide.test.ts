import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Customer } from '../../../src/protocol/customer.ts';
import { BRIDGE_READY, INPUT_LIMIT } from '../../../src/protocol/page-wire.ts';
import { SIGNED_BY_VENDOR } from '../../support/wire-samples.ts';
import { vendorCalls } from '../../../src/protocol/vendor-wire.ts';
import { type FakePage, openPage, playBridge, portsSettled } from '../../support/fake-page.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Puts the provider there, as the browser does: a fresh copy of the script in each document. */
async function provide(): Promise<void> {
  (await import('../../../src/page/provide.ts')).provide();
}

async function provided(page: FakePage): Promise<Customer> {
  await provide();
  return page.navigator.customer as Customer;
}

const grants = '[]';

describe('the API', () => {
  it('has every call of the wire, and nothing else of its own', async () => {
    const customer = await provided(openPage());
    const calls = Object.keys(customer).filter((name) => name !== 'version');
    expect(new Set(calls)).toEqual(new Set(Object.keys(vendorCalls)));
    expect(Object.getOwnPropertyNames(customer).sort()).toEqual(
      [...calls, 'version', 'addEventListener', 'removeEventListener', 'dispatchEvent'].sort(),
    );
  });

  it('is of version 1, and an EventTarget', async () => {
    const customer = await provided(openPage());
    expect(customer.version).toBe('1');
    expect(customer).toBeInstanceOf(EventTarget);
  });

  it('threat 5 can’t be written, redefined or deleted', async () => {
    const page = openPage();
    const customer = await provided(page);
    expect(Object.isFrozen(customer)).toBe(true);
    for (const attack of [
      () => Object.assign(page.navigator, { customer: 1 }),
      () => Object.defineProperty(page.navigator, 'customer', { value: 1 }),
      () => delete page.navigator.customer,
      () => Object.assign(customer, { ratings: () => undefined }),
      () => Object.defineProperty(customer, 'ratings', { value: 1 }),
      () => delete (customer as unknown as Record<string, unknown>)['addEventListener'],
    ]) {
      expect(attack).toThrow(TypeError);
    }
    expect(page.navigator.customer).toBe(customer);
  });

  it('says that it is there, on the window', async () => {
    const page = openPage();
    await provide();
    expect(page.heard).toContain('customerready');
  });

  it('threat 5 leaves a name that the page holds fast, without a trace', async () => {
    const page = openPage();
    Object.defineProperty(page.navigator, 'customer', { value: 'mine' });
    await provide();
    await portsSettled();
    expect(page.navigator.customer).toBe('mine');
    expect(page.heard).toEqual([]);
  });

  it('threat 5 takes a name that the page holds loosely', async () => {
    const page = openPage();
    page.navigator.customer = 'mine';
    expect(await provided(page)).toBeInstanceOf(EventTarget);
    expect(Object.isFrozen(page.navigator.customer)).toBe(true);
  });

  it('is there once, however often it is provided', async () => {
    const page = openPage();
    const customer = await provided(page);
    const { length } = page.heard;
    await provide();
    expect(page.navigator.customer).toBe(customer);
    expect(page.heard.filter((name) => name === 'customerready')).toHaveLength(1);
    expect(page.heard).toHaveLength(length);
  });
});

describe('the hello', () => {
  it.each(['before', 'after'] as const)('finds a bridge that started %s it', async (order) => {
    const page = openPage();
    const bridge = order === 'before' ? playBridge(page) : undefined;
    const customer = await provided(page);
    const answer = customer.grants();
    await portsSettled();
    const late = bridge ?? playBridge(page);
    page.window.dispatchEvent(new Event(BRIDGE_READY));
    await portsSettled();
    expect(late.sent).toEqual([[1, 'grants', undefined]]);
    late.reply(1, grants);
    await expect(answer).resolves.toEqual([]);
  });

  it('keeps what was called meanwhile, in order', async () => {
    const page = openPage();
    const customer = await provided(page);
    const answers = [customer.grants(), customer.ratings({ kinds: [] }), customer.withdraw('a')];
    const bridge = playBridge(page);
    page.window.dispatchEvent(new Event(BRIDGE_READY));
    await portsSettled();
    expect(bridge.sent).toEqual([
      [1, 'grants', undefined],
      [2, 'ratings', '{"kinds":[]}'],
      [3, 'withdraw', '"a"'],
    ]);
    bridge.reply(1, grants);
    bridge.reply(2, '{"items":[]}');
    bridge.reply(3, 'null');
    await expect(Promise.all(answers)).resolves.toEqual([[], { items: [] }, undefined]);
  });
});

describe('a reply', () => {
  async function setUp() {
    const page = openPage();
    const bridge = playBridge(page);
    const customer = await provided(page);
    await portsSettled();
    return { bridge, customer };
  }

  it('goes to the call of its number, in any order', async () => {
    const { bridge, customer } = await setUp();
    const [first, second] = [customer.ratings(), customer.preferences()];
    bridge.reply(2, '"second"');
    bridge.reply(1, '"first"');
    await expect(Promise.all([first, second])).resolves.toEqual(['first', 'second']);
  });

  it('counts once: what is unknown, late or comes twice is dropped', async () => {
    const { bridge, customer } = await setUp();
    const first = customer.grants();
    for (const number of [7, -1, 1.5, '__proto__', 'constructor', Number.NaN]) {
      bridge.reply(number, '"wrong"');
    }
    bridge.reply(1, '"right"');
    bridge.reply(1, '"late"');
    bridge.reply(1, 'NotAllowedError', 'late');
    await expect(first).resolves.toBe('right');
    const second = customer.grants();
    bridge.reply(1, '"late"');
    bridge.reply(2, '"right"');
    await expect(second).resolves.toBe('right');
  });

  it.each(['NotAllowedError', 'DataError', 'QuotaExceededError', 'InvalidStateError', 'NotSupportedError'])(
    'of failure is a DOMException: %s',
    async (name) => {
      const { bridge, customer } = await setUp();
      const answer = customer.grants();
      bridge.reply(1, name, 'Words.');
      const thrown: unknown = await answer.catch((reason: unknown) => reason);
      expect(thrown).toBeInstanceOf(DOMException);
      expect(thrown).toMatchObject({ name, message: 'Words.' });
    },
  );

  it('without a value is undefined', async () => {
    const { bridge, customer } = await setUp();
    const answer = customer.withdraw('a');
    bridge.reply(1, 'null');
    await expect(answer).resolves.toBeUndefined();
  });

  it('makes no object of the page’s classes', async () => {
    const { bridge, customer } = await setUp();
    const answer = customer.ratings();
    bridge.reply(1, '{"__proto__": {"items": 1}, "items": []}');
    const page = await answer;
    expect(Object.getPrototypeOf(page)).toBe(Object.prototype);
    expect(page.items).toEqual([]);
  });

  it('that names an event fires it', async () => {
    const { bridge, customer } = await setUp();
    const heard = vi.fn<(event: Event) => void>();
    customer.addEventListener('grantschange', heard);
    bridge.reply('grantschange');
    await portsSettled();
    expect(heard).toHaveBeenCalledOnce();
    customer.removeEventListener('grantschange', heard);
    bridge.reply('grantschange');
    await portsSettled();
    expect(heard).toHaveBeenCalledOnce();
  });
});

describe('an input', () => {
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  let deep: unknown[] = [];
  for (let depth = 0; depth < 100_000; depth += 1) {
    deep = [deep];
  }

  it.each([
    ['a cycle', cycle],
    ['a BigInt', { limit: 1n }],
    [
      'a getter that throws',
      {
        get kinds(): never {
          throw new RangeError('mine');
        },
      },
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new RangeError('mine');
          },
        },
      ),
    ],
    ['10⁵-deep arrays', deep],
  ])('threat 6 of %s is refused here already', async (_what, input) => {
    const page = openPage();
    const bridge = playBridge(page);
    const customer = await provided(page);
    await portsSettled();
    await expect(customer.ratings(input as never)).rejects.toMatchObject({
      name: 'DataError',
      message: 'ratings: the value is not plain data',
    });
    await portsSettled();
    expect(bridge.sent).toEqual([]);
  });

  it('threat 6 over the limit is refused here already, and one at the limit goes', async () => {
    const page = openPage();
    const bridge = playBridge(page);
    const customer = await provided(page);
    await portsSettled();
    await expect(customer.withdraw('x'.repeat(INPUT_LIMIT - 1))).rejects.toMatchObject({ name: 'QuotaExceededError' });
    void customer.withdraw('x'.repeat(INPUT_LIMIT - 2));
    await portsSettled();
    expect(bridge.sent).toHaveLength(1);
    bridge.reply(1, 'null');
    await portsSettled();
  });

  it('is read once, when the call is made', async () => {
    const page = openPage();
    const bridge = playBridge(page);
    const customer = await provided(page);
    const kinds = ['Movie'] as 'Movie'[];
    const answer = customer.ratings({ kinds });
    kinds.push('Movie');
    await portsSettled();
    expect(bridge.sent).toEqual([[1, 'ratings', '{"kinds":["Movie"]}']]);
    bridge.reply(1, '{}');
    await answer;
  });

  it('of a reply to an intention takes both of its parts', async () => {
    const page = openPage();
    const bridge = playBridge(page);
    const customer = await provided(page);
    const answer = customer.reply('id', SIGNED_BY_VENDOR);
    await portsSettled();
    expect(bridge.sent).toEqual([[1, 'reply', `["id",${JSON.stringify(SIGNED_BY_VENDOR)}]`]]);
    bridge.reply(1, 'NotSupportedError', 'Later.');
    await expect(answer).rejects.toMatchObject({ name: 'NotSupportedError' });
  });
});

describe('a bridge that is gone', () => {
  async function pulse(count: number): Promise<void> {
    for (let beat = 0; beat < count; beat += 1) {
      vi.advanceTimersByTime(1_000);
      await portsSettled();
    }
  }

  it.each([
    ['says nothing any more', true],
    ['was never there', false],
  ])('threat 16 ends every call with InvalidStateError: it %s', async (_what, wasThere) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const page = openPage();
    if (wasThere) {
      playBridge(page, { isAlive: false });
    }
    const customer = await provided(page);
    const answers = [customer.grants(), customer.ratings()].map((answer) => answer.catch((thrown: unknown) => thrown));
    await portsSettled();
    await pulse(5);
    await expect(Promise.all(answers)).resolves.toEqual([
      expect.objectContaining({ name: 'InvalidStateError' }),
      expect.objectContaining({ name: 'InvalidStateError' }),
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('threat 16 is not made up for by another, which was never asked; what is called later finds that one', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const page = openPage();
    playBridge(page, { isAlive: false });
    const customer = await provided(page);
    const lost = customer.request({} as never);
    await portsSettled();
    const next = playBridge(page);
    page.window.dispatchEvent(new Event(BRIDGE_READY));
    await portsSettled();
    await Promise.all([expect(lost).rejects.toMatchObject({ name: 'InvalidStateError' }), pulse(5)]);
    expect(next.sent).toEqual([]);
    const later = customer.grants();
    await portsSettled();
    next.reply(2, grants);
    await expect(later).resolves.toEqual([]);
  });

  it('is not one that takes its time', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const page = openPage();
    const bridge = playBridge(page);
    const customer = await provided(page);
    const answer = customer.request({} as never);
    await portsSettled();
    await pulse(60);
    bridge.reply(1, '"given"');
    await expect(answer).resolves.toBe('given');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that comes too late does not get the calls that have ended', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const page = openPage();
    const customer = await provided(page);
    const answer = customer.request({} as never);
    await Promise.all([expect(answer).rejects.toMatchObject({ name: 'InvalidStateError' }), pulse(5)]);
    const bridge = playBridge(page);
    page.window.dispatchEvent(new Event(BRIDGE_READY));
    await portsSettled();
    expect(bridge.sent).toEqual([]);
  });
});

describe('threat 4', () => {
  const nothing = () => {
    throw new Error('the page’s own');
  };

  it('works on when the page replaces what it is made of', async () => {
    const page = openPage();
    const bridge = playBridge(page);
    const customer = await provided(page);
    await portsSettled();
    const replaced = [
      [Array.prototype, 'push'],
      [Array.prototype, Symbol.iterator],
      [Object, 'create'],
      [Object, 'defineProperty'],
      [Reflect, 'apply'],
      [JSON, 'parse'],
      [JSON, 'stringify'],
      [Function.prototype, 'call'],
      [Function.prototype, 'apply'],
      [globalThis, 'Promise'],
      [globalThis, 'DOMException'],
    ] as const;
    const kept = replaced.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name)!);
    const { defineProperty } = Object;
    let answer: Promise<unknown>;
    try {
      for (let index = 0; index < replaced.length; index += 1) {
        const entry = replaced[index]!;
        defineProperty(entry[0], entry[1], { ...kept[index]!, value: nothing });
      }
      answer = customer.ratings({ kinds: [] });
    } finally {
      for (let index = 0; index < replaced.length; index += 1) {
        const entry = replaced[index]!;
        defineProperty(entry[0], entry[1], kept[index]!);
      }
    }
    await portsSettled();
    expect(bridge.sent).toEqual([[1, 'ratings', '{"kinds":[]}']]);
    bridge.reply(1, '{"items":[]}');
    await expect(answer).resolves.toEqual({ items: [] });
  });

  it('sends by the real port when the page replaces its method', async () => {
    const page = openPage();
    const bridge = playBridge(page);
    const customer = await provided(page);
    await portsSettled();
    const spied = vi.spyOn(MessagePort.prototype, 'postMessage');
    const answer = customer.grants();
    expect(spied).not.toHaveBeenCalled();
    spied.mockRestore();
    await portsSettled();
    bridge.reply(1, grants);
    await expect(answer).resolves.toEqual([]);
  });
});
