import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewAsk } from '../../../src/app/preview-ask.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { readPreferences } from '../../../src/app/read-preferences.ts';
import { readRatings } from '../../../src/app/read-ratings.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import { type Need, RATING_FIELDS } from '../../../src/domain/ask.ts';
import { type Moment, readMoment } from '../../../src/domain/moment.ts';
import { ask, callId, give, PREFERENCES, RATINGS } from '../../support/granting.ts';
import { film, product, SHOP, stars } from '../../support/samples.ts';
import { testContext, type TestContext } from '../../support/test-context.ts';

const MOMENTS = ['2019', '2019-03', '2019-03-09', '2019-03-09T10:30:00.000Z', '2020'].map(
  (text) => readMoment(text) as Moment,
);

async function furnish(context: TestContext): Promise<void> {
  for (const [index, ratedAt] of MOMENTS.entries()) {
    const said = { text: `Note ${index}`, tags: ['tag'], ratedAt };
    await rateItem(context, { facts: film(index + 1), given: stars(index + 0.5), ...said });
    await rateItem(context, {
      facts: product(`Thing ${index}`, `sku:shop.example/${index}`),
      given: stars(5 - index),
      ratedAt,
    });
  }
  for (const key of ['brand', 'diet', 'language']) {
    await savePreference(context, { key, value: 'x', strength: 'prefer', isPrivate: key === 'diet' });
  }
}

describe('previewAsk', () => {
  it('shows each need with the very records that would go', async () => {
    const context = testContext();
    await furnish(context);
    const preview = await previewAsk(context, {
      origin: SHOP,
      ask: ask([{ ...RATINGS, kinds: ['Movie'], fields: ['reviewBody', 'keywords', 'reviewAspect'] }], {
        optional: [PREFERENCES, { collection: 'intentions' }],
      }),
    });
    expect(preview.required[0]).toMatchObject({ count: 5 });
    expect(preview.required[0]?.records[0]).toMatchObject({
      name: 'Film 5',
      kind: 'Movie',
      said: '4.5 / 5',
      fields: { reviewBody: 'Note 4', keywords: 'tag' },
    });
    expect(preview.optional.map(({ count }) => count)).toEqual([2, 0]);
    expect(preview.optional[0]?.records.map(({ name, said, fields }) => [name, said, fields])).toEqual([
      ['brand', 'x', { strength: 'prefer' }],
      ['language', 'x', { strength: 'prefer' }],
    ]);
  });

  it('shows what an order would rest on, and none of its words', async () => {
    const context = testContext();
    await furnish(context);
    const need: Need = { ...RATINGS, derive: 'rank', fields: ['reviewBody'], filter: { min: 80 } };
    const { required } = await previewAsk(context, { origin: SHOP, ask: ask([need]) });
    expect(required[0]).toMatchObject({ need, count: 3 });
    expect(required[0]?.records.every(({ fields }) => Object.keys(fields).length === 0)).toBe(true);
  });

  it('counts all and shows the first 500', async () => {
    const context = testContext();
    const stamp = '00000000000000000000000';
    const many = Array.from({ length: 1_200 }, (_, index) => `item-${String(index).padStart(4, '0')}`);
    await context.database
      .table('items')
      .bulkAdd(many.map((id) => ({ id, kind: 'Book', name: id, identifiers: [], createdAt: stamp, updatedAt: stamp })));
    await context.database.table('ratings').bulkAdd(
      many.map((itemId, index) => ({
        itemId,
        kind: 'Book',
        value: index < 600 ? 20 : 80,
        given: stars(1),
        ratedAt: '2020',
        source: 'person',
      })),
    );
    const needs: Need[] = [RATINGS, { ...RATINGS, kinds: ['Book', 'Movie'] }, { ...RATINGS, filter: { max: 50 } }];
    const { required } = await previewAsk(context, { origin: SHOP, ask: ask(needs) });
    expect(required.map(({ count, records }) => [count, records.length])).toEqual([
      [1_200, 500],
      [1_200, 500],
      [600, 500],
    ]);
  });

  it('is what is read, whatever is asked', async () => {
    const context = testContext();
    await furnish(context);
    const date = fc.constantFrom('2019-01-01', '2019-01-02', '2019-03-01', '2019-03-09T10:30:00Z', '2020');
    const need = fc.record<Need>(
      {
        collection: fc.constantFrom('ratings' as const, 'preferences' as const),
        kinds: fc.subarray(['Movie' as const, 'Product' as const, 'Book' as const]),
        keys: fc.subarray(['brand', 'diet', 'language']),
        fields: fc.subarray([...RATING_FIELDS]),
        filter: fc.record({ since: date, until: date, min: fc.nat(100), max: fc.nat(100) }, { requiredKeys: [] }),
      },
      { requiredKeys: ['collection'] },
    );
    await fc.assert(
      fc.asyncProperty(need, async (wanted) => {
        const { required } = await previewAsk(context, { origin: SHOP, ask: ask([wanted]) });
        await give(context, [wanted]);
        const call = { origin: SHOP, callId: callId(), query: {} };
        const shown = required[0]!.records.map(({ id, fields }) => [id, Object.keys(fields).sort()]);
        if (wanted.collection === 'ratings') {
          const { rows } = await readRatings(context, call);
          const told = rows.map(({ item, rating, fields }) => [
            item.id,
            fields
              .filter(
                (field) =>
                  ({ dateCreated: true, reviewBody: rating.text, keywords: rating.tags, reviewAspect: rating.aspects })[
                    field
                  ],
              )
              .sort(),
          ]);
          expect(told).toEqual(shown);
        } else {
          const { preferences } = await readPreferences(context, call);
          expect(preferences.map(({ id }) => id)).toEqual(shown.map(([id]) => id));
        }
      }),
      { numRuns: 60 },
    );
  });
});
