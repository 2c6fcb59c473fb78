import { beforeEach, describe, expect, it, vi } from 'vitest';
import { countTests } from '../../../scripts/lib/count-tests.mjs';

function report(numPassedTests: number, numTotalTests: number): () => string {
  return () => JSON.stringify({ numPassedTests, numTotalTests });
}

describe('countTests', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  it.each([
    // what happened                      report         ended well  count
    ['all passed', report(5, 5), true, { passed: 5, failed: 0 }],
    ['some failed', report(3, 5), false, { passed: 3, failed: 2 }],
    ['some were skipped', report(3, 5), true, { passed: 3, failed: 2 }],
    ['an error outside any test', report(5, 5), false, { passed: 5, failed: 1 }],
    ['a file did not load', report(5, 5), false, { passed: 5, failed: 1 }],
    ['there was no test', report(0, 0), true, { passed: 0, failed: 1 }],
    ['the report was cut short', () => '{"numPassed', true, { passed: 0, failed: 1 }],
  ])('%s', (_what, read, isDone, count) => {
    expect(countTests(read, isDone)).toEqual(count);
  });

  it('counts a run that left no report as one failure', () => {
    const read = () => {
      throw new TypeError('no such file');
    };
    expect(countTests(read, true)).toEqual({ passed: 0, failed: 1 });
  });
});
