import { describe, expect, it } from 'vitest';
import { listChanges } from '../../../src/app/list-changes.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { lookUpRatings } from '../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { ratingHistory } from '../../../src/app/rating-history.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { film, id, product, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const GTIN = 'gtin:04006381333931';

describe('rateItem', () => {
  it('keeps a rating that is found by its identifier', async () => {
    const context = testContext();
    const { item } = await rateItem(context, {
      facts: film(1),
      given: stars(4.5),
      text: ' Good. ',
      tags: ['a', 'a', ' '],
    });

    const [known, unknown] = await lookUpRatings(context, { things: [[id('imdb:tt0000001')], [id('imdb:tt0000002')]] });

    expect(known).toMatchObject({ item: { id: item.id, name: 'Film 1' }, earlierMarks: 0 });
    expect(known?.rating).toMatchObject({ value: 90, given: stars(4.5), text: 'Good.', tags: ['a'], source: 'person' });
    expect(known?.rating?.ratedAt).toBe('2026-01-02T03:04:05.000Z');
    expect(unknown).toBeUndefined();
  });

  it('keeps what was thought before as history, newest first', async () => {
    const context = testContext();
    const first = await rateItem(context, { facts: film(1), given: stars(1) });
    await rateItem(context, { facts: film(1), given: stars(2) });
    const last = await rateItem(context, { facts: film(1), given: stars(3) });

    const history = await ratingHistory(context, { itemId: first.item.id });

    expect(last.previous?.value).toBe(40);
    expect(history.current?.value).toBe(60);
    expect(history.versions.map(({ rating }) => rating.value)).toEqual([40, 20]);
  });

  it('counts the other marks that were given before, not the words that changed', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(1) });
    const count = async () => (await lookUpRatings(context, { things: [film(1).identifiers] }))[0]?.earlierMarks;
    await editRating(context, { itemId: item.id, text: 'Slow.' });
    await editRating(context, { itemId: item.id, tags: ['sea'] });
    expect(await count()).toBe(0);
    await editRating(context, { itemId: item.id, given: stars(3) });
    await editRating(context, { itemId: item.id, text: 'Slow, and good.' });
    expect(await count()).toBe(1);
    await editRating(context, { itemId: item.id, given: stars(1) });
    expect(await count()).toBe(2);
  });

  it('joins what two shops call by different names and the same number', async () => {
    const context = testContext();
    const here = await rateItem(context, { facts: product('Kettle', GTIN, 'sku:one.example/1'), given: stars(4) });
    const there = await rateItem(context, { facts: product('Bouilloire', GTIN, 'sku:two.example/2'), given: stars(5) });

    expect(there.item.id).toBe(here.item.id);
    expect(there.item.name).toBe('Kettle');
    expect(there.item.identifiers).toEqual([id(GTIN), id('sku:one.example/1'), id('sku:two.example/2')]);
    const [known] = await lookUpRatings(context, { things: [[id('sku:two.example/2')]] });
    expect(known?.rating?.value).toBe(100);
  });

  it('refuses a mark off its scale and a thing without a name, and writes nothing', async () => {
    const context = testContext();
    await expect(rateItem(context, { facts: film(1), given: stars(6) })).rejects.toMatchObject({ code: 'bad-request' });
    await expect(rateItem(context, { facts: film(1, { name: ' ' }), given: stars(5) })).rejects.toMatchObject({
      code: 'bad-request',
    });
    expect(await context.database.items.count()).toBe(0);
  });

  it('is undone, done again and undone once more', async () => {
    const context = testContext();
    const { journalId } = await rateItem(context, { facts: film(1), given: stars(4) });
    const look = async () => (await lookUpRatings(context, { things: [[id('imdb:tt0000001')]] }))[0]?.rating?.value;

    expect(await undoChange(context, { journalId })).toEqual({ undone: 1, kept: 0 });
    expect(await look()).toBeUndefined();
    const [undo] = await listChanges(context, { limit: 10 });
    expect(undo).toMatchObject({ label: 'undo-change', isUndone: false });
    await undoChange(context, { journalId: undo!.id });
    expect(await look()).toBe(80);
    expect((await listChanges(context, { limit: 10 })).map(({ isUndone }) => isUndone)).toEqual([false, true, false]);
    await undoChange(context, { journalId });
    expect(await look()).toBeUndefined();
  });

  it('is not undone over a later change', async () => {
    const context = testContext();
    const { journalId, item } = await rateItem(context, { facts: film(1), given: stars(4) });
    const edit = await editRating(context, { itemId: item.id, given: stars(2) });

    await expect(undoChange(context, { journalId })).rejects.toMatchObject({ code: 'conflict' });
    await undoChange(context, { journalId: edit.journalId });
    await undoChange(context, { journalId });

    expect(await context.database.versions.count()).toBe(0);
    expect(await context.database.identifiers.count()).toBe(0);
  });
});
