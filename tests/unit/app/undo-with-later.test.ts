import { describe, expect, it } from 'vitest';
import { editRating } from '../../../src/app/edit-rating.ts';
import { joinItems } from '../../../src/app/join-items.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { listImports } from '../../../src/app/list-imports.ts';
import { splitItems } from '../../../src/app/split-items.ts';
import type { Undone } from '../../../src/app/undo-change.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import type { SourceRecord, SourceRecordId } from '../../../src/domain/source-record.ts';
import { runImport } from '../../../src/app/run-import.ts';
import type { Said } from '../../support/gathered.ts';
import { gathered } from '../../support/gathered.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { plainContent } from '../../support/plain-content.ts';
import { id, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const HEAT: Said = { name: 'Heat', names: ['imdb:tt0113277'] };
const DUNE: Said = { name: 'Dune', names: ['imdb:tt1160419'] };
type Taken = readonly [source: string, things: readonly Said[]];

const FIRST: Taken = [
  'imdb',
  [
    { ...HEAT, mark: 9, at: '2020', text: 'Good.' },
    { ...DUNE, mark: 5, at: '2020' },
    { name: 'Shop', names: ['gtin:04006381333931'], wanted: true },
  ],
];

/** What is imported upon it. */
const LATER: [string, readonly Taken[]][] = [
  [
    'a newer file of the same account',
    [
      [
        'imdb',
        [
          { ...HEAT, mark: 4, at: '2021' },
          { ...DUNE, mark: 5, at: '2020' },
        ],
      ],
    ],
  ],
  ['another service that agrees', [['letterboxd', [{ ...HEAT, mark: 9, at: '2020' }]]]],
  [
    'another service with an older mark',
    [
      [
        'letterboxd',
        [
          { ...HEAT, mark: 7, at: '2019', text: 'Words.' },
          { ...DUNE, wanted: true },
        ],
      ],
    ],
  ],
  [
    'another service with a newer mark',
    [
      [
        'letterboxd',
        [
          { ...HEAT, mark: 7, at: '2022' },
          { name: 'Other', mark: 3, at: '2022' },
        ],
      ],
    ],
  ],
  [
    'one that shows that two things are one',
    [['movielens', [{ name: 'Both', names: ['imdb:tt0113277', 'gtin:04006381333931'], mark: 7, at: '2022' }]]],
  ],
  [
    'two, one upon the other',
    [
      ['letterboxd', [{ ...HEAT, mark: 7, at: '2022', year: 1995 }]],
      [
        'letterboxd',
        [
          { ...HEAT, mark: 8, at: '2023', year: 1995 },
          { ...DUNE, mark: 2, at: '2018' },
        ],
      ],
    ],
  ],
  [
    'many',
    [
      ['letterboxd', [{ ...HEAT, mark: 7, at: '2022' }]],
      ['imdb', [{ ...HEAT, mark: 9, at: '2020', text: 'Good.' }]],
      ['vivino', [{ name: 'Red', names: ['gtin:04006381333948'], mark: 3 }]],
      ['trakt', [{ ...DUNE, mark: 6, at: '2024' }]],
    ],
  ],
];

async function take(context: TestContext, [source, things]: Taken): Promise<void> {
  context.clock.advance(1_000);
  await runImport(
    context,
    { things: gathered(source, things), files: [source], rows: things.length, skipped: 0, winner: 'newer' },
    { thingsAtOnce: 500 },
  );
}

/** As the list of past imports has it: undoes the one that was made first, or does it again. */
async function turnOver(context: TestContext, which: number): Promise<Undone | undefined> {
  context.clock.advance(1_000);
  const { undoId } = (await listImports(context, { limit: 9 })).toReversed()[which]!;
  // Of one in which nothing was new there is nothing to undo.
  const undone = undoId && (await undoWithLater(context, { journalId: undoId }));
  expect(await brokenInvariants(context.database)).toEqual([]);
  return undone;
}

async function after(
  all: readonly Taken[],
  startsAfterMs = 0,
): Promise<{ context: TestContext; content: readonly string[] }> {
  const context = testContext();
  context.clock.advance(startsAfterMs);
  for (const one of all) {
    await take(context, one);
  }
  return { context, content: await plainContent(context) };
}

describe('undoing an import', () => {
  it.each(LATER)('leaves what %s says without it', async (_what, later) => {
    const { content: without } = await after(later, 1_000);
    const { context, content: all } = await after([FIRST, ...later]);
    expect(await turnOver(context, 0)).toMatchObject({ kept: 0 });
    expect(await plainContent(context)).toEqual(without);
    expect((await listImports(context, { limit: 9 })).map(({ state }) => state)).toEqual([
      ...later.map(() => 'standing'),
      'undone',
    ]);
    await turnOver(context, 0);
    expect(await plainContent(context)).toEqual(all);
  });

  it.each(LATER)('leaves nothing when %s are undone as well, in any order', async (_what, later) => {
    const count = later.length + 1;
    for (const order of [
      Array.from({ length: count }, (_, index) => index),
      [...Array(count).keys()].reverse(),
      [count - 1, 0],
    ]) {
      const { context } = await after([FIRST, ...later]);
      for (const which of new Set([...order, ...Array(count).keys()])) {
        await turnOver(context, which);
      }
      // One in which nothing was new may stand alone by now, with all of it.
      const states = (await listImports(context, { limit: 9 })).toReversed().map(({ state }) => state);
      for (const [which, state] of states.entries()) {
        if (state === 'standing') {
          await turnOver(context, which);
        }
      }
      expect(await plainContent(context)).toEqual([]);
    }
  });

  const PAIRS: [string, Taken][] = [
    ...LATER.filter(([, later]) => later.length === 1).map(([what, later]): [string, Taken] => [what, later[0]!]),
    ['the very same file', FIRST],
  ];

  it.each(PAIRS)('and doing it again come to what stands, in whatever order, with %s', async (_what, second) => {
    const both = [FIRST, second];
    const alone = new Map<string, readonly string[]>();
    for (const which of [[], [0], [1], [0, 1]]) {
      alone.set(which.join(), (await after(which.map((index) => both[index]!))).content);
    }
    for (let sequence = 0; sequence < 16; sequence += 1) {
      const { context } = await after(both);
      const presses = [0, 1, 2, 3].map((bit) => (sequence >> bit) & 1);
      for (const which of presses) {
        await turnOver(context, which);
        const states = (await listImports(context, { limit: 2 })).toReversed().map(({ state }) => state);
        const standing = states.flatMap((state, index) => (state === 'undone' ? [] : [index]));
        expect([presses, await plainContent(context)]).toEqual([presses, alone.get(standing.join())]);
      }
    }
  });

  it('leaves what the person changed since, and what others say beside it', async () => {
    const { context } = await after([
      FIRST,
      [
        'letterboxd',
        [
          { ...HEAT, mark: 7, at: '2019' },
          { ...DUNE, mark: 6, at: '2024' },
        ],
      ],
    ]);
    context.clock.advance(1_000);
    await editRating(context, { itemId: await itemOf(context, 'imdb:tt1160419'), given: stars(1) });
    expect(await turnOver(context, 0)).toEqual({ undone: 2, kept: 1 });
    const heat = await itemOf(context, 'imdb:tt0113277');
    expect(await context.database.ratings.get(heat)).toMatchObject({ value: 70, source: 'letterboxd' });
    const dune = await itemOf(context, 'imdb:tt1160419');
    expect(await context.database.ratings.get(dune)).toMatchObject({ given: stars(1) });
    expect(await turnOver(context, 1)).toMatchObject({ undone: 1 });
    expect(await context.database.ratings.get(dune)).toMatchObject({ given: stars(1) });
    expect((await plainContent(context)).filter((one) => one.startsWith('item'))).toHaveLength(1);
  });

  it('parts what was joined by hand, and joins it again with itself', async () => {
    const alone: Taken = ['letterboxd', [{ name: 'Heat', mark: 7, at: '2022' }]];
    const { content: without } = await after([alone], 1_000);
    const { context } = await after([FIRST, alone]);
    const heat = await itemOf(context, 'imdb:tt0113277');
    const other = (await context.database.sourceRecords.get('letterboxd Heat' as SourceRecordId))! as SourceRecord;
    context.clock.advance(1_000);
    await joinItems(context, { one: heat, other: other.itemId });
    const joined = await plainContent(context);
    expect(await turnOver(context, 0)).toEqual({ undone: 3, kept: 0 });
    expect(await plainContent(context)).toEqual(without);
    expect((await listChanges(context, { limit: 9 })).map(({ label }) => label)).not.toContain('join-items');
    await turnOver(context, 0);
    expect(await plainContent(context)).toEqual(joined);
    expect((await listChanges(context, { limit: 9 })).map(({ label }) => label)).toContain('join-items');
    await turnOver(context, 1);
    await turnOver(context, 1);
    expect(await plainContent(context)).toEqual(joined);
  });

  it('leaves apart what was joined by hand and taken apart again', async () => {
    const { context } = await after([
      FIRST,
      ['letterboxd', [{ ...DUNE, mark: 7, at: '2022' }]],
      ['trakt', [{ name: 'Other', names: ['gtin:04006381333948'], mark: 3, at: '2018' }]],
    ]);
    context.clock.advance(1_000);
    const [one, other] = [await itemOf(context, 'imdb:tt0113277'), await itemOf(context, 'gtin:04006381333948')];
    await joinItems(context, { one, other });
    const [merge] = await context.database.merges.toArray();
    context.clock.advance(1_000);
    await splitItems(context, { mergeId: merge!.id });
    const apart = await plainContent(context);
    expect(await turnOver(context, 0)).toMatchObject({ kept: 0 });
    expect(await itemOf(context, 'gtin:04006381333948')).toBe(other);
    // Without the one there is nothing to part; both are there again, and apart.
    expect((await listChanges(context, { limit: 9 })).map(({ label }) => label)).not.toContain('split-items');
    await turnOver(context, 0);
    expect(await plainContent(context)).toEqual(apart);
    // That they were taken apart can be undone as before, and then they are one.
    const split = (await listChanges(context, { limit: 9 })).find(({ label }) => label === 'split-items');
    await undoWithLater(context, { journalId: split!.id });
    expect(await itemOf(context, 'gtin:04006381333948')).toBe(await itemOf(context, 'imdb:tt0113277'));
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('keeps the item of a thing that stays: its address goes on', async () => {
    const { context } = await after([FIRST, ['letterboxd', [{ ...HEAT, mark: 7, at: '2019' }]]]);
    const before = await itemOf(context, 'imdb:tt0113277');
    await turnOver(context, 0);
    expect(await itemOf(context, 'imdb:tt0113277')).toBe(before);
  });

  it('is one change to the person', async () => {
    const { context } = await after([FIRST, ['letterboxd', [{ ...HEAT, mark: 7, at: '2019' }]]]);
    await turnOver(context, 0);
    const changes = await listChanges(context, { limit: 9 });
    expect(changes.map(({ label, isUndone }) => [label, isUndone])).toEqual([
      ['run-import', false],
      ['undo-change', false],
      ['run-import', true],
    ]);
  });

  it('takes many parts off and puts them on again', async () => {
    const many = (mark: number, at: string): Said[] =>
      Array.from({ length: 1_200 }, (_, index) => ({
        name: `Film ${index}`,
        names: [`imdb:tt${String(1_000_000 + index)}`],
        mark,
        at,
      }));
    const later: Taken = ['letterboxd', many(7, '2022')];
    const { content: without } = await after([later], 1_000);
    const { context } = await after([['imdb', many(5, '2020')], later]);
    expect(await turnOver(context, 0)).toEqual({ undone: 1_200, kept: 0 });
    expect(await plainContent(context)).toEqual(without);
  });
});

async function itemOf({ database }: TestContext, identifier: string): Promise<ItemId> {
  return (await database.identifiers.get(id(identifier)))!.itemId;
}
