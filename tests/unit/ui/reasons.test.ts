import '../../support/fake-browser.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { REQUEST_REFUSALS } from '../../../src/domain/cast-request.ts';
import { DECLINE_REASONS } from '../../../src/domain/decline.ts';
import { FAILURE_REASONS } from '../../../src/domain/failure-notice.ts';
import { LET_DOWN_REASONS } from '../../../src/domain/let-down.ts';
import { THREAD_REFUSALS } from '../../../src/domain/thread.ts';
import { declineReason, failureReason, letDownReason } from '../../../src/ui/reason-text.ts';
import { refusalText } from '../../../src/ui/refusal-text.ts';
import { speak } from '../../support/fake-browser.ts';

afterEach(() => speak('en'));

describe.each(['en', 'de'] as const)('in %s', (language) => {
  it('every reason and every refusal is said in words of its own language', () => {
    speak(language);
    for (const [reasons, text] of [
      [DECLINE_REASONS, declineReason],
      [FAILURE_REASONS, failureReason],
      [LET_DOWN_REASONS, letDownReason],
    ] as const) {
      const texts = reasons.map((reason) => (text as (one: string) => string)(reason));
      expect(new Set(texts).size).toBe(reasons.length);
      expect(texts).not.toContain('');
    }
    expect([...REQUEST_REFUSALS, ...THREAD_REFUSALS].map(refusalText)).not.toContain('');
  });
});
