import { describe, expect, it } from 'vitest';
import { clearMark } from '../../../src/app/clear-mark.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { exportAll } from '../../../src/app/export-all.ts';
import { exportForService } from '../../../src/app/export-for-service.ts';
import { openBackupFile } from '../../../src/app/open-backup-file.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { restoreAll } from '../../../src/app/restore-all.ts';
import { runImport } from '../../../src/app/run-import.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { isLive, type Rating } from '../../../src/domain/rating.ts';
import { minimiseRatings } from '../../../src/policy/minimise.ts';
import { gathered } from '../../support/gathered.ts';
import { film, id, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

const NAMES = ['imdb:tt0113277'];

/** Letterboxd has it with tags and a review; another source has a tag and a review of its own. */
async function withHeat(): Promise<TestContext> {
  const context = testContext();
  await bring(context, 'letterboxd', ['noir', 'rainy  night'], 'Good.', 9);
  await bring(context, 'trakt', ['cops'], 'Long.', 9);
  return context;
}

async function bring(context: TestContext, source: string, tags: readonly string[], text: string, mark: number) {
  const things = gathered(source, [{ name: 'Heat', names: NAMES, mark, at: '2020-01-02', text }]).map((thing) => ({
    ...thing,
    content: { ...thing.content, tags },
  }));
  await runImport(context, { things, files: [], rows: 1, skipped: 0, winner: 'theirs' });
}

async function heat({ database }: TestContext): Promise<Rating> {
  return (await database.ratings.toArray()).find(isLive)!;
}

async function sent(context: TestContext): Promise<{ text: string; losses: readonly string[] }> {
  const { csv, losses } = await exportForService(context, { id: 'letterboxd-csv' });
  return { text: csv.split('\n')[1] ?? '', losses: losses.map(({ reason }) => reason) };
}

describe('what goes to another service', () => {
  it('has the tags of every source, but none that the person took off here', async () => {
    const context = await withHeat();
    const { itemId, tags = [] } = await heat(context);
    expect((await sent(context)).text).toMatch(/noir.*rainy night|cops/u);
    const { journalId } = await editRating(context, { itemId, tags: tags.slice(1) });
    const { text } = await sent(context);
    expect(text).not.toContain(tags[0]);
    expect(tags.slice(1).every((tag) => text.includes(tag))).toBe(true);
    await undoChange(context, { journalId });
    expect((await sent(context)).text).toContain(tags[0]);
  });

  it('has a tag again that the person puts on again', async () => {
    const context = await withHeat();
    const { itemId, tags = [] } = await heat(context);
    await editRating(context, { itemId, tags: [] });
    const { rating } = await editRating(context, { itemId, tags: tags.slice(0, 1) });
    expect(rating.removed?.tags ?? []).toEqual(tags.slice(1));
    expect((await sent(context)).text).toContain(tags[0]);
  });

  it('has no review that was taken off, nor tells that it is lost; one in its place is no removal', async () => {
    const context = await withHeat();
    const { itemId, text: review = '' } = await heat(context);
    const { rating } = await editRating(context, { itemId, text: 'Mine.' });
    expect(rating).not.toHaveProperty('removed');
    await editRating(context, { itemId, text: review });
    await editRating(context, { itemId, text: null });
    expect((await sent(context)).text).not.toContain(review);
    await editRating(context, { itemId, text: 'Mine.' });
    expect((await heat(context)).removed).toBeUndefined();
  });

  it('stays so when the same file comes again, and when another mark is given', async () => {
    const context = await withHeat();
    const { itemId, tags = [], text = '' } = await heat(context);
    await editRating(context, { itemId, tags: [], text: null });
    await bring(context, 'letterboxd', ['noir', 'rainy  night'], 'Good.', 9);
    await rateItem(context, { facts: film(1, { identifiers: NAMES.map(id) }), given: stars(2) });
    const row = (await sent(context)).text;
    expect([...tags, text].filter((word) => row.includes(word))).toEqual([]);
  });

  it('stays so when the mark is cleared, and when a new one is given afterwards', async () => {
    const context = await withHeat();
    await editRating(context, { itemId: (await heat(context)).itemId, tags: ['noir', 'cops'] });
    const { itemId, text = '' } = await heat(context);
    await editRating(context, { itemId, tags: ['cops'], text: null });
    await clearMark(context, { itemId });
    context.clock.advance(1_000);
    await rateItem(context, { facts: film(1, { identifiers: NAMES.map(id) }), given: stars(2) });
    const row = (await sent(context)).text;
    expect(['noir', text].filter((word) => row.includes(word))).toEqual([]);
    expect(row).toContain('cops');
    await editRating(context, { itemId, tags: ['noir'] });
    expect((await sent(context)).text).toContain('noir');
  });

  it('is what it was after a whole export and a restore, which has the words of sources as they were', async () => {
    const context = await withHeat();
    const { itemId } = await heat(context);
    await editRating(context, { itemId, tags: [], text: null });
    const { blob } = await exportAll(context);
    expect(await blob.text()).toContain('rainy  night');
    const other = testContext();
    const opened = await openBackupFile(blob);
    if (opened.outcome !== 'read') {
      throw new Error('No export');
    }
    await restoreAll(other, opened.file);
    expect((await heat(other)).removed).toEqual((await heat(context)).removed);
    expect(await sent(other)).toEqual(await sent(context));
  });

  it('tells no vendor what was taken off', async () => {
    const context = await withHeat();
    const { itemId } = await heat(context);
    await editRating(context, { itemId, tags: [] });
    const item = (await context.database.items.get(itemId))!;
    const rows = minimiseRatings([{ item, rating: await heat(context) }], [
      { collection: 'ratings', fields: [] },
    ] as never);
    expect(rows[0]?.rating).not.toHaveProperty('removed');
  });
});
