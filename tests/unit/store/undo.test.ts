import { describe, expect, it } from 'vitest';
import { deletePreference } from '../../../src/app/delete-preference.ts';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { describeItem } from '../../../src/app/describe-item.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { listPreferences } from '../../../src/app/list-preferences.ts';
import { lookUpRatings } from '../../../src/app/look-up-ratings.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { ratingHistory } from '../../../src/app/rating-history.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { newRecordId } from '../../../src/domain/ids.ts';
import { readMoment } from '../../../src/domain/moment.ts';
import { earlierFingerprint } from '../../../src/store/fingerprint.ts';
import { ratingTombstone } from '../../../src/store/tombstones.ts';
import { write } from '../../../src/store/write.ts';
import { brokenInvariants } from '../../support/invariants.ts';
import { film, id, stars } from '../../support/samples.ts';
import { takeIn, undoAgainBy } from '../../support/take-in.ts';
import { testContext } from '../../support/test-context.ts';

const conflict = { code: 'conflict' };

describe('undoChange', () => {
  it('brings deleted ratings back with their history', async () => {
    const context = testContext();
    const ids = [];
    for (const number of [1, 2, 3]) {
      await rateItem(context, { facts: film(number), given: stars(2) });
      ids.push((await rateItem(context, { facts: film(number), given: stars(4), text: 'Better.' })).item.id);
    }
    const { journalId, count } = await deleteRating(context, { itemIds: [...ids, ids[0]!] });
    expect(count).toBe(3);
    expect(await context.database.identifiers.count()).toBe(0);
    expect(JSON.stringify(await context.database.items.toArray())).not.toContain('Film');
    expect(JSON.stringify(await context.database.ratings.toArray())).not.toContain('Better');
    expect((await listChanges(context, { limit: 1 }))[0]).toMatchObject({ label: 'delete-rating', count: 3 });

    expect(await undoChange(context, { journalId })).toEqual({ undone: 3, kept: 0 });

    const history = await ratingHistory(context, { itemId: ids[1]! });
    expect(history).toMatchObject({ current: { text: 'Better.' }, versions: [{ rating: { value: 40 } }] });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('brings back what an earlier Sayso deleted, whose journal holds other prints of it', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(2) });
    const { journalId } = await deleteRating(context, { itemIds: [item.id] });
    const { database } = context;
    const entry = await database.journal.get(journalId);
    const images = await Promise.all(
      entry!.images.map(async (image) => {
        const now = await database.table<object, string>(image.table).get(image.key);
        return { ...image, after: now && earlierFingerprint(now) };
      }),
    );
    await database.journal.put({ ...entry!, images });
    expect(await undoChange(context, { journalId })).toEqual({ undone: 1, kept: 0 });
    expect((await ratingHistory(context, { itemId: item.id })).current).toMatchObject({ value: 40 });
  });

  it('puts back what is untouched, and keeps what has changed since', async () => {
    const context = testContext();
    const one = await rateItem(context, { facts: film(1), given: stars(2) });
    const two = await rateItem(context, { facts: film(2), given: stars(2) });
    const { journalId } = await deleteRating(context, { itemIds: [one.item.id, two.item.id] });
    await rateItem(context, { facts: film(1), given: stars(5) });
    expect(await undoChange(context, { journalId })).toEqual({ undone: 1, kept: 1 });
    const known = await lookUpRatings(context, { things: [[id('imdb:tt0000001')], [id('imdb:tt0000002')]] });
    expect(known.map((thing) => thing?.rating?.value)).toEqual([100, 40]);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('refuses to undo twice, and what is not there', async () => {
    const context = testContext();
    const { journalId } = await rateItem(context, { facts: film(1), given: stars(2) });
    await undoChange(context, { journalId });
    await expect(undoChange(context, { journalId })).rejects.toMatchObject(conflict);
    await expect(undoChange(context, { journalId: newRecordId(0) })).rejects.toMatchObject({ code: 'not-found' });
    expect(await context.database.journal.count()).toBe(2);
  });

  it('leaves what was written since, though it stands as before; undone in turn, nothing is left', async () => {
    const context = testContext();
    const ratedAt = readMoment('2020')!;
    const { journalId, item } = await rateItem(context, { facts: film(1), given: stars(2), ratedAt });
    const tagged = await editRating(context, { itemId: item.id, tags: ['a'] });
    const untagged = await editRating(context, { itemId: item.id, tags: [] });
    expect(await context.database.versions.count()).toBe(2);
    await expect(undoChange(context, { journalId })).rejects.toMatchObject({ code: 'conflict' });
    for (const one of [untagged.journalId, tagged.journalId, journalId]) {
      await undoChange(context, { journalId: one });
    }
    expect(await context.database.versions.count()).toBe(0);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it("keeps a rating's kind that of its thing", async () => {
    const context = testContext();
    const { item, rating } = await rateItem(context, { facts: film(1), given: stars(2) });
    // As a copy that was merged in could have it: a thing that is described, but not rated.
    await write(context.database, { tables: ['ratings'], nowMs: 0 }, (writer) =>
      writer.put('ratings', ratingTombstone(rating, writer.stamp)),
    );
    const { journalId } = await describeItem(context, { itemId: item.id, kind: 'Book' });
    await rateItem(context, { facts: film(1), given: stars(4) });
    await undoChange(context, { journalId });
    expect(await ratingHistory(context, { itemId: item.id })).toMatchObject({
      item: { kind: 'Movie' },
      current: { kind: 'Movie' },
    });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('does again what was undone, with the kind that the thing has by now', async () => {
    const context = testContext();
    const heat = { name: 'Heat', names: ['imdb:tt0113277'], seen: true };
    await takeIn(context, heat);
    const rated = await takeIn(context, { ...heat, mark: 8 });
    const undone = await undoAgainBy(context, rated);
    const [item] = await context.database.items.toArray();
    await describeItem(context, { itemId: item!.id, kind: 'Product' });

    await undoAgainBy(context, undone);

    expect(await context.database.ratings.get(item!.id)).toMatchObject({ value: 80, kind: 'Product' });
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('brings back of many imported things all that are as they were left', async () => {
    const context = testContext();
    for (const number of [1, 2, 3]) {
      await takeIn(context, { name: `Film ${number}`, names: film(number).identifiers, mark: 8 });
    }
    const rated = await context.database.ratings.toArray();
    const { journalId } = await deleteRating(context, { itemIds: rated.map(({ itemId }) => itemId) });
    await rateItem(context, { facts: film(2), given: stars(5) });
    expect(await undoChange(context, { journalId })).toMatchObject({ kept: 1 });
    const known = await lookUpRatings(context, { things: [1, 2, 3].map((number) => film(number).identifiers) });
    expect(known.map((thing) => thing?.rating?.source)).toEqual(['imdb', 'person', 'imdb']);
    expect(await brokenInvariants(context.database)).toEqual([]);
  });

  it('writes the old content as a new change, so that another copy takes it over', async () => {
    const context = testContext();
    const { item, rating } = await rateItem(context, { facts: film(1), given: stars(2) });
    const { journalId } = await editRating(context, { itemId: item.id, given: stars(5) });
    await undoChange(context, { journalId });
    const stored = await context.database.ratings.get(item.id);
    expect(stored).toEqual({ ...rating, updatedAt: stored!.updatedAt });
    expect(stored!.updatedAt > rating.updatedAt).toBe(true);
  });

  it('leaves of what it takes back only that it was there', async () => {
    const context = testContext();
    const { journalId, item } = await rateItem(context, { facts: film(1), given: stars(2), text: 'A secret.' });
    await undoChange(context, { journalId });
    expect(await context.database.items.get(item.id)).toMatchObject({ name: '', identifiers: [] });
    expect(Object.keys((await context.database.ratings.get(item.id))!).sort()).toEqual([
      'createdAt',
      'deletedAt',
      'itemId',
      'updatedAt',
    ]);
  });

  it('undoes what was done to preferences', async () => {
    const context = testContext();
    const values = async () => (await listPreferences(context)).map(({ value }) => value);
    const input = { key: 'diet', value: 'vegan', strength: 'must' as const, isPrivate: false };
    const { preference } = await savePreference(context, input);
    const changed = await savePreference(context, { ...input, id: preference.id, value: 'vegetarian' });
    const deleted = await deletePreference(context, { id: preference.id });
    expect(await values()).toEqual([]);
    await undoChange(context, deleted);
    expect(await values()).toEqual(['vegetarian']);
    await undoChange(context, changed);
    expect(await values()).toEqual(['vegan']);
  });
});
