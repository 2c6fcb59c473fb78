import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listChanges } from '../../../src/app/list-changes.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { RUNS } from '../../support/seed.ts';
import { steadyRandom } from '../../support/steady-random.ts';
import { anyStepOfWants, liveContent, type Stepping, takeStep } from '../../support/store-steps.ts';
import { testContext } from '../../support/test-context.ts';

const TIMEOUT_MS = RUNS === undefined ? 120_000 : 3_600_000;

/** What can't be done any more is refused; anything else is a bug. */
async function unlessRefused(change: Promise<unknown>): Promise<void> {
  await change.catch((thrown: unknown) => {
    if (!(thrown instanceof AppError && (thrown.code === 'conflict' || thrown.code === 'not-found'))) {
      throw thrown;
    }
  });
}

describe('what is put on the watch-list', () => {
  it(
    'breaks nothing among whatever else is done, and goes when all of it is undone, the last first',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStepOfWants, { minLength: 2, maxLength: 10, size: 'max' }), async (steps) => {
          steadyRandom();
          const stepping: Stepping = { context: testContext() };
          const { context } = stepping;
          const before = await liveContent(context);
          for (const one of steps) {
            context.clock.advance(1_000);
            await unlessRefused(takeStep(stepping, one));
            expect(await brokenInvariants(context.database)).toEqual([]);
          }
          const changes = await listChanges(context, { limit: 1_000 });
          for (const { id } of changes.filter(({ label }) => label !== 'undo-change')) {
            const now = await listChanges(context, { limit: 1_000 });
            if (now.some((change) => change.id === id && !change.isUndone)) {
              context.clock.advance(1_000);
              await unlessRefused(undoWithLater(context, { journalId: id }));
              expect(await brokenInvariants(context.database)).toEqual([]);
            }
          }
          expect(await liveContent(context)).toEqual(before);
        }),
        { numRuns: RUNS ?? 40 },
      );
    },
    TIMEOUT_MS,
  );
});
