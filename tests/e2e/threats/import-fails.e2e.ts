import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { ExtensionBrowser } from '../../support/browsers/extension-browser.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard, press, pressLabel, sees, textsOf } from '../support/actions.ts';
import { fillDisk, SMALL_DISK } from '../support/break-store.ts';
import { isMarked, isSound } from '../support/left-work.ts';
import { countRecords, giveFiles, manyFilms, ownFile } from '../support/imports.ts';

const MANY = 8_000;
const GO = 'sayso-import-preview >>> #go';

async function lookedAt(browser: ExtensionBrowser, count: number, told: string): Promise<Page> {
  const page = await openDashboard(browser, 'import');
  await giveFiles(page, await ownFile('many.csv', manyFilms(count)));
  await sees(page, told);
  return page;
}

async function countsOf(browser: ExtensionBrowser): Promise<number[]> {
  const tables = ['ratings', 'items', 'identifiers', 'sourceRecords', 'imports', 'journalImages'];
  const counts = [];
  for (const table of tables) {
    counts.push(await countRecords(browser, table));
  }
  return counts;
}

describe('threat 26: the disk is full in the middle of an import', () => {
  const stage = useBrowser(SMALL_DISK);

  it('nothing is written, the person is told, and with room again it works', async () => {
    const { browser } = stage;
    const page = await lookedAt(browser, 200, '200 are new');
    const makeRoom = await fillDisk(browser);
    await page.bringToFront();
    await press(page, GO);
    await sees(page, 'There is no room left on this device');
    await makeRoom();
    expect(await countsOf(browser)).toEqual([0, 0, 0, 0, 0, 0]);
    await page.close();
    const again = await lookedAt(browser, 200, '200 are new');
    await press(again, GO);
    await find(again, 'sayso-import-done >>> h2');
    expect((await countsOf(browser)).slice(0, 2)).toEqual([200, 200]);
    await again.close();
  });
});

describe('threat 26: the browser ends in the middle of an import and of its undo', () => {
  const stage = useBrowser();

  it('all of it is there or nothing, and the person is told which', async () => {
    const { browser } = stage;
    const page = await lookedAt(browser, MANY, '8,000 are new');
    await press(page, GO);
    await until('some of it to be written', async () =>
      (await textsOf(page, 'sayso-import-work >>> .count')).some((text) => /^[1-9].* of 8,000/u.test(text)),
    );
    await browser.restart();

    const back = await openDashboard(browser, 'import');
    const isWritten = (await sees(back, /many\.csv\S* was (?:stopped|finished)/u)).includes('was finished');
    const [ratings, items, identifiers, records, imports] = await countsOf(browser);
    expect([ratings, items, identifiers, records]).toEqual(Array(4).fill(isWritten ? MANY : 0));
    expect(imports).toBe(isWritten ? 1 : 0);
    await back.close();
  });

  it('nothing is written where the browser ends the worker, and the person is told', async () => {
    const { browser } = stage;
    const before = await countsOf(browser);
    const page = await openDashboard(browser, 'import');
    await page.evaluate(() => {
      const made: Worker[] = [];
      Object.assign(globalThis, { saysoWorkers: made });
      window.Worker = class extends Worker {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          made.push(this);
        }
      };
    });
    await giveFiles(page, await ownFile('others.csv', manyFilms(MANY).replaceAll('boxd.it/x', 'boxd.it/y')));
    await press(page, GO);
    await until('some of it to be written', async () =>
      (await textsOf(page, 'sayso-import-work >>> .count')).some((text) => /^[1-9].* of 8,000/u.test(text)),
    );
    await page.evaluate(() => {
      (globalThis as unknown as { saysoWorkers: Worker[] }).saysoWorkers.forEach((worker) => worker.terminate());
    });
    await sees(page, /others\.csv\S* was stopped before it was done/u);
    await sees(page, 'Something went wrong inside Sayso');
    expect(await countsOf(browser)).toEqual(before);
    await pressLabel(page, 'sayso-work-told >>> button', 'Dismiss');
    await page.close();
  });

  it('an undo is done or not, never half', async () => {
    const { browser } = stage;
    if ((await countRecords(browser, 'imports')) === 0) {
      const page = await lookedAt(browser, MANY, '8,000 are new');
      await press(page, GO);
      await find(page, 'sayso-import-done >>> h2');
      await page.close();
    }
    const page = await openDashboard(browser, 'import');
    await pressLabel(page, 'sayso-past-imports >>> sayso-import-undo >>> button', 'Undo');
    await sees(page, /Undoing/u);
    await page.close();
    await isDoneOrNot(browser);
  });

  it('the person is told which when the browser ends in the middle of an undo', async () => {
    const { browser } = stage;
    if ((await countsOf(browser))[3] === 0) {
      const page = await openDashboard(browser, 'import');
      await pressLabel(page, 'sayso-past-imports >>> sayso-import-undo >>> button', 'Do it again');
      await sees(page, 'The import was done again.');
      await page.close();
    }
    const page = await openDashboard(browser, 'changes');
    await pressLabel(page, 'sayso-changes >>> button', 'Undo');
    await until('it to be under way', () => isMarked(browser, 'undo'));
    await browser.restart();

    // Wherever they come back to.
    const back = await openDashboard(browser, 'ratings');
    await find(back, 'sayso-ratings');
    // It may have been done with just before the end: then there is nothing to tell.
    const isLeft = await isMarked(browser, 'undo');
    const isDone = isLeft
      ? (await sees(back, /Undoing a change was interrupted.*(?:Nothing of it was undone|is undone whole)/u)).includes(
          'whole',
        )
      : true;
    expect((await isDoneOrNot(browser)) === 0).toBe(isDone);
    if (isLeft) {
      await pressLabel(back, 'sayso-work-told >>> button', 'Dismiss');
      await until('the word to go', async () => !(await isMarked(browser, 'undo')));
    }
    await back.close();
    await isSound(browser);
  });
});

/** @returns how many things the import's sources say something of: none, or all */
async function isDoneOrNot(browser: ExtensionBrowser): Promise<number> {
  const [, , identifiers, records] = await countsOf(browser);
  expect([
    [0, 0],
    [MANY, MANY],
  ]).toContainEqual([identifiers, records]);
  return records!;
}
