import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clearMark } from '../../../src/app/clear-mark.ts';
import { describeItem } from '../../../src/app/describe-item.ts';
import { editRating } from '../../../src/app/edit-rating.ts';
import { joinItems } from '../../../src/app/join-items.ts';
import { rateItem } from '../../../src/app/rate-item.ts';
import { savePreference } from '../../../src/app/save-preference.ts';
import { undoChange } from '../../../src/app/undo-change.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { film, id, stars } from '../../support/samples.ts';
import { find, openDashboard, press, seenText } from '../support/actions.ts';
import { giveFiles, ownFile } from '../support/imports.ts';
import { languagesOfMany, looksRight } from '../support/looks/looks-right.ts';
import { seed, type SeedContext } from '../support/looks/seed.ts';

const LONG = 'The Long Evening of a Very Slow Afternoon, or How the Harbour Master’s Daughter Learned to Count';

/** Ratings that a file will contradict, and a change of every kind. */
async function changedLife(context: SeedContext): Promise<void> {
  const ids = [];
  for (const [number, name] of ['Heat', LONG, 'Zodiac', 'Zodiac, The'].entries()) {
    const identifiers = [id(number === 3 ? 'letterboxd:zodiac' : `imdb:tt000000${number + 1}`)];
    const facts = film(number + 1, { name, year: 1995 + number, creators: ['Michael Mann'], identifiers });
    ids.push((await rateItem(context, { facts, given: stars(3) })).item.id);
  }
  const [heat, long, zodiac, same] = ids as [never, never, never, never];
  await editRating(context, { itemId: heat, given: stars(4.5), text: 'Grows on me.', tags: ['noir', 'with Jo'] });
  await editRating(context, { itemId: heat, text: 'Grows on me, still.', tags: ['noir'] });
  const { journalId } = await describeItem(context, { itemId: long, year: 1957, creators: ['Nobody of Note'] });
  await undoChange(context, { journalId });
  await joinItems(context, { one: zodiac, other: same });
  await clearMark(context, { itemId: long });
  await rateItem(context, { facts: film(2, { name: LONG }), given: stars(2) });
  const size = { key: 'shoe-size', value: '42', unit: 'EU', strength: 'must', isPrivate: false } as const;
  const { preference } = await savePreference(context, size);
  await savePreference(context, { ...size, id: preference.id, value: '43', strength: 'prefer', isPrivate: true });
}

/** Other marks of the same films, at IMDb. */
const OTHER_MARKS = [
  'Const,Your Rating,Date Rated,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors',
  'tt0000001,3,2099-03-09,Heat,https://www.imdb.com/title/tt0000001/,Movie,8.3,170,1995,Crime,1,1995-12-15,Michael Mann',
  `tt0000002,10,2001-03-09,"${LONG}",https://www.imdb.com/title/tt0000002/,Movie,8.3,170,1996,Crime,1,1996-12-15,Michael Mann`,
  'tt0000009,7,2021-04-03,Odd Days,https://www.imdb.com/title/tt0000009/,Movie,8.3,170,1996,Crime,1,1996-12-15,Michael Mann',
].join('\n');

describe.each(languagesOfMany())('looks: what wins, what could not be read, and what changed, in %s', (language) => {
  const stage = useBrowser({ language });

  beforeAll(() => seed(stage.browser, changedLife));

  function looks(page: Page, state: string): Promise<void> {
    return looksRight(stage.browser, page, `dashboard-${state}`, { language, hasRound: false });
  }

  it('asks what wins beside files that could not be read', async () => {
    const page = await openDashboard(stage.browser, 'import');
    const broken = await ownFile('letterboxd-the-whole-account-2024-03-09-utc.zip', 'PK\u0003\u0004 cut short');
    await giveFiles(page, await ownFile('imdb.csv', OTHER_MARKS), broken, await ownFile('a.json', '{"cut": '));
    await find(page, 'sayso-import-preview >>> fieldset input');
    await find(page, 'sayso-import-preview >>> #lost');
    await looks(page, 'import-conflicts');
    await page.close();
  });

  it('tells what changed, import and all', async () => {
    const page = await openDashboard(stage.browser, 'import');
    await giveFiles(page, await ownFile('ratings-of-many-years.csv', OTHER_MARKS));
    await press(page, 'sayso-import-preview >>> #go');
    await find(page, 'sayso-import-done >>> h2');
    await page.close();
    const changes = await openDashboard(stage.browser, 'changes');
    await find(changes, 'sayso-changes >>> button');
    expect(await seenText(changes)).toContain('ratings-of-many-years.csv');
    await looks(changes, 'changes-told');
    await changes.close();
  });
});
