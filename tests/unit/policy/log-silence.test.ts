import { describe, expect, it } from 'vitest';
import { isWorthLogging } from '../../../src/policy/log-silence.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

describe('isWorthLogging', () => {
  it.each([
    [undefined, 0, true],
    [MINUTE, 0, true],
    [MINUTE - 1, 0, false],
    [MINUTE, 29, true],
    [MINUTE, 30, false],
    [HOUR, 30, true],
    [HOUR, 1_000, true],
    [-MINUTE, 0, true],
  ])('with the last one %j ms ago and %i of the day: %s', (agoMs, count, expected) => {
    expect(isWorthLogging(agoMs === undefined ? undefined : 1e9 - agoMs, count, 1e9)).toBe(expected);
  });
});
