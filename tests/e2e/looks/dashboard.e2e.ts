import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesIn } from '../../support/bytes-in.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { fill, find, openDashboard, openSite, press, seenText, textsOf } from '../support/actions.ts';
import { fixture, giveFiles, ownFile } from '../support/imports.ts';
import { installWalk, type WalkedWindow } from '../support/looks/in-page.ts';
import { languagesOfMany, looksRight, type LooksOptions } from '../support/looks/looks-right.ts';
import { nextSteps } from '../support/looks/next-steps.ts';
import { picturedLife } from '../support/looks/pictured-life.ts';
import { catchDownloads, caught, chooseFile } from '../support/files.ts';
import { FILM, FRIENDLY, manyRatings, sampleLife, SHOP, twoOfAName } from '../support/looks/sample-life.ts';
import { seed } from '../support/looks/seed.ts';
import { SEEN, unratedLife } from '../support/looks/unrated-life.ts';

const ELEMENTS = {
  ratings: 'sayso-ratings',
  pictures: 'sayso-pictures',
  joins: 'sayso-joins',
  import: 'sayso-import',
  preferences: 'sayso-preferences',
  sites: 'sayso-sites',
  changes: 'sayso-changes',
  backup: 'sayso-backup',
  about: 'sayso-about',
} as const;
type Section = keyof typeof ELEMENTS;

const LOADING = /^(Loading|Lädt)/u;

describe.each(languagesOfMany())('looks: the dashboard, in %s', (language) => {
  const stage = useBrowser({ language });

  function looks(page: Page, state: string, options: Partial<LooksOptions> = {}): Promise<void> {
    return looksRight(stage.browser, page, `dashboard-${state}`, { language, ...options });
  }

  async function offersNextStep(page: Page): Promise<void> {
    await until('a next step', async () => (await nextSteps(page)).length > 0);
  }

  async function open(section: string): Promise<Page> {
    const page = await openDashboard(stage.browser, section);
    await until('all of it', async () => {
      const text = await seenText(page);
      return text.length > 60 && !LOADING.test(text);
    });
    return page;
  }

  describe('with nothing in it', () => {
    it.each(Object.keys(ELEMENTS) as Section[])('shows %s, and a next step', async (section) => {
      const page = await open(section);
      await find(page, `${ELEMENTS[section]} >>> h1`);
      if (section !== 'about') {
        await offersNextStep(page);
      }
      await looks(page, `${section}-empty`);
      await page.close();
    });

    it('shows a thing that is not there, and a vendor that is none', async () => {
      const thing = await open('ratings/00000000-0000-7000-8000-000000000000');
      await looks(thing, 'item-missing');
      await thing.close();
      const vendor = await openSite(stage.browser, 'https://nobody.example');
      await find(vendor, 'sayso-vendor >>> h2');
      await offersNextStep(vendor);
      await looks(vendor, 'site-unknown');
      await vendor.close();
    });
  });

  describe('with a life in it', () => {
    beforeAll(() => seed(stage.browser, sampleLife));

    it('shows ratings, a search without a hit, an open edit, and their being deleted', async () => {
      const page = await open('ratings');
      await find(page, 'sayso-rating-row >>> a.name');
      await looks(page, 'ratings');
      await press(page, 'sayso-rating-row >>> input[type="checkbox"]');
      await looks(page, 'ratings-selected', { hasRound: false });
      await press(page, 'sayso-rating-row >>> .acts button');
      await find(page, 'sayso-edit-rating >>> sayso-dialog');
      await looks(page, 'rating-edit');
      await page.keyboard.press('Escape');
      await until('the form to close', async () => !(await page.evaluate(hasDialog)));
      await press(page, 'sayso-rating-row >>> button.danger');
      await find(page, 'sayso-toast >>> button');
      await looks(page, 'ratings-deleted', { hasRound: false });
      await press(page, 'sayso-toast >>> button');
      await fill(page, 'sayso-ratings-filter >>> input[type="search"]', 'nothing is called this');
      await find(page, 'sayso-empty >>> h2');
      await offersNextStep(page);
      await looks(page, 'ratings-no-hit');
      await page.close();
    });

    it('shows one thing with its history', async () => {
      const list = await open(`ratings?search=${encodeURIComponent(FILM)}`);
      await press(list, 'sayso-rating-row >>> a.name');
      await find(list, 'sayso-item-history >>> ol');
      await looks(list, 'item');
      await list.close();
    });

    it('shows preferences and their form, for a new one and an old', async () => {
      const page = await open('preferences');
      await find(page, 'sayso-preference-row >>> button');
      await looks(page, 'preferences');
      await press(page, 'sayso-preferences >>> button.primary');
      await find(page, 'sayso-edit-preference >>> #key');
      await looks(page, 'preference-new');
      await page.keyboard.press('Escape');
      await until('the form to close', async () => !(await page.evaluate(hasDialog)));
      await press(page, 'sayso-preference-row >>> button');
      await find(page, 'sayso-edit-preference >>> #key');
      await press(page, 'sayso-kinds >>> label', 1);
      await looks(page, 'preference-edit', { hasRound: false });
      await page.close();
    });

    it('shows sites, a vendor with all it held and read, and what is asked before it is forgotten', async () => {
      const sites = await open('sites');
      await find(sites, 'sayso-sites >>> a');
      await looks(sites, 'sites');
      await sites.close();
      const friendly = await openSite(stage.browser, FRIENDLY);
      await find(friendly, 'sayso-grant >>> button');
      await looks(friendly, 'site-friendly', { hasRound: false });
      await friendly.close();
      const page = await openSite(stage.browser, SHOP);
      await find(page, 'sayso-log-entry >>> summary');
      await page.evaluate(installWalk);
      await until('the log to be open', () => page.evaluate(openAllDetails));
      await looks(page, 'site');
      await press(page, 'sayso-vendor >>> .end button.danger', 1);
      await until('the question', () => page.evaluate(hasDialog));
      await looks(page, 'site-forget');
      await page.close();
    });

    it('shows what letters of a file were read as, and reads them as another', async () => {
      const page = await open('import');
      const text = 'Title,Stars\nМастер и Маргарита,4\nТихий Дон,5\n';
      await giveFiles(page, await ownFile('films.csv', bytesIn('windows-1251', text)));
      const select = await find(page, 'sayso-import-file >>> #encoding');
      await find(page, 'sayso-import-mapper >>> sayso-import-sample >>> li');
      await looks(page, 'import-letters', { hasRound: false });
      expect(await seenText(page)).toContain('Мастер и Маргарита');
      await select.select('koi8-r');
      await until('other letters', async () => !(await seenText(page)).includes('Мастер'));
      await page.close();
    });

    it('shows files that are imported, what they will be, and what came of them', async () => {
      const page = await open('import');
      const cellar = 'Wine;Winery;Score;Drunk on;Remark\nHouse red;The old cellar by the river;17/20;03/04/2021;Good\n';
      const own = await ownFile('what-was-drunk-in-the-last-years.csv', cellar);
      await giveFiles(page, fixture('imdb-ratings.csv'), fixture('goodreads-library.csv'), own);
      await find(page, 'sayso-import-unread >>> summary');
      await find(page, 'sayso-import-sample >>> li');
      await page.evaluate(installWalk);
      await until('all of it to be open', () => page.evaluate(openAllDetails));
      await looks(page, 'import-files', { hasRound: false });
      await find(page, 'sayso-import-preview >>> #waits');
      await press(page, 'sayso-import-file >>> .head input', 2);
      await press(page, 'sayso-import-preview >>> #go');
      await find(page, 'sayso-import-done >>> sayso-import-undo >>> button');
      await find(page, 'sayso-past-imports >>> sayso-import-undo >>> button');
      await looks(page, 'import-done');
      await page.close();
    });

    it('shows changes', async () => {
      const changes = await open('changes');
      await find(changes, 'sayso-changes >>> button');
      await looks(changes, 'changes');
      await changes.close();
    });

    it('shows what a service can’t be told, a passphrase, a file that is no good, and what a restore would change', async () => {
      const page = await open('backup');
      await catchDownloads(page);
      await press(page, 'sayso-export >>> #all');
      await press(page, 'sayso-export >>> #imdb-csv');
      const [all] = await caught(page, 2);
      await find(page, 'sayso-export >>> #losses');
      await press(page, 'sayso-passphrase >>> summary');
      await fill(page, 'sayso-passphrase >>> #first', 'short');
      await press(page, 'sayso-passphrase >>> button[type="submit"]');
      await press(page, 'sayso-health >>> #check');
      await find(page, 'sayso-health >>> #sound');
      const copy = Buffer.from(all!.text).toString('base64');
      await chooseFile(page, 'sayso-restore >>> #file', 'export.jsonl', copy);
      await find(page, 'sayso-restore >>> #preview');
      await looks(page, 'backup-same', { hasRound: false });
      await seed(stage.browser, (context) => manyRatings(context, 1));
      await chooseFile(page, 'sayso-restore >>> #file', 'export.jsonl', copy);
      await find(page, 'sayso-restore >>> #restore');
      await looks(page, 'backup', { hasRound: false });
      const broken = Buffer.from(all!.text.slice(0, 500)).toString('base64');
      await chooseFile(page, 'sayso-restore >>> #file', 'export.jsonl', broken);
      await find(page, 'sayso-restore >>> #problems');
      await looks(page, 'backup-problems', { hasRound: false });
      await page.close();
    });

    it('shows things that may be one, and joins them by a key', async () => {
      await seed(stage.browser, twoOfAName);
      const page = await open('joins');
      await find(page, 'sayso-join-pair >>> button');
      await looks(page, 'joins');
      const yes = await find(page, 'sayso-join-pair >>> button');
      await yes.focus();
      await page.keyboard.press('y');
      await find(page, 'sayso-toast >>> button');
      await find(page, 'sayso-joins >>> sayso-empty');
      await press(page, 'sayso-toast >>> button');
      await find(page, 'sayso-join-pair >>> button');
      await page.close();
    });

    it('shows a list longer than the window', async () => {
      await seed(stage.browser, (context) => manyRatings(context, 60));
      const page = await open('ratings?stars=0.5-5');
      await find(page, 'sayso-rating-row >>> .name', 5);
      await looks(page, 'ratings-long', { hasRound: false });
      await page.close();
    });

    it('shows things without a mark, a way to rate one, and one with all that is known of it', async () => {
      await seed(stage.browser, unratedLife);
      const page = await open('ratings?list=unrated');
      await find(page, 'sayso-unrated-row >>> a.name', 5);
      await until('both counts', async () =>
        (await textsOf(page, 'sayso-rated-switch >>> .count')).every((count) => /[1-9]/u.test(count)),
      );
      await looks(page, 'unrated');
      await press(page, 'sayso-unrated-row >>> sayso-edit-mark >>> button');
      await find(page, 'sayso-unrated-row >>> sayso-edit-mark >>> sayso-stars');
      await looks(page, 'unrated-mark', { hasRound: false });
      await fill(page, 'sayso-ratings-filter >>> input[type="search"]', SEEN);
      await until('one of them', async () => (await textsOf(page, 'sayso-unrated-row >>> a.name')).length === 1);
      await press(page, 'sayso-unrated-row >>> a.name');
      await find(page, 'sayso-item-sources >>> article', 1);
      await looks(page, 'item-unrated');
      await page.close();
    });

    it('shows pictures, each with the table behind it, and leads from a bar to what it counts', async () => {
      await seed(stage.browser, picturedLife);
      const page = await open('pictures');
      await until('what draws first', () => page.evaluate(isDrawn));
      expect(await textsOf(page, 'sayso-picture >>> :is(h2, h3)')).toHaveLength(8);
      await looks(page, 'pictures');
      await press(page, 'sayso-picture >>> sayso-chart', 3);
      await find(page, 'sayso-ratings-filter >>> select');
      expect(page.url()).toContain('#ratings?kind=');
      await page.goBack();
      await find(page, 'sayso-picture >>> h2');
      await page.evaluate(installWalk);
      await until('the tables to be open', () => page.evaluate(openAllDetails));
      await looks(page, 'pictures-tables', { hasRound: false });
      await page.close();
    });
  });
});

// Runs in the page, after a look.
function hasDialog(): boolean {
  const { seen } = (window as unknown as WalkedWindow).saysoWalk;
  return seen().some((one) => one.matches('dialog[open]'));
}

// Runs in the page, after `installWalk`: opens whatever is folded, and tells whether all of it is drawn.
function openAllDetails(): boolean {
  const { seen } = (window as unknown as WalkedWindow).saysoWalk;
  const folded = seen().filter((one) => one instanceof HTMLDetailsElement);
  folded.forEach((one) => {
    one.open = true;
  });
  return folded.every(({ children }) => children.length > 1);
}

// Runs in the page: whether there is colour in the first picture.
function isDrawn(): boolean {
  const inside = (root: Document | ShadowRoot): HTMLCanvasElement[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [
      ...(one instanceof HTMLCanvasElement ? [one] : []),
      ...(one.shadowRoot ? inside(one.shadowRoot) : []),
    ]);
  const [canvas] = inside(document);
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  return pixels.some((value) => value !== 0);
}
