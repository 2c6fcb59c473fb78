import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { fill, find, openDashboard, press, sees, textsOf } from '../support/actions.ts';
import { catchDownloads, caught, chooseFile, fileInFolder, lendFolder } from '../support/files.ts';
import { sampleLife } from '../support/looks/sample-life.ts';
import { seed } from '../support/looks/seed.ts';
import { storedRows, wipe } from '../support/stored.ts';

const OWN = ['items', 'identifiers', 'ratings', 'versions', 'merges', 'preferences', 'sourceRecords', 'intentions'];
const LOGS = ['grants', 'decisions', 'disclosures'];
const WORDS = 'seven quiet herons wait for tea';

describe('backup: leaving with everything, and coming back', () => {
  const stage = useBrowser();
  let exported = '';

  beforeAll(() => seed(stage.browser, sampleLife));

  it('exports everything, and what another service reads with a list of what it can’t carry', async () => {
    const page = await openDashboard(stage.browser, 'backup');
    await catchDownloads(page);
    await press(page, 'sayso-export >>> #all');
    await press(page, 'sayso-export >>> #letterboxd-csv');
    const [all, csv] = await caught(page, 2);
    exported = all!.text;
    expect(all!.name).toMatch(/^sayso-export-\d{4}-\d{2}-\d{2}\.jsonl$/u);
    expect(exported).toMatch(
      /^\{"sayso":"export","version":2,.*\n\{"sayso":"end","records":\d+,"sha256":"[\da-f]{64}"\}\n$/su,
    );
    expect(csv).toMatchObject({ name: 'letterboxd-import.csv' });
    expect(csv!.text).toMatch(
      /^Title,Year,Directors,LetterboxdURI,imdbID,tmdbID,Rating,WatchedDate,Rewatch,Tags,Review\n./u,
    );
    await find(page, 'sayso-export >>> #losses');
    await page.close();
  });

  it('brings all of it back after everything was lost, and takes that back again', async () => {
    const before = await storedRows(stage.browser, [...OWN, ...LOGS, 'vendors']);
    expect(before['ratings']!.length).toBeGreaterThan(3);
    await wipe(stage.browser);
    const page = await openDashboard(stage.browser, 'backup');
    await chooseFile(page, 'sayso-restore >>> #file', 'export.jsonl', Buffer.from(exported).toString('base64'));
    await find(page, 'sayso-restore >>> #preview');
    await press(page, 'sayso-restore >>> #restore');
    await find(page, 'sayso-toast >>> button');
    const after = await storedRows(stage.browser, [...OWN, ...LOGS, 'vendors']);
    for (const table of [...OWN, ...LOGS]) {
      expect(after[table], table).toEqual(before[table]);
    }
    // The browser gives the sites, not the file.
    expect(after['vendors']).toEqual(
      before['vendors']!.map((vendor) => ({ ...vendor, isConnected: false, hasStars: false })),
    );
    await press(page, 'sayso-health >>> #check');
    await find(page, 'sayso-health >>> #sound');
    await press(page, 'sayso-toast >>> button');
    await until('it to be taken back', async () => {
      const { ratings } = await storedRows(stage.browser, ['ratings']);
      return ratings!.every((rating) => 'deletedAt' in rating);
    });
    await page.close();
  });

  it('says what is wrong with a file that was cut off, and changes nothing', async () => {
    const before = await storedRows(stage.browser, OWN);
    const page = await openDashboard(stage.browser, 'backup');
    const cut = Buffer.from(exported.slice(0, exported.length / 2)).toString('base64');
    await chooseFile(page, 'sayso-restore >>> #file', 'export.jsonl', cut);
    await find(page, 'sayso-restore >>> #problems');
    await sees(page, /breaks off|can’t be read/u);
    expect(await storedRows(stage.browser, OWN)).toEqual(before);
    await page.close();
  });

  it('keeps a copy in a folder, sealed, that opens with the script and in Sayso, and not without the passphrase', async () => {
    const page = await openDashboard(stage.browser, 'backup');
    await lendFolder(page);
    await page.evaluate(() => {
      window.location.hash = '#about';
    });
    await find(page, 'sayso-about >>> h1');
    await page.evaluate(() => {
      window.location.hash = '#backup';
    });
    await press(page, 'sayso-passphrase >>> summary');
    await fill(page, 'sayso-passphrase >>> #first', WORDS);
    await fill(page, 'sayso-passphrase >>> #second', WORDS);
    await press(page, 'sayso-passphrase >>> button[type="submit"]');
    await find(page, 'sayso-passphrase >>> div button');
    await press(page, 'sayso-copies >>> #folder');
    await until('the copy', async () =>
      (await textsOf(page, 'sayso-copies >>> #last')).join().includes('sayso-backup-1'),
    );
    const copy = (await fileInFolder(page, 'sayso-backup-1.sayso'))!;
    expect(await openOutside(copy, WORDS)).toMatch(/^\{"sayso":"export","version":2,/u);
    await expect(openOutside(copy, 'not these')).rejects.toMatchObject({
      stderr: 'Wrong passphrase, or the file was changed.\n',
    });

    await chooseFile(page, 'sayso-restore >>> #file', 'copy.sayso', copy);
    await fill(page, 'sayso-restore >>> #passphrase', 'not these');
    await press(page, 'sayso-restore >>> form button');
    await find(page, 'sayso-restore >>> form sayso-notice');
    await fill(page, 'sayso-restore >>> #passphrase', WORDS);
    await press(page, 'sayso-restore >>> form button');
    await find(page, 'sayso-restore >>> #preview');
    await page.close();
  });
});

async function openOutside(base64: string, passphrase: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sayso-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'copy.sayso');
  await writeFile(path, Buffer.from(base64, 'base64'));
  const env = { ...process.env, SAYSO_PASSPHRASE: passphrase };
  return (await promisify(execFile)(process.execPath, ['scripts/open-backup.mjs', path], { env })).stdout;
}
