import { describe, expect, it } from 'vitest';
import { askShare } from '../../../src/app/ask-share.ts';
import { callId } from '../../support/granting.ts';
import { testContext } from '../../support/test-context.ts';

describe('askShare', () => {
  it('is the same for the same ask over a restart, and another elsewhere', async () => {
    const context = testContext();
    const ask = callId();
    const share = await askShare(context.database, ask);
    expect(await askShare(context.reopen({ session: 'other' }).database, ask)).toBe(share);
    expect(await askShare(testContext().database, ask)).not.toBe(share);
  });

  it('is spread evenly from 0 to 1', async () => {
    const { database } = testContext();
    const shares = await Promise.all(Array.from({ length: 400 }, () => askShare(database, callId())));
    expect(shares.every((share) => share >= 0 && share < 1)).toBe(true);
    const quarters = [0, 1, 2, 3].map((quarter) => shares.filter((share) => Math.floor(share * 4) === quarter).length);
    // Of 400 about 100 each; fewer than 60 happens once in some hundred thousand runs.
    expect(Math.min(...quarters)).toBeGreaterThan(60);
  });
});
