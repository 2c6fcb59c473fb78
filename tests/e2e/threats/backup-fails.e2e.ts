import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard, press, pressLabel, sees, textsOf } from '../support/actions.ts';
import { catchDownloads, caught, chooseFile, fileInFolder, lendFolder } from '../support/files.ts';
import { countRecords, giveFiles, manyFilms, ownFile } from '../support/imports.ts';
import { isMarked, isSound } from '../support/left-work.ts';
import { storedRows, wipe } from '../support/stored.ts';

const MANY = 3_000;
const TABLES = ['ratings', 'items', 'identifiers', 'sourceRecords'];

describe('threat 26: the browser ends in the middle of a restore and of a backup', () => {
  const stage = useBrowser();
  let exported = '';

  const counts = () => Promise.all(TABLES.map((table) => countRecords(stage.browser, table)));

  async function giveMany(): Promise<void> {
    const page = await openDashboard(stage.browser, 'import');
    await giveFiles(page, await ownFile('many.csv', manyFilms(MANY)));
    await sees(page, '3,000 are new');
    await press(page, 'sayso-import-preview >>> #go');
    await find(page, 'sayso-import-done >>> h2');
    await page.close();
  }

  /** The page that keeps copies, with a folder that it may write to. */
  async function backupPage(): Promise<Page> {
    const page = await openDashboard(stage.browser, 'about');
    await lendFolder(page);
    await page.evaluate(() => {
      window.location.hash = '#backup';
    });
    await find(page, 'sayso-copies >>> #last');
    return page;
  }

  /** The page is too busy to answer while what was pressed is under way. */
  async function pressByTimer(page: Page, selector: string): Promise<void> {
    await (await find(page, selector)).evaluate((button) => {
      setTimeout(() => (button as HTMLElement).click());
    });
  }

  it('a restore is there or not, never half, and the person is told which', async () => {
    const { browser } = stage;
    await giveMany();
    const page = await openDashboard(browser, 'backup');
    await catchDownloads(page);
    await press(page, 'sayso-export >>> #all');
    exported = (await caught(page, 1))[0]!.text;
    await wipe(browser);
    const chosen = Buffer.from(exported).toString('base64');
    await chooseFile(page, 'sayso-restore >>> #file', 'everything.jsonl', chosen);
    await find(page, 'sayso-restore >>> #preview');
    await pressByTimer(page, 'sayso-restore >>> #restore');
    await until('it to be under way', () => isMarked(browser, 'restore'));
    await browser.restart();

    const back = await openDashboard(browser, 'backup');
    await find(back, 'sayso-copies >>> #last');
    // It may have been done with just before the end: then there is nothing to tell.
    const isMarkedStill = await isMarked(browser, 'restore');
    const told = isMarkedStill ? await sees(back, /everything\.jsonl\S* was (?:restored|stopped)/u) : 'was restored';
    expect(await counts()).toEqual(Array(TABLES.length).fill(told.includes('was restored') ? MANY : 0));
    if (isMarkedStill) {
      await press(back, 'sayso-work-told >>> button');
      await until('the word to go', async () => (await textsOf(back, 'sayso-work-told >>> p')).length === 0);
    }
    await back.close();
  });

  it.each([60, 200])('nor is half of it there when its tab is closed after %i ms', async (ms) => {
    const { browser } = stage;
    await wipe(browser);
    const page = await openDashboard(browser, 'backup');
    const chosen = Buffer.from(exported).toString('base64');
    await chooseFile(page, 'sayso-restore >>> #file', 'everything.jsonl', chosen);
    await find(page, 'sayso-restore >>> #preview');
    await pressByTimer(page, 'sayso-restore >>> #restore');
    await new Promise((resolve) => setTimeout(resolve, ms));
    await page.close();
    expect([
      [0, 0, 0, 0],
      [MANY, MANY, MANY, MANY],
    ]).toContainEqual(await counts());
  });

  it('a backup leaves the one before whole, and the store as it was', async () => {
    const { browser } = stage;
    const first = await backupPage();
    await press(first, 'sayso-copies >>> #folder');
    await until('the first copy', async () => (await textsOf(first, 'sayso-copies >>> #last')).join().includes('-1'));
    const name = (await textsOf(first, 'sayso-copies >>> #last')).join().match(/sayso-backup-1\S*\w/u)![0];
    const copy = await fileInFolder(first, name);
    expect(copy).toBeDefined();
    await first.close();
    if ((await counts())[0] === 0) {
      await giveMany();
    }
    const before = await storedRows(browser, TABLES);
    const page = await backupPage();
    // The disk is so slow that the copy is never done.
    await page.evaluate(() => {
      FileSystemWritableFileStream.prototype.write = () => new Promise(() => undefined);
    });
    await press(page, 'sayso-copies >>> #now');
    await until('it to be under way', () => isMarked(browser, 'backup'));
    await browser.restart();

    // Wherever they come back to.
    const told = await openDashboard(browser, 'ratings');
    await sees(told, /sayso-backup-2\S* was interrupted.*Your data and the backup before it are as they were/u);
    await pressLabel(told, 'sayso-work-told >>> button', 'Dismiss');
    await until('the word to go', async () => !(await isMarked(browser, 'backup')));
    await told.close();
    const back = await backupPage();
    expect(await storedRows(browser, TABLES)).toEqual(before);
    expect(await fileInFolder(back, name)).toBe(copy);
    expect(await fileInFolder(back, name.replace('-1', '-2'))).toBeUndefined();
    expect((await textsOf(back, 'sayso-copies >>> #last')).join()).toContain('sayso-backup-1');
    await press(back, 'sayso-copies >>> #now');
    await sees(back, /sayso-backup-2/u);
    await back.close();
    await isSound(browser);
  });
});
