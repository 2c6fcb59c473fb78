import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { deflatedBytes, makeZip } from '../../support/make-zip.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { find, openDashboard, press, sees, textsOf } from '../support/actions.ts';
import { countRecords, giveFiles, ownFile } from '../support/imports.ts';
import { pathOf, type Site } from '../support/site.ts';

const HEADER = 'Date,Name,Year,Letterboxd URI,Rating';
const PLAIN = `${HEADER}\n2024-03-09,Dune,2021,https://boxd.it/a,4\n`;
const MEBIBYTE = 1_048_576;
const GO = 'sayso-import-preview >>> #go';

describe('threat 26: files made to harm, given to the real page', () => {
  const visited: string[] = [];
  const trap: Site = (request, response) => {
    visited.push(pathOf(request));
    response.end();
  };
  const stage = useBrowser({ sites: { 'trap.localhost': trap } });

  async function written(): Promise<number[]> {
    const tables = ['ratings', 'items', 'sourceRecords', 'intentions', 'imports'];
    return Promise.all(tables.map((table) => countRecords(stage.browser, table)));
  }

  /** What the page says of each file that it was given, once it has said all. */
  async function toldOf(page: Page, until: string, ...paths: string[]): Promise<string> {
    await giveFiles(page, ...paths);
    return sees(page, until);
  }

  it('cut off, leading out of their archive, nested, or no text: each is named with its reason, and the good one is read', async () => {
    const { browser } = stage;
    const archive = makeZip({ path: 'ratings.csv', content: PLAIN.repeat(20), isDeflated: true });
    const lying = makeZip(
      { path: '../../x.csv', content: PLAIN },
      { path: 'a.zip', content: makeZip({ path: 'b.zip', content: makeZip({ path: 'c.csv', content: PLAIN }) }) },
      { path: 'good.csv', content: PLAIN },
    );
    const page = await openDashboard(browser, 'import');
    const told = await toldOf(
      page,
      '1 is new',
      await ownFile('cut.zip', archive.slice(0, archive.length - 60)),
      await ownFile('lying.zip', lying),
      await ownFile('picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1])),
      await ownFile('broken.json', '{"ratings":[{"a":1},'),
    );
    expect(told).toMatch(/cut\.zip.{0,20}This file is damaged or cut short/u);
    expect(told).toMatch(/lying\.zip\/\.\.\/\.\.\/x\.csv.{0,20}This file’s path leads out of its archive/u);
    expect(told).toMatch(/lying\.zip\/a\.zip\/b\.zip.{0,20}This archive is inside an archive/u);
    expect(told).toMatch(/picture\.csv.{0,20}This is a picture/u);
    expect(told).toMatch(/broken\.json.{0,20}(?:Line 1.*)?This is no well-formed JSON/u);
    expect(await written()).toEqual([0, 0, 0, 0, 0]);
    await page.close();
  });

  it('10 GB out of 10 MB, and 200 MB of one line: stopped, said, nothing written', async () => {
    const { browser } = stage;
    const packed = deflatedBytes(10, 10_240);
    const bomb = makeZip({ path: 'a.csv', content: '', packed, claimedBytes: 0xfffffff0 });
    const line = new Uint8Array(200 * MEBIBYTE).fill(0x61);
    const page = await openDashboard(browser, 'import');
    const told = await toldOf(
      page,
      'A line of this file is longer',
      await ownFile('bomb.zip', bomb),
      await ownFile('line.csv', line),
    );
    expect(told).toMatch(/bomb\.zip\/a\.csv.{0,20}Unpacked, this would be far more/u);
    expect(told).toMatch(/line\.csv.{0,20}(?:Line 1.*)?A line of this file is longer than a row can be/u);
    expect(await written()).toEqual([0, 0, 0, 0, 0]);
    await page.close();
  });

  it('cells that are formulas, marks beyond all bounds, and names of an object’s own parts: words, or said line by line', async () => {
    const { browser } = stage;
    const rows = [
      `${HEADER},__proto__,constructor,Tags`,
      '2024-03-09,"=HYPERLINK(""http://trap.localhost/formula"",""press"")",2021,https://boxd.it/a,4,polluted,polluted,x',
      '2024-03-09,"<img src=http://trap.localhost/img><a href=javascript:alert(1)>",2021,https://boxd.it/b,4,p,p,x',
      '2024-03-09,\u202Egnp.exe,2021,https://boxd.it/c,4,p,p,x',
      '2024-03-09,Nul\0here,2021,https://boxd.it/d,4,p,p,x',
      '2024-03-09,Not a number,2021,https://boxd.it/e,NaN,p,p,x',
      '2024-03-09,Below,2021,https://boxd.it/f,-1,p,p,x',
      '2024-03-09,Beyond,2021,https://boxd.it/g,1e308,p,p,x',
      '0000-01-01,The year nought,2021,https://boxd.it/h,3,p,p,x',
      '9999-12-31,The last day,2021,https://boxd.it/i,3,p,p,x',
      '2024-03-09,__proto__,2021,https://boxd.it/j,3,p,p,x',
      '2024-03-09,Two minds,2021,https://boxd.it/k,1,p,p,x',
      '2024-03-10,Two minds,2021,https://boxd.it/k,5,p,p,x',
      '2024-03-09,Cut off',
    ];
    const page = await openDashboard(browser, 'import');
    await giveFiles(page, await ownFile('cells.csv', rows.join('\n')));
    await find(page, GO);
    for (const [index] of (await textsOf(page, 'sayso-import-unread >>> summary')).entries()) {
      await press(page, 'sayso-import-unread >>> summary', index);
    }
    const told = await sees(page, 'This is no mark on the scale of this file.');
    for (const [line, value] of [
      [6, 'NaN'],
      [7, '-1'],
      [8, '1e308'],
    ] as const) {
      expect(told).toMatch(new RegExp(`cells\\.csv ${line} .{0,60}${value} `, 'u'));
    }
    expect(told).toContain('The row has not as many cells');
    expect(await written()).toEqual([0, 0, 0, 0, 0]);

    await press(page, GO);
    await find(page, 'sayso-import-done >>> h2');
    await page.close();
    const list = await openDashboard(browser, 'ratings');
    const shown = await sees(list, '=HYPERLINK("http://trap.localhost/formula","press")');
    expect(shown).toContain('<img src=http://trap.localhost/img>');
    expect(shown).toContain('__proto__');
    expect((await textsOf(list, 'sayso-rating-row >>> .name')).length).toBe((await written())[0]);
    const harm = await list.evaluate(() => {
      const links: string[] = [];
      const walk = (root: Document | ShadowRoot): void => {
        for (const element of root.querySelectorAll('*')) {
          if (element instanceof HTMLAnchorElement || element instanceof HTMLImageElement) {
            links.push(element instanceof HTMLAnchorElement ? element.href : element.src);
          }
          if (element.shadowRoot) {
            walk(element.shadowRoot);
          }
        }
      };
      walk(document);
      return { links: links.filter((one) => !one.startsWith(location.origin)), polluted: 'polluted' in {} };
    });
    expect(harm).toEqual({ links: [], polluted: false });
    expect(visited).toEqual([]);
    await list.close();
  });
});
