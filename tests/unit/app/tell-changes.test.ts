import { expect, it } from 'vitest';
import { clearMark } from '../../../src/app/clear-mark.ts';
import { deletePreference } from '../../../src/app/delete-preference.ts';
import { deleteRating } from '../../../src/app/delete-rating.ts';
import { describeItem } from '../../../src/app/describe-item.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { listChanges } from '../../../src/app/list-changes.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import type { ChangeTold } from '../../../src/app/tell-changes.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { film, stars } from '../../support/samples.ts';
import { type TestContext, testContext } from '../../support/test-context.ts';

async function told(context: TestContext): Promise<(ChangeTold | 'nothing')[]> {
  const changes = await listChanges(context, { limit: 20 });
  return changes.map((change) => change.told ?? 'nothing');
}

it('tells what each rating was and became, also when it changed again since', async () => {
  const context = testContext();
  const { item } = await rateItem(context, { facts: film(1), given: stars(3) });
  await editRating(context, { itemId: item.id, given: stars(4) });
  await editRating(context, { itemId: item.id, text: 'Grows on me.' });
  await clearMark(context, { itemId: item.id });
  await rateItem(context, { facts: film(1), given: stars(2) });
  await deleteRating(context, { itemIds: [item.id] });
  const changes = await told(context);
  expect(changes).toMatchObject([
    { kind: 'rating', from: { given: stars(2) } },
    { kind: 'rating', to: { given: stars(2) } },
    { kind: 'rating', from: { given: stars(4), text: 'Grows on me.' } },
    { kind: 'rating', from: { given: stars(4) }, to: { given: stars(4), text: 'Grows on me.' } },
    { kind: 'rating', from: { given: stars(3) }, to: { given: stars(4) } },
    { kind: 'rating', to: { given: stars(3) } },
  ]);
  expect(changes.map((one) => Object.keys(one))).toEqual([
    ['kind', 'from'],
    ['kind', 'to'],
    ['kind', 'from'],
    ['kind', 'from', 'to'],
    ['kind', 'from', 'to'],
    ['kind', 'to'],
  ]);
});

it('tells what a thing and a preference was and became', async () => {
  const context = testContext();
  const { item } = await rateItem(context, { facts: film(1), given: stars(3) });
  await describeItem(context, { itemId: item.id, name: 'M', year: 1931 });
  const wish = { key: 'shoe-size', value: '42', unit: 'EU', strength: 'must', isPrivate: false } as const;
  const { preference } = await savePreference(context, wish);
  await savePreference(context, { ...wish, id: preference.id, value: '43' });
  await deletePreference(context, { id: preference.id });
  expect((await told(context)).slice(0, 4)).toMatchObject([
    { kind: 'preference', from: { value: '43' } },
    { kind: 'preference', from: { value: '42' }, to: { value: '43' } },
    { kind: 'preference', to: { value: '42' } },
    { kind: 'item', from: { name: 'Film 1' }, to: { name: 'M', year: 1931 } },
  ]);
});

it('tells of an undo what it took back, and of its undo that it was done again', async () => {
  const context = testContext();
  const { item } = await rateItem(context, { facts: film(1), given: stars(3) });
  const { journalId } = await editRating(context, { itemId: item.id, given: stars(4) });
  await undoChange(context, { journalId });
  const [undo] = await listChanges(context, { limit: 1 });
  await undoChange(context, { journalId: undo!.id });
  const [again, back] = await listChanges(context, { limit: 2 });
  expect(back).toMatchObject({
    of: { label: 'edit-rating', isAgain: false },
    told: { from: { given: stars(4) }, to: { given: stars(3) } },
  });
  expect(again).toMatchObject({
    of: { label: 'edit-rating', isAgain: true },
    told: { from: { given: stars(3) }, to: { given: stars(4) } },
  });
});

it('tells of many things nothing, and of a record of which nobody knows what it became nothing either', async () => {
  const context = testContext();
  const ids = [];
  for (const number of [1, 2]) {
    ids.push((await rateItem(context, { facts: film(number), given: stars(3) })).item.id);
  }
  await describeItem(context, { itemId: ids[0]!, name: 'Renamed' });
  // As an import changes it, whose images are past reading one by one.
  await context.database.items.update(ids[0]!, { name: 'Named by a file' });
  await deleteRating(context, { itemIds: ids });
  const changes = await told(context);
  expect(changes.slice(0, 2)).toEqual(['nothing', 'nothing']);
});
