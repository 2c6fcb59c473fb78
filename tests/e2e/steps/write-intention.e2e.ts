import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { savePreference } from '../../../src/app/save-preference.ts';
import { wantItem } from '../../../src/app/want-item.ts';
import { until } from '../../support/browsers/until.ts';
import { film } from '../../support/samples.ts';
import { useBrowser } from '../../support/use-browser.ts';
import {
  choose,
  closePopup,
  fill,
  find,
  openDashboard,
  press,
  pressLabel,
  sees,
  seenText,
  textsOf,
} from '../support/actions.ts';
import { seed } from '../support/looks/seed.ts';

const PAN = 'http://corner-store.localhost/product/cast-iron-pan-24-cm/';
const FORM = 'sayso-write-intention';
const GUIDE = 'sayso-needs-guide';

describe('write an intention', () => {
  const stage = useBrowser();
  let dashboard: Page;

  beforeAll(() =>
    seed(stage.browser, async (context) => {
      await savePreference(context, { key: 'brand', value: 'Kesti', strength: 'avoid', isPrivate: false });
      await wantItem(context, { facts: film(1, { name: 'Metropolis' }) });
    }),
  );

  /** What stands in a field of the form. */
  async function valueIn(id: string): Promise<string> {
    const field = await find(dashboard, `${FORM} >>> #${id}`);
    return field.evaluate((element) => (element as HTMLInputElement).value);
  }

  /** Puts a day or a time into a date field: how they are typed depends on the browser and its language. */
  async function setDate(id: string, value: string): Promise<void> {
    const field = await find(dashboard, `${FORM} >>> #${id}`);
    await field.evaluate((element, text) => {
      (element as HTMLInputElement).value = text;
      element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }, value);
  }

  /** Opens the part of the form that has a heading. */
  async function open(heading: string): Promise<void> {
    await pressLabel(dashboard, `${FORM} >>> summary`, heading);
  }

  async function save(): Promise<void> {
    await press(dashboard, `${FORM} >>> button[type="submit"]`);
  }

  async function isAt(hash: RegExp): Promise<void> {
    await until(String(hash), () => hash.test(new URL(dashboard.url()).hash));
  }

  function inDays(days: number): string {
    return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  }

  it('takes a minute: a few words, kept as a draft that nobody has seen', async () => {
    dashboard = await openDashboard(stage.browser, 'intentions');
    await sees(dashboard, 'No intentions yet');
    await press(dashboard, 'sayso-intentions >>> a.primary');
    await save();
    await sees(dashboard, 'Say what you want, if only in a few words.');
    await fill(dashboard, `${FORM} >>> #words-1`, 'A kettle that whistles');
    await save();
    await sees(dashboard, 'Say what sort of thing it is');
    await fill(dashboard, `${FORM} >>> #category`, 'Kettle');
    await dashboard.keyboard.press('Enter');
    await isAt(/^#intentions\/[0-9a-f-]{36}$/u);
    await sees(dashboard, 'Saved: A kettle that whistles.');
    await press(dashboard, 'nav a[href="#intentions"]');
    await sees(dashboard, /A kettle that whistles\s+Draft: nobody has seen it\s+until/u);
  });

  it('takes it back with Undo', async () => {
    await press(dashboard, 'sayso-toast >>> button');
    await sees(dashboard, 'No intentions yet');
  });

  it('goes into detail, and comes back as it was written', async () => {
    await press(dashboard, 'sayso-intentions >>> a.primary');
    await fill(dashboard, `${FORM} >>> #words-1`, 'A light laptop');
    await fill(dashboard, `${FORM} >>> #amount-1`, '2');
    await setDate('neededBy', inDays(20));
    await setDate('lapses', inDays(9));

    await pressLabel(dashboard, `${FORM} >>> .guides button`, 'Laptop');
    await fill(dashboard, `${GUIDE} >>> [data-question="weight"] input`, '1.4');
    await press(dashboard, `${GUIDE} >>> [data-question="weight"] input[type="checkbox"]`);
    await pressLabel(dashboard, `${GUIDE} >>> [data-question="system"] label`, 'Linux');
    await press(dashboard, `${GUIDE} >>> button[type="submit"]`);
    await sees(dashboard, '1 answer remembered as a preference.');

    await open('What it has to be');
    expect(await textsOf(dashboard, `${FORM} >>> .requirement`)).toHaveLength(2);
    await pressLabel(dashboard, `${FORM} >>> .offered button`, '+ Rather not Brand: Kesti');
    await until(
      'the preference among them',
      async () => (await textsOf(dashboard, `${FORM} >>> .requirement`)).length === 3,
    );

    await open('Where to');
    await choose(dashboard, `${FORM} >>> #country`, 'DE');
    await fill(dashboard, `${FORM} >>> #region`, 'Kiel');
    await press(dashboard, `${FORM} >>> #delivered`);
    await open('Budget');
    await fill(dashboard, `${FORM} >>> #budgetMax`, '1,299.90');
    await choose(dashboard, `${FORM} >>> #currency`, 'EUR');
    await sees(dashboard, 'Now: no vendor is told.');
    await press(dashboard, `${FORM} >>> #add-line`);
    await fill(dashboard, `${FORM} >>> #words-2`, 'A sleeve for it');
    await save();
    await isAt(/^#intentions\/[0-9a-f-]{36}$/u);

    const { hash } = new URL(dashboard.url());
    await dashboard.close();
    dashboard = await openDashboard(stage.browser, `${hash.slice(1)}?edit`);
    await sees(dashboard, 'Change the intention');
    expect(
      await Promise.all(['words-1', 'amount-1', 'words-2', 'budgetMax', 'currency', 'region'].map(valueIn)),
    ).toEqual(['A light laptop', '2', 'A sleeve for it', '1299.90', 'EUR', 'Kiel']);
    expect(await Promise.all(['property-1-0', 'value-1-0', 'max-1-1', 'property-1-2'].map(valueIn))).toEqual([
      'operating system',
      'Linux',
      '1.4',
      'Brand',
    ]);
    const shown = await find(dashboard, `${FORM} >>> #isBudgetShown`);
    expect(await shown.evaluate((element) => (element as HTMLInputElement).checked)).toBe(false);
  });

  it('keeps what was typed over a reload, until the person begins anew', async () => {
    await fill(dashboard, `${FORM} >>> #region`, 'Plön');
    await dashboard.evaluate(() => {
      window.location.reload();
    });
    await sees(dashboard, 'This is what you typed last time and did not save.');
    expect(await valueIn('region')).toBe('Plön');
    await pressLabel(dashboard, `${FORM} >>> button`, 'Begin anew without it');
    await until('what was saved', async () => (await valueIn('region')) === 'Kiel');
  });

  it('offers in the next guide what was answered in the last', async () => {
    await pressLabel(dashboard, `${FORM} >>> .guides button`, 'Laptop');
    await sees(dashboard, 'As last time: 1.4 kilograms');
    await dashboard.keyboard.press('Escape');
    await until('the guide to close', async () => (await textsOf(dashboard, GUIDE)).length === 0);
  });

  it('throws a draft away, and takes that back with Undo', async () => {
    await pressLabel(dashboard, `${FORM} >>> button`, 'Throw the draft away');
    await sees(dashboard, 'No intentions yet');
    await press(dashboard, 'sayso-toast >>> button');
    await sees(dashboard, /A light laptop\s+Draft: nobody has seen it\s+and 1 more thing/u);
  });

  it('begins with a thing of the watch-list', async () => {
    await pressLabel(dashboard, 'sayso-intentions >>> button', 'Pick from your watch-list');
    await press(dashboard, 'sayso-pick-wanted >>> li button');
    await sees(dashboard, 'You want this, or something like it: Metropolis');
    await save();
    await sees(dashboard, 'Saved: Metropolis.');
    await dashboard.close();
  });

  it('begins with the thing of a page, from the popup over it, which stands on the watch-list then', async () => {
    const page = await stage.browser.page(PAN);
    const popup = await stage.browser.openPopup(page);
    await press(popup, 'sayso-rate >>> .want button');
    dashboard = await stage.browser.waitForPage(({ hash }) => hash.startsWith('#intentions/new?item='), 'the form');
    await sees(dashboard, 'You want this, or something like it: Cast-Iron Pan, 24 cm');
    await fill(dashboard, `${FORM} >>> #category`, 'Pan');
    await save();
    await sees(dashboard, 'Saved: Cast-Iron Pan, 24 cm.');
    if (!popup.isClosed()) {
      await closePopup(stage.browser, popup);
    }
    await page.close();
    await press(dashboard, 'nav a[href="#intentions"]');
    await sees(dashboard, 'A light laptop');
    expect(await seenText(dashboard)).toMatch(/Cast-Iron Pan, 24 cm.*Metropolis.*A light laptop/u);
    await dashboard.close();
  });

  it('begins with a thing of the library', async () => {
    dashboard = await openDashboard(stage.browser, 'ratings?list=unrated');
    const items = 'sayso-unrated-row >>> a.name';
    await pressLabel(dashboard, items, 'Metropolis');
    await pressLabel(dashboard, 'sayso-item >>> .want a', 'I want this');
    await sees(dashboard, 'You want this, or something like it: Metropolis');
    await dashboard.close();
  });
});
