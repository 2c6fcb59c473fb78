import type { Page } from 'puppeteer-core';
import { beforeAll, describe, it } from 'vitest';
import { changeBackupSettings } from '../../../src/app/backup-settings.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard, press } from '../support/actions.ts';
import { catchDownloads, caught, chooseFile } from '../support/files.ts';
import { giveFiles, ownFile } from '../support/imports.ts';
import { languagesOfMany, looksRight } from '../support/looks/looks-right.ts';
import { manyRatings } from '../support/looks/sample-life.ts';
import { seed } from '../support/looks/seed.ts';

const RATED = 'Date,Name,Year,Letterboxd URI,Rating';
const SEEN = 'Date,Name,Year,Letterboxd URI';
const BOOKS = 'Book Id,Title,Author,ISBN,ISBN13,My Rating,Exclusive Shelf,Date Read,Date Added';
const LONG = 'The Long Evening of a Very Slow Afternoon, or How the Harbour Master’s Daughter Learned to Count';

describe.each(languagesOfMany())('looks: what is seen only for a moment, or seldom, in %s', (language) => {
  const stage = useBrowser({ language });

  function looks(page: Page, state: string): Promise<void> {
    return looksRight(stage.browser, page, `dashboard-${state}`, { language, hasRound: false });
  }

  it('shows two files of one kind by themselves, and the ways on after an import of several sources', async () => {
    const page = await openDashboard(stage.browser, 'import');
    await giveFiles(
      page,
      await ownFile(
        'ratings.csv',
        `${RATED}\n2023-04-05,Heat,1995,,4\n2023-04-06,"${LONG}",1987,,2.5\n2023-04-06,,1,,3\n`,
      ),
      await ownFile('ratings.csv', `${RATED}\n2024-04-05,Heat,1995,,4.5\n2024-04-05,Odd Days,1996,,3\n`),
      await ownFile('watched.csv', `${SEEN}\n2024-04-05,Heat,1995,\n2024-04-05,Tide,2001,\n2024-04-05,Foam,2002,\n`),
      await ownFile(
        'goodreads_library_export.csv',
        `${BOOKS}\n7,Emma,Jane Austen,,,4,read,2020/03/04,2020/03/01\n8,Persuasion,Jane Austen,,,0,to-read,,2020/03/01\n`,
      ),
    );
    await find(page, 'sayso-import-preview >>> sayso-import-first-rows >>> section', 3);
    await looks(page, 'import-file-by-file');
    await press(page, 'sayso-import-preview >>> #go');
    await find(page, 'sayso-import-done >>> sayso-import-undo >>> button');
    await find(page, 'sayso-import-done >>> .row >>> a.button', 2);
    await looks(page, 'import-ways');
    await page.close();
  });

  describe('of backups', () => {
    beforeAll(() =>
      seed(stage.browser, async (context) => {
        await manyRatings(context, 3);
        const copy = { atMs: Date.UTC(2026, 3, 5, 10), bytes: 48_213, number: 3, revision: 'then' };
        await changeBackupSettings(context, {
          kind: 'downloads',
          last: { ...copy, name: 'sayso-backup-3.jsonl.gz' },
          bad: { ...copy, atMs: Date.UTC(2026, 3, 6, 10), name: 'sayso-backup-4.jsonl.gz', number: 4, unreadable: 2 },
        });
      }),
    );

    it('shows that the last copy was no good, and how far a restore has come', async () => {
      const page = await openDashboard(stage.browser, 'backup');
      await find(page, 'sayso-copies >>> #bad');
      await looks(page, 'backup-bad-copy');
      await catchDownloads(page);
      await press(page, 'sayso-export >>> #all');
      const [all] = await caught(page, 1);
      await seed(stage.browser, (context) => manyRatings(context, 1));
      await chooseFile(page, 'sayso-restore >>> #file', 'export.jsonl', Buffer.from(all!.text).toString('base64'));
      await find(page, 'sayso-restore >>> #restore');
      await page.evaluate(holdWorker);
      await press(page, 'sayso-restore >>> #restore');
      await until('it to be under way', () => page.evaluate(isAsked));
      await page.evaluate(tellFurther);
      await find(page, 'sayso-restore >>> sayso-work-progress >>> progress[max]');
      await looks(page, 'backup-restoring');
      await page.evaluate(letWorkerGo);
      await find(page, 'sayso-toast >>> button');
      await looks(page, 'backup-restored');
      await page.close();
    });
  });
});

interface HeldWindow extends Window {
  saysoLetGo?: () => void;
  saysoAsked?: true;
}

// Runs in the page: whatever is asked of a worker from now on waits.
function holdWorker(): void {
  const { prototype } = Worker;
  const post = Object.getOwnPropertyDescriptor(prototype, 'postMessage') as PropertyDescriptor;
  const waiting: (() => void)[] = [];
  prototype.postMessage = function hold(this: Worker, message: unknown, options?: object) {
    (window as HeldWindow).saysoAsked = true;
    waiting.push(() => {
      (post.value as Worker['postMessage']).call(this, message, options);
    });
  };
  (window as HeldWindow).saysoLetGo = () => {
    Object.defineProperty(prototype, 'postMessage', post);
    waiting.forEach((say) => say());
  };
}

// Runs in the page.
function isAsked(): boolean {
  return (window as HeldWindow).saysoAsked === true;
}

// Runs in the page.
function letWorkerGo(): void {
  (window as HeldWindow).saysoLetGo?.();
}

// Runs in the page: what a restore of many records tells while it writes them.
function tellFurther(): void {
  const detail = { work: 'restore', progress: { progress: 'writing', done: 61_438, total: 184_302 } };
  window.dispatchEvent(new CustomEvent('sayso-work-progress', { detail }));
}
