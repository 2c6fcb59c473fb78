import { expect, it } from 'vitest';
import { listImports } from '../../../src/app/list-imports.ts';
import { undoWithLater } from '../../../src/app/undo-with-later.ts';
import { isLiveIntention } from '../../../src/domain/intention.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { takeIn } from '../../support/take-in.ts';
import { testContext } from '../../support/test-context.ts';

it('leaves one record of a wish, however often its import is undone beneath another and done again', async () => {
  const context = testContext();
  const heat = { name: 'Heat', names: ['imdb:tt0113277'], wanted: true };
  await takeIn(context, heat, 'imdb');
  await takeIn(context, { ...heat, mark: 7, at: '2019' }, 'letterboxd');
  for (let time = 0; time < 8; time += 1) {
    const first = (await listImports(context, { limit: 9 })).at(-1)!;
    context.clock.advance(1_000);
    await undoWithLater(context, { journalId: first.undoId! });
    const intentions = await context.database.intentions.toArray();
    expect(intentions.filter(isLiveIntention)).toHaveLength(1);
    expect(await brokenInvariants(context.database)).toEqual([]);
    expect(intentions).toHaveLength(1);
  }
});

it('leaves one record of a wish whose thing goes and comes with its import, beside what was done since', async () => {
  const context = testContext();
  await takeIn(context, { name: 'Heat', names: ['imdb:tt0113277'], wanted: true }, 'imdb');
  for (let time = 0; time < 4; time += 1) {
    const [first] = (await listImports(context, { limit: 9 })).filter(({ sources }) => sources.includes('imdb'));
    context.clock.advance(1_000);
    await undoWithLater(context, { journalId: first!.undoId! });
    // So that it is placed anew, and not only put back.
    await takeIn(context, { name: `Film ${time}`, mark: 5 }, 'letterboxd');
  }
  expect(await context.database.intentions.count()).toBe(1);
  expect(await brokenInvariants(context.database)).toEqual([]);
});
