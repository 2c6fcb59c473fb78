import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AskBackground } from '../../../src/inline/ask-background.ts';
import { Keeper, type Showing } from '../../../src/inline/keeper.ts';

interface Asked {
  readonly call: string;
  readonly things: readonly (readonly string[])[];
}

let asked: Asked[];
let answer: (things: readonly (readonly string[])[]) => unknown;

const ask = (async (call: string, input: { things: string[][] }) => {
  asked.push({ call, things: input.things });
  return answer(input.things);
}) as unknown as AskBackground;

class Shown implements Showing {
  readonly identifiers: readonly string[];
  readonly seen: number[] = [];
  constructor(identifier: string) {
    this.identifiers = [identifier];
  }
  show(saved: number): void {
    this.seen.push(saved);
  }
}

const rated = (halfStars: number) => ({
  halfStars,
  given: { value: halfStars / 2, best: 5, worst: 0.5 },
  ratedAt: '2026',
});

describe('Keeper', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    answer = (things) => things.map(([first]) => (first === 'known' ? rated(7) : null));
    return () => vi.useRealTimers();
  });

  it('asks once for all that comes into view together, and keeps the order', async () => {
    const keeper = new Keeper(ask);
    const things = [new Shown('known'), new Shown('unknown'), new Shown('known')];
    things.forEach((one) => keeper.add(one));
    await vi.runAllTimersAsync();
    expect(asked).toEqual([{ call: 'look-up', things: [['known'], ['unknown'], ['known']] }]);
    expect(things.map(({ seen }) => seen)).toEqual([[7], [0], [7]]);
  });

  it('asks for no more than 500 at a time', async () => {
    const keeper = new Keeper(ask);
    for (let index = 0; index < 1_001; index += 1) {
      keeper.add(new Shown('unknown'));
    }
    await vi.runAllTimersAsync();
    expect(asked.map(({ things }) => things.length)).toEqual([500, 500, 1]);
  });

  it('looks again for what is still shown, once however often it is told', async () => {
    const keeper = new Keeper(ask);
    const [stays, goes] = [new Shown('known'), new Shown('known')];
    keeper.add(stays);
    keeper.add(goes);
    await vi.runAllTimersAsync();
    keeper.forget(goes);
    keeper.lookAgain();
    keeper.lookAgain();
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(2);
    expect([stays.seen, goes.seen]).toEqual([[7, 7], [7]]);
  });

  it('shows nothing of an answer that comes after the page has become another', async () => {
    const keeper = new Keeper(ask);
    const one = new Shown('known');
    answer = (things) => {
      keeper.end();
      return things.map(() => rated(3));
    };
    keeper.add(one);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(1);
    expect(one.seen).toEqual([]);
  });

  it('leaves things as they are shown when nobody answers', async () => {
    const keeper = new Keeper(ask);
    const one = new Shown('known');
    answer = () => undefined;
    keeper.add(one);
    await vi.runAllTimersAsync();
    expect(one.seen).toEqual([]);
  });

  it('tells an undo that was done from one that was not', async () => {
    answer = () => null;
    expect(await new Keeper(ask).undo('x')).toEqual({ journalId: null });
    answer = () => undefined;
    expect(await new Keeper(ask).undo('x')).toBeUndefined();
  });
});
