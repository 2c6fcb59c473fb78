import { describe, expect, it } from 'vitest';
import { editRating } from '../../../src/app/edit-rating.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { runImport } from '../../../src/app/run-import.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import type { RecordId } from '../../../src/domain/ids.ts';
import { gathered, type Said } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { id, stars } from '../../support/samples.ts';
import { liveContent } from '../../support/store-steps.ts';
import { undoAgainBy } from '../../support/take-in.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const HEAT: Said = { name: 'Heat', names: ['imdb:tt0113277'] };
const DUNE: Said = { name: 'Dune', names: ['imdb:tt1160419'] };

async function take(context: TestContext, source: string, things: readonly Said[]): Promise<RecordId> {
  context.clock.advance(1_000);
  const input = { things: gathered(source, things), files: [], rows: things.length, skipped: 0 };
  return (await runImport(context, { ...input, winner: 'newer' }, { thingsAtOnce: 500 })).journalId;
}

/** Each way in which a second import touches what a first one brought. */
const SECONDS: [string, string, readonly Said[]][] = [
  ['changes a mark', 'imdb', [{ ...HEAT, mark: 4, at: '2021' }, DUNE]],
  ['only says more of the thing', 'imdb', [{ ...HEAT, mark: 9, at: '2020', text: 'Words.' }]],
  ['fills in a fact', 'imdb', [{ ...HEAT, mark: 9, at: '2020', year: 1995 }]],
  [
    'comes from elsewhere',
    'letterboxd',
    [
      { ...HEAT, mark: 7, at: '2019', text: 'Words.' },
      { ...DUNE, wanted: true },
    ],
  ],
  [
    'shows that two things are one',
    'movielens',
    [{ name: 'Both', names: ['imdb:tt0113277', 'gtin:04006381333931'], mark: 7, at: '2022' }],
  ],
];

async function twoImports(context: TestContext, source: string, things: readonly Said[]) {
  const before = await liveContent(context);
  const first = await take(context, 'imdb', [
    { ...HEAT, mark: 9, at: '2020' },
    { ...DUNE, mark: 5, at: '2020' },
    { name: 'Shop', names: ['gtin:04006381333931'], kind: 'Movie', wanted: true },
  ]);
  const afterFirst = await liveContent(context);
  const second = await take(context, source, things);
  return { before, first, afterFirst, second, afterBoth: await liveContent(context) };
}

describe('two imports of the same things', () => {
  it.each(SECONDS)('are gone when both are undone, oldest first, where the second %s', async (_how, ...later) => {
    const context = testContext();
    const { before, first, second } = await twoImports(context, ...later);
    const { kept, waiting = 0 } = await undoChange(context, { journalId: first });
    expect([kept, waiting > 0]).toEqual([0, true]);
    expect(await brokenInvariants(context.database)).toEqual([]);
    context.clock.advance(1_000);
    expect(await undoChange(context, { journalId: second })).toMatchObject({ kept: 0 });
    expect(await brokenInvariants(context.database)).toEqual([]);
    expect(await liveContent(context)).toEqual(before);
  });

  it.each(SECONDS)(
    'are as they were when both are done again, in either order, where the second %s',
    async (_how, ...later) => {
      for (const isFirstFirst of [true, false]) {
        const context = testContext();
        const { first, second, afterFirst, afterBoth, before } = await twoImports(context, ...later);
        const undoneFirst = await undoAgainBy(context, first);
        const undoneSecond = await undoAgainBy(context, second);
        if (isFirstFirst) {
          await undoAgainBy(context, undoneFirst);
          expect(await liveContent(context)).toEqual(afterFirst);
          await undoAgainBy(context, undoneSecond);
        } else {
          await undoAgainBy(context, undoneSecond);
          expect(await brokenInvariants(context.database)).toEqual([]);
          await undoAgainBy(context, undoneFirst);
        }
        expect(await liveContent(context)).toEqual(afterBoth);
        expect(await brokenInvariants(context.database)).toEqual([]);
        await undoAgainBy(context, first);
        await undoAgainBy(context, second);
        expect(await liveContent(context)).toEqual(before);
      }
    },
  );

  it('leave what the person changed, and tell of it', async () => {
    const context = testContext();
    const { first, second } = await twoImports(context, 'imdb', [{ ...HEAT, mark: 9, at: '2020', text: 'Words.' }]);
    const dune = (await context.database.identifiers.get(id('imdb:tt1160419')))!.itemId;
    context.clock.advance(1_000);
    await editRating(context, { itemId: dune, given: stars(1) });
    expect(await undoChange(context, { journalId: first })).toEqual({ undone: 1, kept: 1, waiting: 1 });
    expect(await undoChange(context, { journalId: second })).toEqual({ undone: 1, kept: 0 });
    const items = await context.database.items.filter(({ deletedAt }) => deletedAt === undefined).toArray();
    expect(items.map(({ name }) => name)).toEqual(['Dune']);
    expect(await context.database.ratings.get(dune)).toMatchObject({ given: stars(1) });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('can be done again where all of the first one had to wait', async () => {
    const context = testContext();
    const first = await take(context, 'imdb', [{ ...HEAT, mark: 9, at: '2020' }]);
    await take(context, 'letterboxd', [{ ...HEAT, mark: 7, at: '2019' }]);
    const both = await liveContent(context);
    const undo = await undoAgainBy(context, first);
    expect((await listImports(context, { limit: 2 })).map(({ state }) => state)).toEqual(['standing', 'undone']);
    await undoAgainBy(context, undo);
    expect((await listImports(context, { limit: 2 })).map(({ state }) => state)).toEqual(['standing', 'standing']);
    expect(await liveContent(context)).toEqual(both);
  });

  it('are of many parts, and wait part by part', async () => {
    const context = testContext();
    const many = (text?: string): Said[] =>
      Array.from({ length: 1_200 }, (_, index) => ({
        name: `Film ${index}`,
        names: [`imdb:tt${String(1_000_000 + index)}`],
        mark: 5,
        at: '2020',
        ...(text !== undefined && index % 3 === 0 && { text }),
      }));
    const before = await liveContent(context);
    const first = await take(context, 'imdb', many());
    const second = await take(context, 'imdb', many('Words.'));
    const both = await liveContent(context);
    const undone = await undoChange(context, { journalId: first });
    // The later one says all of it, a third in other words.
    expect(undone).toEqual({ undone: 0, kept: 0, waiting: 400, said: 800 });
    const again = await undoAgainBy(context, second);
    expect(await liveContent(context)).toEqual(before);
    await undoAgainBy(context, again);
    const { undoId } = (await listImports(context, { limit: 2 }))[1]!;
    await undoAgainBy(context, undoId!);
    expect(await liveContent(context)).toEqual(both);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });
});

describe('an import of what an earlier one brought', () => {
  const ALL: readonly Said[] = [
    { ...HEAT, mark: 9, at: '2020' },
    { ...DUNE, mark: 5, at: '2020', wanted: true },
  ];

  it('keeps its things when the earlier one is undone, and lets go of them with itself', async () => {
    const context = testContext();
    const before = await liveContent(context);
    const first = await take(context, 'imdb', ALL);
    const both = await liveContent(context);
    const second = await take(context, 'imdb', [...ALL, { name: 'Red', names: ['gtin:04006381333931'], mark: 3 }]);
    const withRed = await liveContent(context);
    expect(await undoChange(context, { journalId: first })).toEqual({ undone: 0, kept: 0, said: 2 });
    expect(await liveContent(context)).toEqual(withRed);
    const again = await undoAgainBy(context, second);
    expect(await liveContent(context)).toEqual(before);
    expect(await brokenInvariants(context.database)).toEqual([]);
    await undoAgainBy(context, again);
    expect(await liveContent(context)).toEqual(withRed);
    const { undoId } = (await listImports(context, { limit: 2 }))[1]!;
    await undoAgainBy(context, undoId!);
    await undoAgainBy(context, second);
    expect(await liveContent(context)).toEqual(both);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('keeps only what it says itself', async () => {
    const context = testContext();
    const first = await take(context, 'imdb', ALL);
    const after = await take(context, 'imdb', ALL.slice(1));
    expect(await undoChange(context, { journalId: first })).toEqual({ undone: 1, kept: 0, said: 1 });
    const live = await context.database.items.filter(({ deletedAt }) => deletedAt === undefined).toArray();
    expect(live.map(({ name }) => name)).toEqual(['Dune']);
    expect(await undoChange(context, { journalId: after })).toEqual({ undone: 0, kept: 0 });
    expect(await context.database.items.filter(({ deletedAt }) => deletedAt === undefined).count()).toBe(0);
  });

  it('is undone in one go, though it brought nothing', async () => {
    const context = testContext();
    await take(context, 'imdb', ALL);
    const both = await liveContent(context);
    const second = await take(context, 'imdb', ALL);
    expect((await listImports(context, { limit: 2 })).map(({ state }) => state)).toEqual(['nothing', 'standing']);
    expect(await undoChange(context, { journalId: second })).toEqual({ undone: 0, kept: 0 });
    expect(await liveContent(context)).toEqual(both);
    expect((await listImports(context, { limit: 2 })).map(({ state }) => state)).toEqual(['undone', 'standing']);
  });

  it('is offered to be undone where things stay for its sake', async () => {
    const context = testContext();
    const before = await liveContent(context);
    const first = await take(context, 'imdb', ALL);
    await take(context, 'imdb', ALL);
    await undoChange(context, { journalId: first });
    const [second] = await listImports(context, { limit: 1 });
    expect(second).toMatchObject({ state: 'standing' });
    expect((await listChanges(context, { limit: 2 }))[1]).toMatchObject({ label: 'run-import', isOfNothing: false });
    await undoChange(context, { journalId: second!.undoId! });
    expect(await liveContent(context)).toEqual(before);
  });

  it('of three says it as long as one of them stands', async () => {
    const context = testContext();
    const before = await liveContent(context);
    const imports: RecordId[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      imports.push(await take(context, 'imdb', ALL));
    }
    const all = await liveContent(context);
    await undoChange(context, { journalId: imports[0]! });
    await undoChange(context, { journalId: imports[2]! });
    expect(await liveContent(context)).toEqual(all);
    await undoChange(context, { journalId: imports[1]! });
    expect(await liveContent(context)).toEqual(before);
  });
});

it('does no import again that is undone, whatever else is undone after it', async () => {
  const context = testContext();
  // As the list of imports offers it: what stands is undone by its own entry, what is undone is done again by its undo's.
  const turnOver = async (journalId: RecordId): Promise<void> => {
    const entry = (await listImports(context, { limit: 9 })).find((one) => one.journalId === journalId);
    await undoAgainBy(context, entry?.undoId ?? journalId);
  };
  const first = await take(context, 'imdb', [{ ...HEAT, mark: 9, at: '2020' }]);
  const afterFirst = await liveContent(context);
  const later = await take(context, 'imdb', [
    { ...HEAT, mark: 6, at: '2021' },
    { ...DUNE, mark: 5, at: '2021' },
  ]);
  const afterBoth = await liveContent(context);
  for (const one of [later, first, later, first]) {
    await turnOver(one);
  }
  expect(await liveContent(context)).toEqual(afterBoth);
  await turnOver(later);
  expect(await liveContent(context)).toEqual(afterFirst);
  const other = await take(context, 'vivino', [
    { name: 'Red', names: ['gtin:04006381333931'], kind: 'Product', mark: 3 },
  ]);
  await turnOver(other);
  expect(await liveContent(context)).toEqual(afterFirst);
  await turnOver(later);
  expect(await liveContent(context)).toEqual(afterBoth);
  expect(await brokenInvariants(context.database)).toEqual([]);
});
