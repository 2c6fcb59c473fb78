import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { choose, fill, find, openDashboard, press, pressLabel, sees, textsOf } from '../support/actions.ts';
import { countRecords, dropFile, fixture, giveFiles, manyFilms, ownFile } from '../support/imports.ts';

const MANY = 8_000;
const GO = 'sayso-import-preview >>> #go';

describe('step: bring ratings from elsewhere', () => {
  const stage = useBrowser();

  /** The Import page with a file of many films, looked at and ready. */
  async function withManyFilms(): Promise<Page> {
    const page = await openDashboard(stage.browser, 'import');
    await giveFiles(page, await ownFile('many.csv', manyFilms(MANY)));
    await sees(page, '8,000 are new');
    return page;
  }

  /** Presses Import and waits until some of it is written. */
  async function beginWriting(page: Page): Promise<void> {
    await press(page, GO);
    await until('some of it to be written', async () =>
      (await textsOf(page, 'sayso-import-work >>> .count')).some((text) => /^[1-9].* of 8,000/u.test(text)),
    );
  }

  it('shows what two files will be, writes them, finds nothing new in them, and undoes them', async () => {
    const { browser } = stage;
    const page = await openDashboard(browser, 'import');
    await giveFiles(page, fixture('goodreads-library.csv'), fixture('letterboxd-ratings.csv'));
    await sees(page, /Goodreads library.*Letterboxd ratings.*What it will be/u);
    await sees(page, 'The Lighthouse Ledger');
    await sees(page, 'This is no mark on the scale of this file.');
    expect(await countRecords(browser, 'ratings')).toBe(0);

    await press(page, GO);
    await find(page, 'sayso-import-done >>> h2');
    await sees(page, 'See what came from Goodreads');
    const library = await openDashboard(browser, 'ratings');
    await sees(library, /The Lighthouse Ledger/u);
    await library.close();

    await pressLabel(page, 'sayso-import-done >>> button', 'Import something else');
    await giveFiles(page, fixture('goodreads-library.csv'), fixture('letterboxd-ratings.csv'));
    await sees(page, 'Everything in these files is here already.');
    await pressLabel(page, 'sayso-import-preview >>> button', 'Start over');

    await pressLabel(page, 'sayso-past-imports >>> sayso-import-undo >>> button', 'Undo');
    await sees(page, 'The import was undone.');
    await pressLabel(page, 'sayso-past-imports >>> sayso-import-undo >>> button', 'Do again');
    await sees(page, 'The import was done again.');
    await pressLabel(page, 'sayso-past-imports >>> sayso-import-undo >>> button', 'Undo');
    await sees(page, 'The import was undone.');
    const gone = await openDashboard(browser, 'ratings');
    await sees(gone, 'No ratings yet');
    await gone.close();
    await page.close();
  });

  it('takes a table that nobody knows, dropped on the page, by what the person says of its columns', async () => {
    const { browser } = stage;
    const page = await openDashboard(browser, 'import');
    await find(page, 'sayso-import-drop >>> button');
    await dropFile(page, 'cellar.csv', 'Bottle;Verdict\nHouse red;17/20\nHouse white;12/20\n');
    await sees(page, 'A table that Sayso does not know.');
    await choose(page, 'sayso-import-mapper >>> #name', 'Bottle');
    await choose(page, 'sayso-import-mapper >>> #kind', 'fixed:Product');
    await choose(page, 'sayso-import-mapper >>> #mark', 'Verdict');
    await fill(page, 'sayso-import-mapper >>> #best', '20');
    await page.keyboard.press('Tab');
    await sees(page, /first rows as they would be.*House red.*17 \/ 20/u);
    await pressLabel(page, 'sayso-import-mapper >>> button', 'Read the file like this');
    await sees(page, /What it will be.*2 ratings.*2 are new/u);
    await pressLabel(page, 'sayso-import-preview >>> button', 'Start over');
    await dropFile(page, 'cellar of another year.csv', 'Bottle;Verdict\nHouse pink;3/20\n');
    await sees(page, /What it will be.*House pink.*3 \/ 20/u);
    await page.close();
  });

  it('writes nothing when it is stopped in the middle, and goes on in another part of the dashboard', async () => {
    const { browser } = stage;
    const before = await countRecords(browser, 'ratings');
    const page = await withManyFilms();
    await beginWriting(page);
    await page.evaluate(() => {
      window.location.hash = '#about';
    });
    await find(page, 'sayso-about >>> h1');
    await page.evaluate(() => {
      window.location.hash = '#import';
    });
    await pressLabel(page, 'sayso-import-work >>> button', 'Stop');
    await sees(page, 'Stopped. Nothing was written.');
    expect(await countRecords(browser, 'ratings')).toBe(before);
    expect(await countRecords(browser, 'imports')).toBe(1);
    await page.close();
  });

  it('tells on return what became of an import whose tab was closed', async () => {
    const { browser } = stage;
    const before = await countRecords(browser, 'ratings');
    const page = await withManyFilms();
    await beginWriting(page);
    await page.close();

    const back = await openDashboard(browser, 'import');
    const told = await sees(back, /many\.csv\S* was (?:stopped|finished)/u);
    const isWritten = told.includes('was finished');
    expect(await countRecords(browser, 'ratings')).toBe(before + (isWritten ? MANY : 0));
    expect(await countRecords(browser, 'imports')).toBe(isWritten ? 2 : 1);
    await pressLabel(back, 'sayso-work-told >>> button', 'Dismiss');
    await back.close();
    const again = await openDashboard(browser, 'import');
    await find(again, 'sayso-past-imports >>> li');
    expect(await textsOf(again, 'sayso-work-told >>> p')).toEqual([]);
    await again.close();
  });

  it('takes a file that is dropped on another part of the dashboard to where it is imported', async () => {
    const page = await openDashboard(stage.browser, 'about');
    await find(page, 'sayso-about >>> h1');
    await dropFile(
      page,
      'ratings.csv',
      'Date,Name,Year,Letterboxd URI,Rating\n2024-03-09,Elsewhere,1949,https://boxd.it/e1,4\n',
    );
    await sees(page, /What it will be.*Elsewhere/u);
    expect(page.url()).toContain('#import');
    await pressLabel(page, 'sayso-import-preview >>> button', 'Start over');
    await page.close();
  });

  it('asks whose rows of a data set are meant, counts none as unread before, and tells of what was not read after', async () => {
    const page = await openDashboard(stage.browser, 'import');
    const rows = Array.from({ length: 610 }, (_, at) => `${at + 1},1,4.0,964982703\n`).join('');
    await giveFiles(
      page,
      await ownFile('ratings.csv', `userId,movieId,rating,timestamp\n${rows}`),
      await ownFile('movies.csv', 'movieId,title,genres\n1,The only film (1999),Drama\n2,Another (1998),Drama\n'),
    );
    await sees(page, /There are 610 to choose from.*Nothing can be imported yet.*Every row is read\./u);
    await fill(page, 'sayso-import-choice >>> input', '611');
    await page.keyboard.press('Tab');
    await sees(page, 'There is no 611 in this file.');
    await fill(page, 'sayso-import-choice >>> input', '414');
    await page.keyboard.press('Tab');
    await sees(page, /414 has 1 row\..*1 rating.*610 rows are not read/u);
    await press(page, GO);
    await find(page, 'sayso-import-done >>> h2');
    await find(page, 'sayso-import-unread >>> #save');
    await sees(page, '610 rows are not read');
    await pressLabel(page, 'sayso-past-imports >>> sayso-import-undo >>> button', 'Undo');
    await sees(page, 'The import was undone.');
    await page.close();
  });
});
