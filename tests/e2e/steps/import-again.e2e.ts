import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard, press, pressLabel, sees, textsOf } from '../support/actions.ts';
import { catchDownloads, caught } from '../support/files.ts';
import { countRecords, giveFiles, manyFilms, ownFile } from '../support/imports.ts';

const HEADER = 'Date,Name,Year,Letterboxd URI,Rating';
const FIRST = `${HEADER}\n2024-03-09,The Long Ferry,1961,https://boxd.it/f1,4\n2024-03-10,Cold Harbour,1974,https://boxd.it/f2,3\n`;
const LATER = `${HEADER}\n2024-05-01,The Long Ferry,1961,https://boxd.it/f1,1\n2024-03-10,Cold Harbour,1974,https://boxd.it/f2,3\n2024-05-02,Third Night,1980,https://boxd.it/f3,5\n`;
const IMDB = `Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors
tt1000021,9,2024-03-09,Salt Road,Salt Road,https://www.imdb.com/title/tt1000021/,Movie,7.9,117,2014,Drama,31188,2014-09-05,Ada Marrow
tt1000022,4,2024-03-10,Glass Orchard,Glass Orchard,https://www.imdb.com/title/tt1000022/,Movie,6.1,98,2016,Drama,2188,2016-09-05,Ben Quill
`;
/** The first of those films, with an older mark. */
const TMDB = `TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated
910021,tt1000021,movie,Salt Road,2014-09-05T00:00:00Z,,,7.229,6,2022-09-20T00:00:00Z
`;
const PAST = 'sayso-past-imports >>> li';
const GO = 'sayso-import-preview >>> #go';
const MANY = 8_000;
/** Half of them, where they are read three times. */
const HALF = MANY / 2;

describe('step: bring them again, and take the time that it takes', () => {
  const stage = useBrowser();

  async function importPage(): Promise<Page> {
    return openDashboard(stage.browser, 'import');
  }

  async function importFile(page: Page, path: string): Promise<void> {
    await giveFiles(page, path);
    await press(page, GO);
    await find(page, 'sayso-import-done >>> h2');
    await pressLabel(page, 'sayso-import-done >>> button', 'Import something else');
  }

  /** Waits until the library shows a film with this mark. */
  async function isMarked(title: string, mark: string, best = '5'): Promise<void> {
    const page = await openDashboard(stage.browser, `ratings?search=${encodeURIComponent(title)}`);
    await sees(page, new RegExp(`${title}.* ${mark} / ${best}`, 'u'));
    await page.close();
  }

  it('asks once what wins where a newer file says otherwise than the person, and does so', async () => {
    const page = await importPage();
    await importFile(page, await ownFile('ratings.csv', FIRST));
    const library = await openDashboard(stage.browser, 'ratings?search=Long%20Ferry');
    await press(library, 'sayso-rating-row >>> .acts button');
    await press(library, 'sayso-edit-rating >>> sayso-stars >>> input[value="10"]');
    await press(library, 'sayso-edit-rating >>> button[type="submit"]');
    await until('the form to close', async () => (await textsOf(library, 'sayso-edit-rating')).length === 0);
    await library.close();
    await isMarked('The Long Ferry', '5');

    const later = await ownFile('ratings.csv', LATER);
    await giveFiles(page, later);
    await sees(page, /1 is new.*1 has changed since the last import.*1 is the same as before/u);
    await sees(page, /1 thing has another mark here than in your files.*yours stays/u);
    await press(page, 'sayso-import-preview >>> input[value="theirs"]');
    await sees(page, 'theirs counts');
    await press(page, GO);
    await find(page, 'sayso-import-done >>> h2');
    await isMarked('The Long Ferry', '1');
    await pressLabel(page, 'sayso-past-imports >>> sayso-import-undo >>> button', 'Undo');
    await sees(page, 'The import was undone.');
    await isMarked('The Long Ferry', '5');

    await pressLabel(page, 'sayso-import-done >>> button', 'Import something else');
    await giveFiles(page, later);
    await press(page, 'sayso-import-preview >>> input[value="mine"]');
    await sees(page, 'yours stays');
    await press(page, GO);
    await find(page, 'sayso-import-done >>> h2');
    await isMarked('The Long Ferry', '5');
    const all = await openDashboard(stage.browser, 'ratings');
    await sees(all, 'Third Night');
    const names = await textsOf(all, 'sayso-rating-row >>> a.name');
    expect(names.toSorted()).toEqual(['Cold Harbour', 'The Long Ferry', 'Third Night']);
    await all.close();
    await page.close();
  });

  it('takes an import back from under a later one of another service, and does it again', async () => {
    const page = await importPage();
    await importFile(page, await ownFile('imdb.csv', IMDB));
    await importFile(page, await ownFile('tmdb.csv', TMDB));
    await isMarked('Salt Road', '9', '10');
    expect(await countRecords(stage.browser, 'sourceRecords')).toBeGreaterThan(2);
    const undo = 'sayso-past-imports >>> sayso-import-undo >>> button[aria-label*="IMDb"]';
    await press(page, undo);
    await sees(page, 'The import was undone.');
    await isMarked('Salt Road', '6', '10');
    const only = await openDashboard(stage.browser, 'ratings?search=Glass%20Orchard');
    await sees(only, 'Nothing matches');
    await only.close();
    await press(page, undo);
    await sees(page, 'The import was done again.');
    await isMarked('Salt Road', '9', '10');
    await isMarked('Glass Orchard', '4', '10');
    await press(page, undo);
    await isMarked('Salt Road', '6', '10');
    await press(page, 'sayso-past-imports >>> sayso-import-undo >>> button[aria-label*="TMDB"]');
    const isGone = (one: string): boolean => /undone.*tmdb\.csv/su.test(one);
    await until('nothing of it', async () => (await textsOf(page, PAST)).some(isGone));
    await page.close();
  });

  it('undoes two that are pressed one upon the other, and does them again', async () => {
    const { browser } = stage;
    const page = await importPage();
    const films = manyFilms(600).replaceAll('Film n', 'Reel n').replaceAll('boxd.it/x', 'boxd.it/r');
    await importFile(page, await ownFile('reels.csv', films));
    await importFile(page, await ownFile('reels-later.csv', films.replace(/,\d(?:\.5)?$/gmu, ',2')));
    const before = await countRecords(browser, 'imports');
    const button = 'sayso-past-imports >>> sayso-import-undo >>> button[aria-label*="reels"]';
    for (const isUndone of [true, false]) {
      // The older one first. The other waits for it as it was seen, and is done again by it as another entry meanwhile.
      const buttons = [await find(page, button, 1), await find(page, button, 0)];
      await Promise.all(buttons.map((one) => one.evaluate((element) => (element as HTMLButtonElement).click())));
      await until('both to be done', async () => {
        const reels = (await textsOf(page, PAST)).filter((text) => text.includes('reels'));
        return reels.length === 2 && reels.every((text) => text.includes('(undone)') === isUndone);
      });
    }
    expect(await textsOf(page, 'sayso-past-imports >>> sayso-import-undo >>> sayso-notice')).toEqual([]);
    expect(await countRecords(browser, 'imports')).toBe(before);
    await page.close();
  });

  it('hands over what could not be read as a table', async () => {
    const page = await importPage();
    await catchDownloads(page);
    await giveFiles(
      page,
      await ownFile('ratings.csv', `${HEADER}\n2024-05-01,=HYPERLINK("x"),1961,https://boxd.it/g1,7\n`),
    );
    await sees(page, /1 row.*(?:not read|not with everything)/u);
    await press(page, 'sayso-import-unread >>> #save');
    const [file] = await caught(page, 1);
    expect(file?.name).toBe('sayso-could-not-be-read.csv');
    expect(file?.text).toMatch(/File,Line,.*ratings\.csv.*,2,.*Rating.*,7,/su);
    // A table program would run a cell that begins with this.
    expect(file?.text).not.toMatch(/(?:^|,|")=HYPERLINK/mu);
    await page.close();
  });

  it('keeps nobody waiting while it is paused, and is written whole after that', async () => {
    const { browser } = stage;
    const before = await countRecords(browser, 'ratings');
    const page = await importPage();
    await giveFiles(page, await ownFile('many.csv', manyFilms(MANY)));
    await press(page, GO);
    await until('some of it to be written', async () =>
      (await textsOf(page, 'sayso-import-work >>> .count')).some((text) => /^[1-9].* of 8,000/u.test(text)),
    );
    await pressLabel(page, 'sayso-import-work >>> button', 'Pause');
    await sees(page, /Paused\. .* of 8,000.*Nothing is written meanwhile/u);
    expect(await countRecords(browser, 'ratings')).toBe(before);
    await isMarked('Third Night', '5');

    const other = await importPage();
    await giveFiles(other, await ownFile('few.csv', `${HEADER}\n2024-06-01,Fourth Wall,1990,https://boxd.it/f4,2\n`));
    await press(other, GO);
    await sees(other, 'Another tab of Sayso is importing.');

    await page.bringToFront();
    await pressLabel(page, 'sayso-import-work >>> button', 'Go on');
    await find(page, 'sayso-import-done >>> h2');
    await other.bringToFront();
    await find(other, 'sayso-import-done >>> h2');
    expect(await countRecords(browser, 'ratings')).toBe(before + MANY + 1);
    await page.close();
    await other.close();
  });

  it('says of the second of two tabs with one file that nothing was new, and offers no undo of it', async () => {
    const { browser } = stage;
    const before = await countRecords(browser, 'ratings');
    const file = await ownFile(
      'twice.csv',
      manyFilms(HALF).replaceAll('boxd.it/x', 'boxd.it/t').replaceAll('Film n', 'Tape n'),
    );
    const [first, second, third] = [await importPage(), await importPage(), await importPage()];
    for (const page of [first, second, third]) {
      await page.bringToFront();
      await giveFiles(page, file);
      await sees(page, '4,000 are new');
    }
    await first.bringToFront();
    await press(first, GO);
    await until('some of it to be written', async () =>
      (await textsOf(first, 'sayso-import-work >>> .count')).some((text) => /^[1-9].* of 4,000/u.test(text)),
    );
    await pressLabel(first, 'sayso-import-work >>> button', 'Pause');
    await sees(first, 'Paused.');
    await second.bringToFront();
    await press(second, GO);
    await sees(second, 'Another tab of Sayso is importing.');
    await first.bringToFront();
    await pressLabel(first, 'sayso-import-work >>> button', 'Go on');
    await find(first, 'sayso-import-done >>> h2');

    await second.bringToFront();
    await sees(second, /Nothing new.*All that is in these files was here already/u);
    await sees(second, 'Nothing new: all of it was here already, so there is nothing to undo');
    expect(await textsOf(second, 'sayso-import-done >>> sayso-import-undo >>> button')).toEqual([]);
    // Whoever had only looked sees what it would come to by now.
    await third.bringToFront();
    await sees(third, /4,000 are the same as before/u);
    expect(await countRecords(browser, 'ratings')).toBe(before + HALF);
    for (const page of [first, second, third]) {
      await page.close();
    }
  });
});
