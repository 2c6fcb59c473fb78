import { describe, expect, it } from 'vitest';
import { shorterEnds } from '../../../../../src/ui/dashboard/sites/shorter-ends.ts';

const HOUR_MS = 3_600_000;
const noonMs = new Date(2026, 5, 10, 12).getTime();

describe('shorterEnds', () => {
  it('offers every end to a grant without one', () => {
    expect(shorterEnds(undefined, noonMs).map(({ end }) => end)).toEqual(['hour', 'today', 'week', 'month']);
  });

  it('ends today at the midnight of the person', () => {
    const [, today] = shorterEnds(undefined, noonMs);
    expect(today).toEqual({ end: 'today', atMs: new Date(2026, 5, 11).getTime() });
  });

  it('offers no end that is not earlier than the present one', () => {
    expect(shorterEnds(noonMs + 13 * HOUR_MS, noonMs).map(({ end }) => end)).toEqual(['hour', 'today']);
    expect(shorterEnds(noonMs + HOUR_MS, noonMs)).toEqual([]);
  });

  it('names midnight before the hour when midnight comes first', () => {
    const lateMs = new Date(2026, 5, 10, 23, 30).getTime();
    expect(shorterEnds(undefined, lateMs).map(({ end }) => end)).toEqual(['today', 'hour', 'week', 'month']);
  });
});
