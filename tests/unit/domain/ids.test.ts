import { describe, expect, it } from 'vitest';
import { newThreadId, readMessageId } from '../../../src/domain/ids.ts';

describe('readMessageId', () => {
  it.each(['q1', 'urn:uuid:3f2c8a10', 'A.b_c-9', 'x'.repeat(64)])('reads %j', (text) => {
    expect(readMessageId(text)).toBe(text);
  });

  it.each(['', ' q1', 'q 1', 'q1\n', 'x'.repeat(65), '<b>', 'ä'])('refuses %j', (text) => {
    expect(readMessageId(text)).toBeUndefined();
  });
});

describe('newThreadId', () => {
  it('is random, with no time in it', () => {
    const ids = Array.from({ length: 50 }, newThreadId);
    expect(new Set(ids).size).toBe(50);
    expect(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u.test(id))).toBe(true);
  });
});
