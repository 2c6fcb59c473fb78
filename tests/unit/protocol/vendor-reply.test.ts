import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../../src/domain/errors.ts';
import { failureOf } from '../../../src/protocol/vendor-reply.ts';

/** Typed so that a new code without a row does not compile. */
const NAMES = {
  'bad-request': 'DataError',
  'unknown-call': 'NotSupportedError',
  'not-supported': 'NotSupportedError',
  'not-granted': 'NotAllowedError',
  'too-much': 'QuotaExceededError',
  'turned-off': 'InvalidStateError',
  'not-found': 'NotAllowedError',
  conflict: 'InvalidStateError',
  'storage-full': 'InvalidStateError',
  'storage-unavailable': 'InvalidStateError',
  cancelled: 'InvalidStateError',
  'browser-refused': 'NotAllowedError',
  internal: 'InvalidStateError',
} satisfies Record<ErrorCode, string>;

const codes = Object.entries(NAMES) as [ErrorCode, string][];

describe('failureOf', () => {
  it.each(codes)('tells %s as %s', (code, name) => {
    expect(failureOf(new AppError(code, 'Words.'))).toMatchObject({ kind: 'failure', name });
  });

  it('says every refusal in the same words, whatever it was', () => {
    const refusals = codes
      .filter(([, name]) => name === 'NotAllowedError')
      .map(([code]) => failureOf(new AppError(code, `The reason is ${code}.`)));
    expect(new Set(refusals.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ kind: 'failure', name: 'NotAllowedError', message: 'Not given.' })]),
    );
  });

  it('says nothing of what went wrong inside', () => {
    const thrown = [
      new TypeError('rating of The Matrix is not a function'),
      new AppError('internal', 'rating of The Matrix'),
      new AppError('storage-full', 'while writing The Matrix'),
      'The Matrix',
      { message: 'The Matrix', code: 'bad-request' },
      undefined,
    ].map(failureOf);
    expect(JSON.stringify(thrown)).not.toContain('Matrix');
    expect(new Set(thrown.map((one) => 'name' in one && one.name))).toEqual(new Set(['InvalidStateError']));
  });

  it('passes on what is wrong with the page’s own input', () => {
    expect(failureOf(new AppError('bad-request', 'request: text: too long'))).toMatchObject({
      name: 'DataError',
      message: 'request: text: too long',
    });
  });
});
