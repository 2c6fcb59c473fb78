import { describe, expect, it, vi } from 'vitest';
import type { Watch } from '../../../src/app/watch.ts';
import { Watched } from '../../../src/ui/watched.ts';

/** A watch that the test speaks through. */
function spoken<T>() {
  const stop = vi.fn();
  let onValue: (value: T) => void = () => undefined;
  let onError: (thrown: unknown) => void = () => undefined;
  const watch: Watch<T> = (value, error) => {
    onValue = value;
    onError = error;
    return stop;
  };
  return { watch, stop, say: (value: T) => onValue(value), fail: (thrown: unknown) => onError(thrown) };
}

function host() {
  return {
    addController: vi.fn(),
    removeController: vi.fn(),
    requestUpdate: vi.fn(),
    updateComplete: Promise.resolve(true),
  };
}

describe('Watched', () => {
  it('keeps its value equal to what is said while its element is on the page', () => {
    const element = host();
    const { watch, stop, say } = spoken<number>();
    const watched = new Watched(element, watch);
    expect(watched.value).toBeUndefined();
    watched.hostConnected();
    say(1);
    expect(watched.value).toBe(1);
    expect(element.requestUpdate).toHaveBeenCalledOnce();
    watched.hostDisconnected();
    expect(stop).toHaveBeenCalledOnce();
  });

  it('keeps the last value when the watch breaks, and forgets the failure when it goes on', () => {
    const { watch, say, fail } = spoken<number>();
    const watched = new Watched(host(), watch);
    watched.hostConnected();
    say(1);
    fail('broken');
    expect([watched.value, watched.failure]).toEqual([1, 'broken']);
    say(2);
    expect([watched.value, watched.failure]).toEqual([2, undefined]);
  });

  it('stops the old watch when it watches something else', () => {
    const before = spoken<number>();
    const after = spoken<number>();
    const watched = new Watched(host(), before.watch);
    watched.hostConnected();
    before.say(1);
    watched.rewatch(after.watch);
    expect(before.stop).toHaveBeenCalledOnce();
    expect(watched.value).toBe(1);
    after.say(2);
    expect(watched.value).toBe(2);
  });

  it('starts nothing before its element is on the page', () => {
    const watch = vi.fn(() => () => undefined);
    const watched = new Watched(host(), watch);
    watched.rewatch(watch);
    expect(watch).not.toHaveBeenCalled();
    watched.hostConnected();
    expect(watch).toHaveBeenCalledOnce();
  });
});
