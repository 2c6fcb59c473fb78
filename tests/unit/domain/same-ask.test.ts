import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/domain/ask.ts';
import { isSameAsk } from '../../../src/domain/same-ask.ts';
import { ask, RATINGS } from '../../support/granting.ts';

describe('isSameAsk', () => {
  it('minds every field of an ask, and not how it was written down', () => {
    const one = ask([{ collection: 'ratings', kinds: ['Movie'] }]);
    const reversed = Object.fromEntries(Object.entries(one).reverse()) as unknown as Ask;
    expect(isSameAsk(one, reversed)).toBe(true);
    for (const other of [
      { ...one, id: 'z' },
      { ...one, text: 'z' },
      { ...one, purpose: 'Marketing' as const },
      { ...one, retention: 'P1Y' },
      { ...one, sharing: ['Somebody'] },
      { ...one, agreement: 'z' },
      { ...one, optional: [RATINGS] },
      { ...one, required: [{ collection: 'ratings' as const }] },
    ]) {
      expect(isSameAsk(one, other)).toBe(false);
    }
  });
});
