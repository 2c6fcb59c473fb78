import { describe, expect, it } from 'vitest';
import type { Tally } from '../../../src/policy/taste.ts';
import { trimTallies } from '../../../src/policy/trim-tallies.ts';

describe('trimTallies', () => {
  const tallies: Record<string, Tally> = {
    'a:1': [1, 10],
    'a:2': [5, 50],
    'a:3': [1, 30],
    'a:4': [2, 40],
    'a:5': [1, 50],
  };

  it('keeps the names with most ratings, and of equals the latest', () => {
    expect(trimTallies(tallies, 3)).toEqual({ 'a:2': [5, 50], 'a:4': [2, 40], 'a:5': [1, 50] });
  });

  it('keeps all when there is room', () => {
    expect(trimTallies(tallies, 10)).toEqual(tallies);
  });

  it('leaves what it was given alone', () => {
    const before = structuredClone(tallies);
    trimTallies(tallies, 1);
    expect(tallies).toEqual(before);
  });

  it('keeps the latest latest, so that the next trim knows', () => {
    const once = trimTallies({ 'a:1': [1, 1], 'a:2': [1, 1], 'a:3': [1, 1] }, 2);
    expect(trimTallies(once, 1)).toEqual({ 'a:3': [1, 1] });
  });
});
