import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestCustomer, whenCustomer } from '../../../src/sdk/index.ts';

const here = createTestCustomer().customer;

function arrive(): void {
  vi.stubGlobal('navigator', { customer: here });
  window.dispatchEvent(new Event('customerready'));
}

describe('whenCustomer', () => {
  beforeEach(() => {
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('navigator', {});
  });

  it('calls at once when Sayso is there', () => {
    vi.stubGlobal('navigator', { customer: here });
    const listener = vi.fn();
    whenCustomer(listener);
    expect(listener).toHaveBeenCalledExactlyOnceWith(here);
  });

  it('calls when the person chooses the site later, once', () => {
    const listener = vi.fn();
    whenCustomer(listener);
    expect(listener).not.toHaveBeenCalled();
    arrive();
    arrive();
    expect(listener).toHaveBeenCalledExactlyOnceWith(here);
  });

  it('is not taken in by the event alone', () => {
    const listener = vi.fn();
    whenCustomer(listener);
    window.dispatchEvent(new Event('customerready'));
    expect(listener).not.toHaveBeenCalled();
    arrive();
    expect(listener).toHaveBeenCalledOnce();
  });

  it('stops with its signal', () => {
    const listener = vi.fn();
    const stop = new AbortController();
    whenCustomer(listener, { signal: stop.signal });
    stop.abort();
    arrive();
    whenCustomer(listener, { signal: stop.signal });
    expect(listener).not.toHaveBeenCalled();
  });

  it('does nothing where there is no window', () => {
    vi.stubGlobal('window', undefined);
    const listener = vi.fn();
    whenCustomer(listener);
    expect(listener).not.toHaveBeenCalled();
  });
});
