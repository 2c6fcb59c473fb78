import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalTellAtMs } from '../../../src/policy/refusal-delay.ts';

describe('refusalTellAtMs', () => {
  it.each([
    [0, 2_500],
    [0.5, 2_500 + Math.round(4_000 * Math.LN2)],
    [1 - Number.EPSILON, 45_000],
  ])('with a share of %d is told after %i ms', (share, expected) => {
    expect(refusalTellAtMs(0, share, 0)).toBe(expected);
  });

  it('lies between its bounds, and never before the decision', () => {
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(1e9), share, fc.nat(1e6), (askedAtMs, random, tookMs) => {
        const decidedAtMs = askedAtMs + tookMs;
        const tellAtMs = refusalTellAtMs(askedAtMs, random, decidedAtMs);
        expect(tellAtMs).toBeGreaterThanOrEqual(Math.max(decidedAtMs, askedAtMs + 2_500));
        expect(tellAtMs).toBeLessThanOrEqual(Math.max(decidedAtMs, askedAtMs + 45_000));
      }),
    );
  });

  it('is spread as long as a person thinks: a mean of about 6.5 seconds', () => {
    const count = 10_000;
    const shares = Array.from({ length: count }, (_, index) => (index + 0.5) / count);
    const sum = shares.reduce((total, share) => total + refusalTellAtMs(0, share, 0), 0);
    expect(sum / count).toBeGreaterThan(6_300);
    expect(sum / count).toBeLessThan(6_600);
  });
});
