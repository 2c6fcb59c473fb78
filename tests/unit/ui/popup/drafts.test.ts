// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteRating } from '../../../../src/app/delete-rating.ts';
import { editRating } from '../../../../src/app/edit-rating.ts';
import { lookUpRatings } from '../../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../../src/app/rate-item.ts';
import { dropDraft, keepDraft, saveDrafts } from '../../../../src/ui/popup/drafts.ts';
import { film, stars } from '../../../support/samples.ts';
import { type TestContext, testContext } from '../../../support/test-context.ts';

beforeEach(() => localStorage.clear());

async function ratingIn(context: TestContext) {
  return (await lookUpRatings(context, { things: [film(1).identifiers] }))[0]?.rating;
}

async function rated() {
  const context = testContext();
  const { rating } = await rateItem(context, { facts: film(1), given: stars(3), tags: ['sea'] });
  return { context, itemId: rating.itemId };
}

describe('drafts', () => {
  it('are saved by the next popup, once', async () => {
    const { context, itemId } = await rated();
    keepDraft('note', { itemId, text: ' Slo' });
    keepDraft('note', { itemId, text: ' Slow. ' });
    keepDraft('tag', { itemId, text: ' long  read ' });
    await saveDrafts(context);
    expect(await ratingIn(context)).toMatchObject({ text: 'Slow.', tags: ['sea', 'long read'] });
    expect(localStorage).toHaveLength(0);
  });

  it('are gone once they are saved', async () => {
    const { context, itemId } = await rated();
    keepDraft('note', { itemId, text: 'Slow.' });
    keepDraft('tag', { itemId, text: 'calm' });
    dropDraft('note');
    await saveDrafts(context);
    const rating = await ratingIn(context);
    expect(rating).not.toHaveProperty('text');
    expect(rating?.tags).toEqual(['sea', 'calm']);
  });

  it('of a mark rate a thing that was not rated yet, as of then', async () => {
    const context = testContext();
    keepDraft('mark', { facts: film(1), halfStars: 9, atMs: context.clock.nowMs() });
    context.clock.advance(60_000);
    await saveDrafts(context);
    expect(await ratingIn(context)).toMatchObject({ given: stars(4.5), ratedAt: '2026-01-02T03:04:05.000Z' });
    expect(localStorage).toHaveLength(0);
  });

  it('of a mark keep what was said beside the mark before', async () => {
    const { context } = await rated();
    context.clock.advance(1_000);
    keepDraft('mark', { facts: film(1), halfStars: 9, atMs: context.clock.nowMs() });
    await saveDrafts(context);
    expect(await ratingIn(context)).toMatchObject({ given: stars(4.5), tags: ['sea'] });
  });

  it('of a mark change nothing that was changed since', async () => {
    const { context, itemId } = await rated();
    keepDraft('mark', { facts: film(1), halfStars: 9, atMs: context.clock.nowMs() });
    context.clock.advance(1_000);
    await editRating(context, { itemId, given: stars(1) });
    await saveDrafts(context);
    expect(await ratingIn(context)).toMatchObject({ given: stars(1) });
    expect(localStorage).toHaveLength(0);
  });

  it('of words go with a rating that was deleted', async () => {
    const { context, itemId } = await rated();
    keepDraft('note', { itemId, text: 'Slow.' });
    keepDraft('tag', { itemId, text: 'calm' });
    await deleteRating(context, { itemIds: [itemId] });
    await saveDrafts(context);
    expect(await ratingIn(context)).toBeUndefined();
    expect(localStorage).toHaveLength(0);
  });

  it('stay when they cannot be saved', async () => {
    const { context, itemId } = await rated();
    keepDraft('note', { itemId, text: 'Slow.' });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(saveDrafts(context)).rejects.toMatchObject({ code: 'storage-full' });
    put.mockRestore();
    await saveDrafts(context);
    expect(await ratingIn(context)).toMatchObject({ text: 'Slow.' });
  });

  it.each(['{', '{"note":{"itemId":"x","text":"y"},"mark":{}}', '[]', 'null', '{"tag":7}'])(
    'of another shape (%s) do no harm',
    async (broken) => {
      localStorage.setItem('sayso-drafts', broken);
      await expect(saveDrafts(testContext())).resolves.toBeUndefined();
      expect(localStorage).toHaveLength(0);
    },
  );
});
