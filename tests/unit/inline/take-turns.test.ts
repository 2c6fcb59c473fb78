import { describe, expect, it, vi } from 'vitest';
import { inTurns } from '../../../src/inline/take-turns.ts';

function* counting(steps: number, each: () => void): Generator<undefined, string> {
  for (let step = 0; step < steps; step += 1) {
    each();
    yield;
  }
  return 'done';
}

describe('inTurns', () => {
  it('runs to the end and hands out the result', async () => {
    expect(
      await inTurns(
        counting(100, () => undefined),
        new AbortController().signal,
      ),
    ).toBe('done');
  });

  it('gives the page a turn when a piece took long, and not before', async () => {
    let nowMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    const turn = vi.fn(async () => undefined);
    vi.stubGlobal('scheduler', { yield: turn });
    await inTurns(
      counting(10, () => (nowMs += 1)),
      new AbortController().signal,
    );
    expect(turn).toHaveBeenCalledTimes(1);
    await inTurns(
      counting(10, () => (nowMs += 20)),
      new AbortController().signal,
    );
    expect(turn).toHaveBeenCalledTimes(11);
  });

  it('stops where it is when it is no longer wanted', async () => {
    const stop = new AbortController();
    let steps = 0;
    const result = await inTurns(
      counting(10, () => {
        steps += 1;
        if (steps === 3) {
          stop.abort();
        }
      }),
      stop.signal,
    );
    expect([result, steps]).toEqual([undefined, 3]);
  });
});
