// @vitest-environment happy-dom
import '../../../support/fake-browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteRating } from '../../../../src/app/delete-rating.ts';
import { rateItem } from '../../../../src/app/rate-item.ts';
import { ratingHistory } from '../../../../src/app/rating-history.ts';
import { dropDraft, keepDraft, saveDraft } from '../../../../src/ui/popup/note-draft.ts';
import { film, stars } from '../../../support/samples.ts';
import { testContext } from '../../../support/test-context.ts';

beforeEach(() => localStorage.clear());

async function rated() {
  const context = testContext();
  const { rating } = await rateItem(context, { facts: film(1), given: stars(3) });
  const { itemId } = rating;
  return { context, itemId, text: async () => (await ratingHistory(context, { itemId })).current?.text };
}

describe('note draft', () => {
  it('is saved by the next popup, once', async () => {
    const { context, itemId, text } = await rated();
    keepDraft(itemId, ' Slo');
    keepDraft(itemId, ' Slow. ');
    await saveDraft(context);
    expect(await text()).toBe('Slow.');
    expect(localStorage).toHaveLength(0);
  });

  it('is gone once it is saved', async () => {
    const { context, itemId, text } = await rated();
    keepDraft(itemId, 'Slow.');
    dropDraft(itemId);
    await saveDraft(context);
    expect(await text()).toBeUndefined();
  });

  it('goes with a rating that was deleted', async () => {
    const { context, itemId } = await rated();
    keepDraft(itemId, 'Slow.');
    await deleteRating(context, { itemIds: [itemId] });
    await saveDraft(context);
    expect(localStorage).toHaveLength(0);
  });

  it('stays when it cannot be saved', async () => {
    const { context, itemId, text } = await rated();
    keepDraft(itemId, 'Slow.');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(saveDraft(context)).rejects.toMatchObject({ code: 'storage-full' });
    put.mockRestore();
    await saveDraft(context);
    expect(await text()).toBe('Slow.');
  });

  it.each(['{', '{"itemId":"x","text":"y"}', '[]', 'null'])('of another shape (%s) does no harm', async (broken) => {
    localStorage.setItem('sayso-note-draft', broken);
    await expect(saveDraft(testContext())).resolves.toBeUndefined();
  });
});
