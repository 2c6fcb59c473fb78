import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestCustomer, customer } from '../../../src/sdk/index.ts';

const here = createTestCustomer().customer;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('customer, outside a page', () => {
  it('is undefined in Node, at once', async () => {
    vi.stubGlobal('navigator', undefined);
    await expect(customer()).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is undefined in a worker, which has a navigator and no window', async () => {
    vi.stubGlobal('navigator', { customer: here });
    await expect(customer()).resolves.toBeUndefined();
  });
});

describe('customer, on a page', () => {
  beforeEach(() => {
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('navigator', {});
  });

  it('is what is there, without waiting', async () => {
    vi.stubGlobal('navigator', { customer: here });
    await expect(customer()).resolves.toBe(here);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits for Sayso to arrive', async () => {
    const found = customer();
    await vi.advanceTimersByTimeAsync(299);
    vi.stubGlobal('navigator', { customer: here });
    window.dispatchEvent(new Event('customerready'));
    await expect(found).resolves.toBe(here);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives up after 300 ms, and leaves no listener behind', async () => {
    const removed = vi.spyOn(window, 'removeEventListener');
    const found = customer();
    await vi.advanceTimersByTimeAsync(300);
    await expect(found).resolves.toBeUndefined();
    expect(removed).toHaveBeenCalledWith('customerready', expect.any(Function));
  });

  it.each([0, -1, Number.NaN])('looks once when told to wait %s ms', async (waitMs) => {
    await expect(customer({ waitMs })).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits as long as it is told', async () => {
    const found = customer({ waitMs: 5_000 });
    await vi.advanceTimersByTimeAsync(4_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await expect(found).resolves.toBeUndefined();
  });

  it.each([
    ['another version', { version: '2' }],
    ['text', 'customer'],
    ['null', null],
    ['an object that says nothing', {}],
  ])('takes %s for nothing', async (_what, thing) => {
    vi.stubGlobal('navigator', { customer: thing });
    await expect(customer({ waitMs: 0 })).resolves.toBeUndefined();
  });

  it('takes a getter that throws for nothing', async () => {
    vi.stubGlobal('navigator', {
      get customer(): never {
        throw new TypeError('mine');
      },
    });
    await expect(customer({ waitMs: 0 })).resolves.toBeUndefined();
  });
});
