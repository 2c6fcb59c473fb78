import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/domain/errors.ts';
import { unwrap } from '../../../src/protocol/reply.ts';

describe('unwrap', () => {
  it('gives the value of a success', () => {
    expect(unwrap({ ok: true, value: [1] })).toEqual([1]);
  });

  it('throws the failure that was sent, by its code', () => {
    const error = AppError.toWire(new AppError('conflict', 'Changed meanwhile.', { cause: new Error('secret') }));
    expect(() => unwrap({ ok: false, error })).toThrow(new AppError('conflict', 'Changed meanwhile.'));
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});
