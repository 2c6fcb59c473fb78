import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listChanges } from '../../../src/app/list-changes.ts';
import { suggestJoins } from '../../../src/app/suggest-joins.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import { whatBlocks } from '../../../src/app/what-blocks.ts';
import { AppError } from '../../../src/domain/errors.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import { isRefused } from '../../../src/store/is-refused.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { RUNS } from '../../support/seed.ts';
import { steadyRandom } from '../../support/steady-random.ts';
import { anyStep, liveContent, replacedTables, type Step, type Stepping, takeStep } from '../../support/store-steps.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

const TIMEOUT_MS = RUNS === undefined ? 120_000 : 3_600_000;

function runs(numRuns: number): { numRuns: number } {
  return { numRuns: RUNS ?? numRuns };
}

/** What can't be done any more is refused; anything else is a bug. */
async function takeOrRefuse(stepping: Stepping, one: Step): Promise<void> {
  stepping.context.clock.advance(1_000);
  await takeStep(stepping, one).catch((thrown: unknown) => {
    if (!(thrown instanceof AppError && (thrown.code === 'conflict' || thrown.code === 'not-found'))) {
      throw thrown;
    }
  });
}

/** Pairs of which the person said that they are two, of either or of what became one with it, and that are suggested again. */
async function refusedAmongSuggested(context: TestContext): Promise<unknown[]> {
  const { suggestions } = await suggestJoins(context, { limit: 100 });
  const found: unknown[] = [];
  for (const { items } of suggestions) {
    const [one, other] = items.map(({ item }) => item.id) as [ItemId, ItemId];
    if (await isRefused(context.database, one, other)) {
      found.push([one, other]);
    }
  }
  return found;
}

describe("the person's data", () => {
  it(
    'stays whole whatever is done to it, and in whatever order',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 18, size: 'max' }), async (steps) => {
          steadyRandom();
          const stepping: Stepping = { context: testContext() };
          for (const one of steps) {
            await takeOrRefuse(stepping, one);
            expect(await brokenInvariants(stepping.context.database)).toEqual([]);
            expect(await refusedAmongSuggested(stepping.context)).toEqual([]);
            if (one.do === 'restore' && stepping.kept) {
              expect(await replacedTables(stepping.context)).toEqual(stepping.kept.tables);
            }
          }
        }),
        runs(50),
      );
    },
    TIMEOUT_MS,
  );

  it(
    'is step by step as it was when everything is undone, newest first',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            anyStep.filter((one) => one.do !== 'undo'),
            { minLength: 3, maxLength: 10, size: 'max' },
          ),
          async (steps) => {
            steadyRandom();
            const stepping: Stepping = { context: testContext() };
            const { context } = stepping;
            const before = new Map<string, unknown>();
            for (const one of steps) {
              const content = await liveContent(context);
              await takeOrRefuse(stepping, one);
              const [last] = await listChanges(context, { limit: 1 });
              if (last && !before.has(last.id)) {
                before.set(last.id, content);
              }
            }
            for (const { id: journalId } of await listChanges(context, { limit: 100 })) {
              // An entry that changed nothing has nothing to undo.
              await undoWithLater(context, { journalId }).then(
                ({ kept }) => expect(kept).toBe(0),
                (thrown: unknown) => expect(thrown).toMatchObject({ code: 'conflict' }),
              );
              expect(await liveContent(context)).toEqual(before.get(journalId));
            }
            expect(await brokenInvariants(context.database)).toEqual([]);
          },
        ),
        runs(25),
      );
    },
    TIMEOUT_MS,
  );

  it(
    'is as it was when everything is undone, in whatever order',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            anyStep.filter((one) => one.do !== 'undo'),
            { minLength: 2, maxLength: 8, size: 'max' },
          ),
          fc.array(fc.nat(50), { minLength: 40, maxLength: 40 }),
          async (steps, order) => {
            steadyRandom();
            const stepping: Stepping = { context: testContext() };
            const { context } = stepping;
            const before = await liveContent(context);
            for (const one of steps) {
              await takeOrRefuse(stepping, one);
            }
            const isRestored = steps.some((step) => step.do === 'restore');
            // What was changed since is refused, and asked for again when more is undone.
            let refused = new Set<string>();
            for (let turn = 0; ; turn += 1) {
              const changes = await listChanges(context, { limit: 1_000 });
              const left = changes.filter(
                ({ id, label, isUndone }) => label !== 'undo-change' && !isUndone && !refused.has(id),
              );
              const one = left[order[turn % order.length]! % left.length];
              if (!one) {
                break;
              }
              context.clock.advance(1_000);
              await undoWithLater(context, { journalId: one.id }).then(
                () => {
                  refused = new Set();
                },
                async (thrown: unknown) => {
                  expect(thrown).toMatchObject({ code: 'conflict' });
                  // Nothing is stuck: what goes first can be undone. Of what a restore took, and of no change, nothing may be left.
                  const blocks = await whatBlocks(context, { journalId: one.id });
                  expect(blocks !== undefined || isRestored || one.count === 0).toBe(true);
                  refused.add(one.id);
                  if (blocks) {
                    context.clock.advance(1_000);
                    await undoWithLater(context, { journalId: blocks.id }).then(
                      () => {
                        refused = new Set();
                      },
                      (reason: unknown) => expect(isRestored ? reason : undefined).toMatchObject({ code: 'conflict' }),
                    );
                  }
                },
              );
              expect(await brokenInvariants(context.database)).toEqual([]);
            }
            expect(await liveContent(context)).toEqual(before);
          },
        ),
        runs(40),
      );
    },
    TIMEOUT_MS,
  );
});
