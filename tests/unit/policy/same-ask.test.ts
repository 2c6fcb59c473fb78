import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/domain/ask.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import { grantForAsk, isSameAsk } from '../../../src/policy/same-ask.ts';
import { heldOf } from '../../support/grant-samples.ts';
import { ask, RATINGS } from '../../support/granting.ts';

describe('grantForAsk', () => {
  it('takes the newest that holds and was given for the very same ask', () => {
    const asked = ask([RATINGS], { id: 'x' });
    const held = [
      heldOf({ id: 'old' as RecordId, ask: asked }),
      heldOf({ id: 'new' as RecordId, ask: { ...asked } }),
      heldOf({ id: 'over' as RecordId, ask: asked, status: 'ended' }),
      heldOf({ id: 'other' as RecordId, ask: ask([RATINGS], { id: 'y' }) }),
    ];
    expect(grantForAsk(held, asked)?.id).toBe('new');
    expect(grantForAsk(held, { ...asked, text: 'else' })).toBeUndefined();
  });

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
