// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pageOf, watchAddress } from '../../../src/inline/watch-address.ts';

class FakeNavigation extends EventTarget {
  navigate(url: string, more: Readonly<Record<string, unknown>> = {}): void {
    const destination = { url: new URL(url, location.href).href, sameDocument: true };
    const event = { hashChange: false, downloadRequest: null, destination, ...more };
    this.dispatchEvent(Object.assign(new Event('navigate'), event));
  }
}

describe('watchAddress', () => {
  let navigation: FakeNavigation;
  let said: string[];

  beforeEach(() => {
    vi.useFakeTimers();
    navigation = new FakeNavigation();
    vi.stubGlobal('navigation', navigation);
    said = [];
    watchAddress({ onLeave: () => said.push('leave'), onArrive: () => said.push('arrive') });
    return () => vi.useRealTimers();
  });

  it('tells before the address changes, and when it has', () => {
    navigation.navigate('/another');
    navigation.dispatchEvent(new Event('currententrychange'));
    expect(said).toEqual(['leave', 'arrive']);
  });

  it('arrives after a second even if the navigation came to nothing', () => {
    navigation.navigate('/another');
    vi.advanceTimersByTime(1_000);
    expect(said).toEqual(['leave', 'arrive']);
  });

  it.each([
    ['a place in the page', '#there', { hashChange: true }],
    ['the same page', '', {}],
    ['a download', '/file.zip', { downloadRequest: 'file.zip' }],
    ['another document', '/another', { destination: { url: 'https://else.example/', sameDocument: false } }],
  ])('does not leave for %s', (_what, url, more) => {
    navigation.navigate(url, more);
    expect(said).toEqual([]);
  });

  it('knows a page without its fragment', () => {
    expect(pageOf('https://shop.example/a?b=c#d#e')).toBe('https://shop.example/a?b=c');
  });
});
