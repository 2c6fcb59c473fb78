import { describe, expect, it } from 'vitest';
import { listSources } from '../../../src/app/list-sources.ts';
import { rateKnown } from '../../../src/app/rate-known.ts';
import { ratingHistory } from '../../../src/app/rating-history.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import type { ItemId } from '../../../src/domain/ids.ts';
import { bring } from '../../support/bring.ts';
import { film, stars } from '../../support/samples.ts';
import { testContext } from '../../support/test-context.ts';

describe('rateKnown', () => {
  it('rates a thing that no identifier names, and keeps what its source says', async () => {
    const context = testContext();
    const [itemId] = await bring(context, { facts: film(1, { identifiers: [] }), content: { liked: {} } });
    const { journalId } = await rateKnown(context, { itemId: itemId!, given: stars(4) });
    const { current } = await ratingHistory(context, { itemId: itemId! });
    expect(current).toMatchObject({ given: stars(4), source: 'person', kind: 'Movie' });
    expect(await listSources(context, { itemId: itemId! })).toHaveLength(1);
    expect(await context.database.items.count()).toBe(1);
    await undoChange(context, { journalId });
    expect(await ratingHistory(context, { itemId: itemId! })).not.toHaveProperty('current');
    expect(await listSources(context, { itemId: itemId! })).toHaveLength(1);
  });

  it('keeps as history the mark that another page gave meanwhile', async () => {
    const context = testContext();
    const [itemId] = await bring(context, { facts: film(1), content: {} });
    await rateKnown(context.reopen(), { itemId: itemId!, given: stars(1) });
    await rateKnown(context, { itemId: itemId!, given: stars(5) });
    const { current, versions } = await ratingHistory(context, { itemId: itemId! });
    expect([current?.given, versions[0]?.rating.given]).toEqual([stars(5), stars(1)]);
  });

  it('rates nothing that is not there', async () => {
    const lost = rateKnown(testContext(), { itemId: 'gone' as ItemId, given: stars(1) });
    await expect(lost).rejects.toMatchObject({ code: 'not-found' });
  });
});
