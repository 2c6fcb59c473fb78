import { describe, expect, it } from 'vitest';
import { ImportSession } from '../../../src/app/import-session.ts';
import { listSources } from '../../../src/app/list-sources.ts';
import { ratingHistory } from '../../../src/app/rating-history.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

const FILM = 'Lantern Road,1961,https://boxd.it/aB1';

function diary(...rows: readonly (readonly [mark: string, watched: string])[]) {
  const lines = rows.map(([mark, watched]) => `2024-03-10,${FILM},${mark},,,${watched}`);
  return file('diary.csv', ['Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date', ...lines]);
}

function ratings(mark: string, date: string) {
  return file('ratings.csv', ['Date,Name,Year,Letterboxd URI,Rating', `${date},${FILM},${mark}`]);
}

function file(path: string, lines: readonly string[]) {
  return { path, blob: new Blob([`${lines.join('\n')}\n`]) };
}

async function takeIn(context: TestContext, ...files: readonly ReturnType<typeof file>[]): Promise<void> {
  const session = new ImportSession(context);
  await session.open(files);
  await session.commit('newer');
}

/** The present mark and the earlier ones, each with its date, newest first. */
async function shown(context: TestContext): Promise<string[]> {
  const [item] = await context.database.items.toArray();
  const { current, versions } = await ratingHistory(context, { itemId: item!.id });
  return [current!, ...versions.map(({ rating }) => rating)].map(
    ({ given, ratedAt }) => `${String(given.value)} ${ratedAt}`,
  );
}

describe('isToldTwice', () => {
  it.each([
    ['at once', (context: TestContext) => takeIn(context, diary(['4.5', '2024-03-09']), ratings('4.5', '2024-03-10'))],
    [
      'one after the other',
      async (context: TestContext) => {
        await takeIn(context, diary(['4.5', '2024-03-09']));
        await takeIn(context, ratings('4.5', '2024-03-10'));
      },
    ],
  ])('shows a mark once that a diary and a list of ratings have a day apart, taken in %s', async (_how, bring) => {
    const context = testContext();
    await bring(context);
    expect(await shown(context)).toEqual(['4.5 2024-03-10']);
    expect(await context.database.versions.count()).toBe(1);
    const [item] = await context.database.items.toArray();
    const [record] = await listSources(context, { itemId: item!.id });
    expect(record?.content.ratings?.map(({ at }) => at)).toEqual(['2024-03-09', '2024-03-10']);
  });

  it('shows two viewings with the same mark as the two they are', async () => {
    const context = testContext();
    await takeIn(context, diary(['4.5', '2019-01-01'], ['4.5', '2024-03-09']), ratings('4.5', '2024-03-10'));
    expect(await shown(context)).toEqual(['4.5 2024-03-10', '4.5 2019-01-01']);
  });

  it('shows another mark that is a day older', async () => {
    const context = testContext();
    await takeIn(context, diary(['4', '2024-03-09']), ratings('4.5', '2024-03-10'));
    expect(await shown(context)).toEqual(['4.5 2024-03-10', '4 2024-03-09']);
  });
});
