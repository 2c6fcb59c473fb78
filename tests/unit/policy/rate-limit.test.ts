import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/domain/grant.ts';
import { mayPromptAtMs } from '../../../src/policy/rate-limit.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

describe('mayPromptAtMs', () => {
  const at = (outcomes: string): number => {
    const names: Record<string, Outcome> = { r: 'refused', i: 'ignored', s: 'silenced', a: 'allowed' };
    return mayPromptAtMs(Array.from(outcomes, (letter, index) => ({ outcome: names[letter]!, atMs: 1_000 - index })));
  };

  it.each([
    ['', 0],
    ['a', 0],
    ['r', 0],
    ['ra', 0],
    ['rr', 1_000 + MINUTE],
    ['ri', 1_000 + MINUTE],
    ['rra', 1_000 + MINUTE],
    ['rri', 1_000 + 5 * MINUTE],
    ['rrrr', 1_000 + HOUR],
    ['iiiii', 1_000 + 24 * HOUR],
    ['rrrrrrrrr', 1_000 + 24 * HOUR],
    ['arrrr', 0],
    ['rarrrr', 0],
    ['ssssr', 0],
    ['srsr', 999 + MINUTE],
  ])('after %j, newest first, is %i', (outcomes, expected) => {
    expect(at(outcomes)).toBe(expected);
  });

  it('is never sooner for one refusal more', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('r', 'i', 's', 'a')), (letters) => {
        expect(at(`r${letters.join('')}`)).toBeGreaterThanOrEqual(at(letters.join('')) - letters.length);
      }),
    );
  });
});
