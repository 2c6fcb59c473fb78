import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { describeItem } from '../../../src/app/describe-item.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { joinItems } from '../../../src/app/join-items.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { refuseJoin } from '../../../src/app/refuse-join.ts';
import { runImport } from '../../../src/app/run-import.ts';
import { splitItems } from '../../../src/app/split-items.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { isLiveIntention } from '../../../src/domain/intention.ts';
import type { Item } from '../../../src/domain/item.ts';
import { readMoment } from '../../../src/domain/moment.ts';
import { type Winner, WINNERS } from '../../../src/policy/settle-rating.ts';
import { gathered, type Said } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { id, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const NAMES = [
  'gtin:04006381333931',
  'gtin:00036000291452',
  'imdb:tt0000001',
  'imdb:tt0000002',
  'sku:one.example/1',
  'sku:two.example/2',
  'url:https://one.example/a',
  'wikidata:Q42',
].map(id);

const KINDS = ['Movie', 'Product', 'WebPage'] as const;
const YEARS = ['2019', '2020', '2021'].map((year) => readMoment(year)!);

type Step =
  | { do: 'rate'; names: typeof NAMES; kind: (typeof KINDS)[number]; mark: number; year: number }
  | { do: 'edit'; which: number; mark: number }
  | { do: 'delete'; which: number }
  | { do: 'split'; which: number }
  | { do: 'describe'; which: number; kind: (typeof KINDS)[number] }
  | { do: 'import'; source: string; winner: Winner; things: Said[] }
  | { do: 'join'; which: number; other: number }
  | { do: 'refuse'; which: number; other: number }
  | { do: 'undo'; which: number };

const said: fc.Arbitrary<Said> = fc
  .record({
    names: fc.subarray([...NAMES], { maxLength: 2 }),
    name: fc.constantFrom('Heat', 'Dune'),
    marks: fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.constantFrom('2019', '2020-02-03', '2021-05')), {
      maxLength: 2,
    }),
    wanted: fc.boolean(),
    text: fc.constantFrom('', 'Words.'),
  })
  .map(({ text, ...rest }) => ({ ...rest, ...(text !== '' && { text }) }));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('rate' as const),
      names: fc.subarray(NAMES, { minLength: 1, maxLength: 4 }),
      kind: fc.constantFrom(...KINDS),
      mark: fc.integer({ min: 1, max: 5 }),
      year: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      which: fc.nat(20),
      mark: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('delete' as const), which: fc.nat(20) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('split' as const), which: fc.nat(20) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('describe' as const), which: fc.nat(20), kind: fc.constantFrom(...KINDS) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      source: fc.constantFrom('imdb', 'letterboxd'),
      winner: fc.constantFrom(...WINNERS),
      things: fc.uniqueArray(said, { minLength: 1, maxLength: 4, selector: ({ names, name }) => names?.[0] ?? name }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('join' as const, 'refuse' as const),
      which: fc.nat(20),
      other: fc.nat(20),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(20) }) },
);

async function take(context: TestContext, one: Step): Promise<void> {
  const { database } = context;
  switch (one.do) {
    case 'rate': {
      const facts = { kind: one.kind, name: 'A thing', identifiers: one.names, genres: one.mark > 3 ? ['Good'] : [] };
      await rateItem(context, { facts, given: stars(one.mark), ratedAt: YEARS[one.year]! });
      return;
    }
    case 'import': {
      const things = gathered(one.source, one.things);
      await runImport(context, { things, files: [], rows: things.length, skipped: 0, winner: one.winner });
      return;
    }
    case 'join':
    case 'refuse': {
      const items = (await database.items.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
      const [first, second] = [
        items[one.which % Math.max(1, items.length)],
        items[one.other % Math.max(1, items.length)],
      ];
      if (first && second) {
        await (one.do === 'join' ? joinItems : refuseJoin)(context, { one: first.id, other: second.id });
      }
      return;
    }
    case 'edit':
    case 'delete':
    case 'describe': {
      const items: Item[] = (await database.items.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
      const item = items[one.which % Math.max(1, items.length)];
      if (!item) {
        return;
      }
      if (one.do === 'edit') {
        await editRating(context, { itemId: item.id, given: stars(one.mark) });
      } else if (one.do === 'describe') {
        await describeItem(context, { itemId: item.id, kind: one.kind, name: 'Renamed' });
      } else {
        await deleteRating(context, { itemIds: [item.id] });
      }
      return;
    }
    case 'split': {
      const merges = await database.merges.toArray();
      const merge = merges[one.which % Math.max(1, merges.length)];
      if (merge) {
        await splitItems(context, { mergeId: merge.id });
      }
      return;
    }
    case 'undo': {
      const changes = await listChanges(context, { limit: 100 });
      const change = changes[one.which % Math.max(1, changes.length)];
      if (change) {
        await undoChange(context, { journalId: change.id });
      }
    }
  }
}

describe("the person's data", () => {
  it('stays whole whatever is done to it, and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16, size: 'max' }), async (steps) => {
        const context = testContext();
        for (const one of steps) {
          context.clock.advance(1_000);
          await take(context, one).catch((thrown: unknown) => {
            // What can't be done any more is refused; anything else is a bug.
            if (!(thrown instanceof AppError && (thrown.code === 'conflict' || thrown.code === 'not-found'))) {
              throw thrown;
            }
          });
          expect(await brokenInvariants(context.database)).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  }, 120_000);

  it('is as it was after everything was undone, newest first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          step.filter((one) => one.do !== 'undo'),
          { minLength: 3, maxLength: 10, size: 'max' },
        ),
        async (steps) => {
          const context = testContext();
          const ids = [];
          for (const one of steps) {
            context.clock.advance(1_000);
            await take(context, one).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(AppError));
          }
          for (const { id: journalId } of await listChanges(context, { limit: 100 })) {
            ids.push(journalId);
          }
          for (const journalId of ids) {
            // An entry that changed nothing has nothing to undo.
            await undoChange(context, { journalId }).catch((thrown: unknown) =>
              expect(thrown).toMatchObject({ code: 'conflict' }),
            );
          }
          const { database } = context;
          const live = (await database.items.toArray()).filter(({ deletedAt }) => deletedAt === undefined);
          expect(live).toEqual([]);
          expect(await database.identifiers.count()).toBe(0);
          expect(await database.versions.count()).toBe(0);
          expect(await database.merges.count()).toBe(0);
          expect(await database.sourceRecords.count()).toBe(0);
          expect(await database.refusedJoins.count()).toBe(0);
          expect((await database.intentions.toArray()).filter(isLiveIntention)).toEqual([]);
          expect(await brokenInvariants(database)).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
