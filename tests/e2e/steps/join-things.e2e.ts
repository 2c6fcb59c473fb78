import { expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard, press, pressLabel, sees, textsOf } from '../support/actions.ts';
import { giveFiles, ownFile } from '../support/imports.ts';

// One film, as three services have it: two of them name it by a number that both know, the third by nothing.
const IMDB = `Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors
tt1000021,9,2024-03-09,Salt Road,Salt Road,https://www.imdb.com/title/tt1000021/,Movie,7.9,117,2014,Drama,31188,2014-09-05,Ada Marrow
`;
const MOVIELENS =
  'movie_id,imdb_id,tmdb_id,rating,average_rating,title\n7021,1000021,910021,4.0,3.9,Salt Road (2014)\n';
const LETTERBOXD = 'Date,Name,Year,Letterboxd URI,Rating\n2024-03-10,Salt Road,2014,https://boxd.it/f1,2.5\n';

const stage = useBrowser();

it('makes one thing of three services, the last by a key, and takes it apart again without loss', async () => {
  const { browser } = stage;
  const files = await openDashboard(browser, 'import');
  await giveFiles(
    files,
    await ownFile('imdb.csv', IMDB),
    await ownFile('movielens.csv', MOVIELENS),
    await ownFile('ratings.csv', LETTERBOXD),
  );
  await press(files, 'sayso-import-preview >>> #go');
  await find(files, 'sayso-import-done >>> h2');
  await files.close();
  await hasNames(['Salt Road', 'Salt Road']);

  // What no number settles is asked, and answered by keys alone: apart, back, one.
  const joins = await openDashboard(browser, 'joins');
  await find(joins, 'sayso-join-pair');
  await joins.keyboard.press('n');
  await find(joins, 'sayso-joins >>> sayso-empty');
  await sees(joins, 'stays two things');
  await joins.keyboard.press('u');
  await find(joins, 'sayso-join-pair');
  await joins.keyboard.press('y');
  await find(joins, 'sayso-joins >>> sayso-empty');
  await joins.close();
  await hasNames(['Salt Road']);

  const page = await openDashboard(browser, 'ratings');
  await press(page, 'sayso-rating-row >>> a.name');
  await sees(page, 'What your sources say');
  const sources = await textsOf(page, 'sayso-item-sources >>> h3');
  expect(sources.toSorted()).toEqual(['IMDb', 'Letterboxd', 'MovieLens']);

  await press(page, 'sayso-item-joined >>> button');
  await until('the thing to be in two', async () => (await textsOf(page, 'sayso-item-sources >>> h3')).length < 3);
  await hasNames(['Salt Road', 'Salt Road']);
  const apart = await openDashboard(browser, 'ratings');
  const told = await sees(apart, '2.5 / 5');
  expect(told).toContain('9 / 10');
  await apart.close();

  await page.bringToFront();
  await pressLabel(page, 'sayso-toast >>> button', 'Undo');
  await hasNames(['Salt Road']);
  await page.close();

  /** The names in the library. */
  async function hasNames(names: readonly string[]): Promise<void> {
    const library = await openDashboard(browser, 'ratings');
    await until('the library', async () => {
      const shown = await textsOf(library, 'sayso-rating-row >>> a.name');
      return JSON.stringify(shown) === JSON.stringify(names);
    });
    await library.close();
  }
});
