import { mkdtempSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { useBrowser } from '../../support/use-browser.ts';
import { openDashboard, press, sees } from '../support/actions.ts';
import { fixture, giveFiles } from '../support/imports.ts';
import { sampleLife } from '../support/looks/sample-life.ts';
import { seed } from '../support/looks/seed.ts';
import { downloaded, downloadPreferences, downloadTo, dropFromDisk } from '../support/real-files.ts';

const downloads = mkdtempSync(join(tmpdir(), 'sayso-downloads-'));
const isChromium = inject('browser') === 'chromium';

/** A folder as an export is once it is unpacked: a file in it, and one in a folder in it. */
async function unpackedExport(): Promise<string> {
  const outer = await mkdtemp(join(tmpdir(), 'sayso-folder-'));
  onTestFinished(() => rm(outer, { recursive: true }));
  const folder = join(outer, 'letterboxd-jo');
  await mkdir(join(folder, 'likes'), { recursive: true });
  await cp(fixture('letterboxd-ratings.csv'), join(folder, 'ratings.csv'));
  await cp(fixture('letterboxd-diary.csv'), join(folder, 'likes', 'diary.csv'));
  return folder;
}

describe('step: files and folders of one’s own disk', () => {
  const stage = useBrowser({ prefs: downloadPreferences(downloads) });

  beforeAll(() => seed(stage.browser, sampleLife));

  afterAll(() => rm(downloads, { recursive: true }));

  it('puts what is exported on the disk, under its name', async () => {
    const page = await openDashboard(stage.browser, 'backup');
    if (isChromium) {
      await downloadTo(page, downloads);
    }
    await press(page, 'sayso-export >>> #all');
    const all = await downloaded(downloads, /^sayso-export-\d{4}-\d{2}-\d{2}\.jsonl$/u);
    expect(all.text).toMatch(
      /^\{"sayso":"export","version":2,.*\n\{"sayso":"end","records":\d+,"sha256":"[\da-f]{64}"\}\n$/su,
    );
    await press(page, 'sayso-export >>> #letterboxd-csv');
    const table = await downloaded(downloads, /^letterboxd-import\.csv$/u);
    expect(table.text).toMatch(/^Title,Year,Directors,LetterboxdURI,/u);
    await page.close();
  });

  it('puts the list of rows that are not read on the disk', async () => {
    const page = await openDashboard(stage.browser, 'import');
    if (isChromium) {
      await downloadTo(page, downloads);
    }
    await giveFiles(page, fixture('letterboxd-ratings.csv'));
    await press(page, 'sayso-import-unread >>> #save');
    const { text } = await downloaded(downloads, /^sayso-could-not-be-read\.csv$/u);
    expect(text).toContain('letterboxd-ratings.csv,5,Rating,0,Not read,This is no mark on the scale of this file.');
    await page.close();
  });

  if (isChromium) {
    // Firefox tells no driver of the dialogs of an extension's page.
    it('reads files that are chosen by the button', async () => {
      const page = await openDashboard(stage.browser, 'import');
      const [chooser] = await Promise.all([
        page.waitForFileChooser(),
        press(page, 'sayso-import-drop >>> button.primary'),
      ]);
      expect(chooser.isMultiple()).toBe(true);
      await chooser.accept([fixture('letterboxd-ratings.csv'), fixture('goodreads-library.csv')]);
      await sees(page, 'Letterboxd ratings');
      await sees(page, 'Goodreads library');
      await page.close();
    });

    it('reads a folder that is chosen by the button, and the folder in it', async () => {
      const folder = await unpackedExport();
      const page = await openDashboard(stage.browser, 'import');
      const [chooser] = await Promise.all([
        page.waitForFileChooser(),
        press(page, 'sayso-import-drop >>> button:not(.primary)'),
      ]);
      await chooser.accept([folder]);
      await sees(page, 'letterboxd-jo/ratings.csv');
      await sees(page, 'letterboxd-jo/likes/diary.csv');
      await page.close();
    });

    // Firefox lets no driver drag a file: WebDriver BiDi has no such action, and what a script drops has no entry of a disk.
    it('reads a folder that is dropped, and the folder in it', async () => {
      const folder = await unpackedExport();
      const page = await openDashboard(stage.browser, 'import');
      await sees(page, 'Choose files');
      await dropFromDisk(page, folder, fixture('goodreads-library.csv'));
      await sees(page, 'letterboxd-jo/ratings.csv');
      await sees(page, 'letterboxd-jo/likes/diary.csv');
      await sees(page, 'Goodreads library');
      await page.close();
    });
  }
});
