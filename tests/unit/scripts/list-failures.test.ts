import { describe, expect, it } from 'vitest';
import { listFailures } from '../../../scripts/lib/list-failures.mjs';

function report(...testResults: object[]): string {
  return JSON.stringify({ testResults });
}

describe('listFailures', () => {
  it('tells each test that is not a pass, with its file and message', () => {
    const text = report(
      { name: 'a.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'holds' }] },
      {
        name: 'b.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'failed', fullName: 'breaks', failureMessages: ['expected 1\nto be 2'] },
          { status: 'skipped', fullName: 'was left out', failureMessages: [] },
        ],
      },
    );
    expect(listFailures(text)).toEqual([
      'b.test.ts: breaks (failed)\n    expected 1\n    to be 2',
      'b.test.ts: was left out (skipped)',
    ]);
  });

  it('tells a file that did not load', () => {
    const text = report({ name: 'c.test.ts', status: 'failed', message: 'no such module', assertionResults: [] });
    expect(listFailures(text)).toEqual(['c.test.ts: did not load\n    no such module']);
  });

  it('cuts a long message short', () => {
    const failureMessages = [Array.from({ length: 500 }, (_, index) => `line ${String(index)}`).join('\n')];
    const text = report({
      name: 'd.test.ts',
      status: 'failed',
      assertionResults: [{ status: 'failed', fullName: 'is long', failureMessages }],
    });
    expect(listFailures(text)[0]?.split('\n')).toHaveLength(13);
  });

  it('has nothing to tell of a report that was cut short', () => {
    expect(listFailures('{"testRes')).toEqual([]);
  });
});
