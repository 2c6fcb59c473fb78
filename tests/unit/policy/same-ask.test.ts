import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../../src/domain/ids.ts';
import { grantForAsk } from '../../../src/policy/same-ask.ts';
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
});
