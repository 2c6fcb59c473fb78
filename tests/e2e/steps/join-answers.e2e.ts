import { expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard, press, pressLabel, sees } from '../support/actions.ts';
import { holdDatabase } from '../support/hold-database.ts';
import { countRecords, giveFiles, ownFile } from '../support/imports.ts';

const LETTERBOXD = 'Date,Name,Year,Letterboxd URI,Rating\n2024-03-09,Salt Road,2014,https://boxd.it/f1,4\n';
const IMDB = `Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors
tt1000021,9,2024-03-09,Salt Road,Salt Road,https://www.imdb.com/title/tt1000021/,Movie,7.9,117,2014,Drama,31188,2014-09-05,Ada Marrow
`;

const stage = useBrowser();

it('writes an answer that still waited when its tab was closed, and can take it back', async () => {
  const { browser } = stage;
  const files = await openDashboard(browser, 'import');
  await giveFiles(files, await ownFile('ratings.csv', LETTERBOXD), await ownFile('imdb.csv', IMDB));
  await press(files, 'sayso-import-preview >>> #go');
  await find(files, 'sayso-import-done >>> h2');
  await files.close();

  const page = await openDashboard(browser, 'joins');
  await find(page, 'sayso-join-pair');
  const letGo = await holdDatabase(browser);
  await page.bringToFront();
  await page.keyboard.press('n');
  await sees(page, '1 answer is being written');
  await page.close();
  await letGo();
  expect(await countRecords(browser, 'refusedJoins')).toBe(0);

  const later = await openDashboard(browser, 'ratings');
  await sees(later, '1 answer that was waiting in a closed tab has been written.');
  expect(await countRecords(browser, 'refusedJoins')).toBe(1);
  await pressLabel(later, 'sayso-toast >>> button', 'Undo');
  await until('the answer to be taken back', async () => (await countRecords(browser, 'refusedJoins')) === 0);
  await later.close();
});
