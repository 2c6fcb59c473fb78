import { describe, expect, it } from 'vitest';
import { endOfDuration } from '../../../src/policy/end-of-duration.ts';

const HOUR = 3_600_000;

describe('endOfDuration', () => {
  it.each([
    ['once', HOUR],
    ['hour', HOUR],
    ['session', undefined],
    ['month', 30 * 24 * HOUR],
    ['until-stopped', undefined],
  ] as const)('of %s is %j ms later', (duration, expected) => {
    expect(endOfDuration(duration, 0)).toBe(expected);
  });
});
