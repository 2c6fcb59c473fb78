import { describe, expect, it } from 'vitest';
import { deletePreference } from '../../../src/app/delete-preference.ts';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { describeItem } from '../../../src/app/describe-item.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { listPreferences } from '../../../src/app/list-preferences.ts';
import { previewImport } from '../../../src/app/preview-import.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { ratingHistory } from '../../../src/app/rating-history.ts';
import { type PreferenceInput, savePreference } from '../../../src/app/save-preference.ts';
import { newRecordId } from '../../../src/domain/ids.ts';
import { momentOf, readMoment } from '../../../src/domain/moment.ts';
import { gathered } from '../../support/gathered.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

const missing = { code: 'not-found' };
const bad = { code: 'bad-request' };

describe('editRating', () => {
  it('changes what is named and leaves the rest', async () => {
    const context = testContext();
    const said = { text: 'Good.', tags: ['a'], aspects: [{ name: 'sound', given: stars(3) }] };
    const { item, rating } = await rateItem(context, { facts: film(1), given: stars(4), ...said, source: 'some-csv' });
    context.clock.advance(5_000);

    const marked = await editRating(context, { itemId: item.id, given: stars(2) });
    const editedAt = momentOf(context.clock.nowMs());
    const { updatedAt } = marked.rating;
    expect(marked.rating).toEqual({ ...rating, given: stars(2), value: 40, editedAt, updatedAt });
    context.clock.advance(5_000);
    const dated = await editRating(context, { itemId: item.id, ratedAt: readMoment('2001-02')!, tags: [] });
    expect(dated.rating).toMatchObject({ ratedAt: '2001-02', text: 'Good.', source: 'some-csv', editedAt });
    expect(dated.rating).not.toHaveProperty('tags');
    const { rating: bare } = await editRating(context, { itemId: item.id, text: null, aspects: [] });
    expect(Object.keys(bare).filter((key) => ['text', 'tags', 'aspects'].includes(key))).toEqual([]);
    expect((await ratingHistory(context, { itemId: item.id })).versions).toHaveLength(3);
  });

  it.each([
    ['another mark', { given: stars(2) }, 'keep'],
    ['other words', { text: 'Better than I thought.' }, 'keep'],
    ['no words', { text: null }, 'keep'],
    ['a tag alone', { tags: ['seen twice'] }, 'replace'],
  ] as const)('lets no older file win over %s of today, whatever day is shown', async (_what, edit, expected) => {
    const context = testContext();
    const ratedAt = readMoment('2012-03-04')!;
    const { item } = await rateItem(context, { facts: film(1), given: stars(4), text: 'Good.', ratedAt, source: 'a' });
    context.clock.advance(86_400_000);
    const { rating } = await editRating(context, { itemId: item.id, ...edit });
    expect(rating).toMatchObject({ ratedAt: '2012-03-04', source: 'a' });
    const things = gathered('imdb', [{ name: 'Film', names: item.identifiers, mark: 9, at: '2015-01-01' }]);
    const { conflicts } = await previewImport(context, { things, winner: 'newer' });
    expect(conflicts.map(({ settlement }) => settlement)).toEqual([expected]);
  });

  it('keeps no history of a change that changes nothing', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(4), text: 'Good.' });
    await editRating(context, { itemId: item.id, given: stars(4), text: ' Good. ' });
    expect((await ratingHistory(context, { itemId: item.id })).versions).toEqual([]);
  });

  it('refuses a mark off its scale, and what is not rated', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
    await expect(editRating(context, { itemId: item.id, given: stars(7) })).rejects.toMatchObject(bad);
    await expect(editRating(context, { itemId: newRecordId(0), given: stars(3) })).rejects.toMatchObject(missing);
    await deleteRating(context, { itemIds: [item.id] });
    await expect(editRating(context, { itemId: item.id, given: stars(3) })).rejects.toMatchObject(missing);
    await expect(deleteRating(context, { itemIds: [item.id] })).rejects.toMatchObject(missing);
    await expect(deleteRating(context, { itemIds: [] })).rejects.toMatchObject(missing);
    await expect(ratingHistory(context, { itemId: item.id })).rejects.toMatchObject(missing);
  });
});

describe('describeItem', () => {
  it('changes what is known, removes what is emptied, and takes the rating along', async () => {
    const context = testContext();
    const facts = film(1, { genres: ['Drama'], brand: 'Acme', year: 1999 });
    const { item } = await rateItem(context, { facts, given: stars(4) });
    const described = await describeItem(context, {
      itemId: item.id,
      kind: 'TVSeries',
      name: ' New  name ',
      genres: [],
      brand: '',
    });
    expect(described.item).toEqual({
      kind: 'TVSeries',
      name: 'New name',
      year: 1999,
      identifiers: item.identifiers,
      id: item.id,
      createdAt: item.createdAt,
      updatedAt: described.item.updatedAt,
    });
    expect(await ratingHistory(context, { itemId: item.id })).toMatchObject({
      current: { kind: 'TVSeries' },
      versions: [],
    });
  });

  it('removes a year, and keeps it where it is not named', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1, { year: 1999 }), given: stars(4) });
    expect((await describeItem(context, { itemId: item.id, brand: 'Acme' })).item).toMatchObject({ year: 1999 });
    expect((await describeItem(context, { itemId: item.id, year: null })).item).not.toHaveProperty('year');
  });

  it('refuses an empty name, and what is not there', async () => {
    const context = testContext();
    const { item } = await rateItem(context, { facts: film(1), given: stars(4) });
    await expect(describeItem(context, { itemId: item.id, name: ' ' })).rejects.toMatchObject(bad);
    await expect(describeItem(context, { itemId: newRecordId(0), name: 'x' })).rejects.toMatchObject(missing);
  });
});

describe('preferences', () => {
  const base: PreferenceInput = { key: 'diet', value: 'vegan', strength: 'prefer', isPrivate: false };

  it('are listed by key, then strength, then value', async () => {
    const context = testContext();
    const rows = [
      ['shoe-size', '42', 'prefer'],
      ['brand', 'Zeta', 'never'],
      ['brand', 'Acme 10', 'prefer'],
      ['brand', 'Acme 9', 'prefer'],
      ['brand', 'Beta', 'must'],
    ] as const;
    for (const [key, value, strength] of rows) {
      await savePreference(context, { ...base, key, value, strength });
    }
    expect((await listPreferences(context)).map(({ value }) => value)).toEqual([
      'Beta',
      'Acme 9',
      'Acme 10',
      'Zeta',
      '42',
    ]);
  });

  it('are changed in place, and forgotten but for their tombstone', async () => {
    const context = testContext();
    const { preference } = await savePreference(context, { ...base, unit: ' x ', kinds: ['Book'] });
    expect(preference).toMatchObject({ value: 'vegan', unit: 'x', kinds: ['Book'] });
    const changed = await savePreference(context, {
      ...base,
      id: preference.id,
      value: ' no   nuts ',
      isPrivate: true,
    });
    expect(changed.preference).toEqual({
      ...base,
      id: preference.id,
      value: 'no nuts',
      isPrivate: true,
      createdAt: preference.createdAt,
      updatedAt: changed.preference.updatedAt,
    });
    await deletePreference(context, { id: preference.id });
    expect(await listPreferences(context)).toEqual([]);
    expect(JSON.stringify(await context.database.preferences.toArray())).not.toContain('nuts');
    await expect(deletePreference(context, { id: preference.id })).rejects.toMatchObject(missing);
    await expect(savePreference(context, { ...base, id: preference.id })).rejects.toMatchObject(missing);
  });

  it.each([
    { key: '' },
    { key: 'Diet' },
    { key: '1st' },
    { key: 'a b' },
    { key: 'a'.repeat(41) },
    { value: ' ' },
    { value: 'x'.repeat(501) },
    { unit: 'x'.repeat(41) },
  ])('refuse %j', async (part) => {
    const context = testContext();
    await expect(savePreference(context, { ...base, ...part })).rejects.toMatchObject(bad);
    expect(await context.database.preferences.count()).toBe(0);
  });

  it('may apply to no kind at all, which is not all kinds', async () => {
    const context = testContext();
    expect((await savePreference(context, { ...base, kinds: [] })).preference.kinds).toEqual([]);
    expect((await savePreference(context, base)).preference).not.toHaveProperty('kinds');
  });
});
