import { describe, expect, it, vi } from 'vitest';
import { together } from '../../../src/platform/together.ts';

/** Answers when it is told to. */
function slow() {
  const open: (() => void)[] = [];
  const doAll = vi.fn(async (all: readonly number[]) => {
    await new Promise<void>((resolve) => {
      open.push(resolve);
    });
    if (all.includes(13)) {
      throw new Error('thirteen');
    }
    return all.map((one) => one * 10);
  });
  return {
    doAll,
    calls: () => doAll.mock.calls.map(([all]) => [...all]),
    next: () => vi.waitFor(() => open.shift()!()),
  };
}

describe('together', () => {
  it('begins at once, and does what comes meanwhile after that, together and each with its own answer', async () => {
    const { doAll, calls, next } = slow();
    const ask = together(doAll);
    const first = ask(1);
    await vi.waitFor(() => expect(calls()).toEqual([[1]]));
    const others = [ask(2), ask(3), ask(4)];
    await next();
    expect(await first).toBe(10);
    const last = [ask(5), ask(6)];
    await next();
    expect(await Promise.all(others)).toEqual([20, 30, 40]);
    await next();
    expect(await Promise.all(last)).toEqual([50, 60]);
    expect(calls()).toEqual([[1], [2, 3, 4], [5, 6]]);
  });

  it('does together what comes at one moment', async () => {
    const ask = together(async (all: readonly string[]) => all.map((one) => `${one} of ${all.length}`));
    expect(await Promise.all(['a', 'b'].map(ask))).toEqual(['a of 2', 'b of 2']);
    expect(await ask('c')).toBe('c of 1');
  });

  it('tries each alone where they fail together: only what is wrong itself fails, and what comes later is done', async () => {
    const ask = together(async (all: readonly number[]) => {
      if (all.includes(13)) {
        throw new Error('thirteen');
      }
      return all;
    });
    const done = await Promise.allSettled([12, 13, 14].map(ask));
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await expect(ask(13)).rejects.toThrow('thirteen');
    expect(await ask(15)).toBe(15);
  });
});
