import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import {
  addPreference,
  choose,
  fill,
  fillPreference,
  find,
  openDashboard,
  press,
  pressLabel,
  rateAt,
  sees,
  seenText,
  textsOf,
} from '../support/actions.ts';
import type { Page } from 'puppeteer-core';

const FILM = 'http://matinee.localhost/film';
const PRODUCT = 'http://corner-store.localhost/product';

describe('step 4: keep preferences', () => {
  const stage = useBrowser();
  let dashboard: Page;

  describe('ratings in the dashboard', () => {
    beforeAll(async () => {
      const { browser } = stage;
      await rateAt(browser, `${FILM}/the-apartment-1960/`, 9, { note: 'Shut up and deal.', tag: 'classic' });
      await rateAt(browser, `${FILM}/alien-1979/`, 2);
      await rateAt(browser, `${PRODUCT}/cast-iron-pan-24-cm/`, 8);
      await rateAt(browser, `${FILM}/the-third-man-1949/`, 10);
      dashboard = await openDashboard(browser);
      await shows('The Third Man', 'Cast-Iron Pan, 24 cm', 'Alien', 'The Apartment');
    });

    /** Waits until the list holds just these, in this order. */
    async function shows(...names: readonly string[]): Promise<void> {
      let seen: readonly string[] = [];
      await until('the list', async () => {
        seen = await textsOf(dashboard, 'sayso-rating-row >>> .name');
        return seen.join('\n') === names.join('\n');
      }).catch((cause: unknown) => {
        throw new Error(`waited in vain for ${names.join(', ')}; there are ${seen.join(', ')}`, { cause });
      });
    }

    it('searches names, makers, tags and notes', async () => {
      for (const [words, ...names] of [
        ['third', 'The Third Man'],
        ['classic', 'The Apartment'],
        ['shut up', 'The Apartment'],
        ['brenner', 'Cast-Iron Pan, 24 cm'],
        ['', 'The Third Man', 'Cast-Iron Pan, 24 cm', 'Alien', 'The Apartment'],
      ] as const) {
        await fill(dashboard, 'sayso-ratings-filter >>> #search', words);
        await shows(...names);
      }
      await fill(dashboard, 'sayso-ratings-filter >>> #search', 'no such thing');
      await sees(dashboard, 'Nothing matches');
      await pressLabel(dashboard, 'sayso-ratings >>> button', 'Show all ratings');
      await shows('The Third Man', 'Cast-Iron Pan, 24 cm', 'Alien', 'The Apartment');
    });

    it('filters by kind and sorts, and keeps that over a reload', async () => {
      await choose(dashboard, 'sayso-ratings-filter >>> #sort', 'highest');
      await shows('The Third Man', 'The Apartment', 'Cast-Iron Pan, 24 cm', 'Alien');
      await choose(dashboard, 'sayso-ratings-filter >>> #sort', 'lowest');
      await shows('Alien', 'Cast-Iron Pan, 24 cm', 'The Apartment', 'The Third Man');
      await choose(dashboard, 'sayso-ratings-filter >>> #sort', 'oldest');
      await shows('The Apartment', 'Alien', 'Cast-Iron Pan, 24 cm', 'The Third Man');
      await choose(dashboard, 'sayso-ratings-filter >>> #sort', 'name');
      await shows('Alien', 'Cast-Iron Pan, 24 cm', 'The Apartment', 'The Third Man');
      await choose(dashboard, 'sayso-ratings-filter >>> #kind', 'Movie');
      await shows('Alien', 'The Apartment', 'The Third Man');
      await dashboard.evaluate(() => {
        window.location.reload();
      });
      await shows('Alien', 'The Apartment', 'The Third Man');
      await choose(dashboard, 'sayso-ratings-filter >>> #kind', '');
      await shows('Alien', 'Cast-Iron Pan, 24 cm', 'The Apartment', 'The Third Man');
    });

    it('edits a rating and what it is of, and takes that back with Undo', async () => {
      const form = 'sayso-edit-rating';
      await press(dashboard, 'button[aria-label="Edit Alien"]');
      await press(dashboard, `${form} >>> sayso-stars >>> input[value="7"]`);
      await fill(dashboard, `${form} >>> #note`, 'Better the second time.');
      await fill(dashboard, `${form} >>> sayso-tags >>> input`, 'space');
      await dashboard.keyboard.press('Enter');
      await fill(dashboard, `${form} >>> #name`, 'Alien (the first one)');
      await press(dashboard, `${form} >>> button[type="submit"]`);
      await sees(dashboard, 'Rating of Alien (the first one) saved.');
      await shows('Alien (the first one)', 'Cast-Iron Pan, 24 cm', 'The Apartment', 'The Third Man');
      await sees(dashboard, /Alien \(the first one\).*space.*3\.5 \/ 5/u);

      await press(dashboard, 'sayso-toast >>> button');
      await shows('Alien', 'Cast-Iron Pan, 24 cm', 'The Apartment', 'The Third Man');
      const again = await sees(dashboard, 'Undone.');
      expect(again).not.toContain('3.5 / 5');
      expect(again).not.toContain('space');
    });

    it('deletes a rating, takes that back with Undo, and deletes for good', async () => {
      await press(dashboard, 'button[aria-label="Delete Alien"]');
      await sees(dashboard, 'Alien deleted');
      await shows('Cast-Iron Pan, 24 cm', 'The Apartment', 'The Third Man');
      await press(dashboard, 'sayso-toast >>> button');
      await shows('Alien', 'Cast-Iron Pan, 24 cm', 'The Apartment', 'The Third Man');

      await press(dashboard, 'button[aria-label="Delete Alien"]');
      await shows('Cast-Iron Pan, 24 cm', 'The Apartment', 'The Third Man');
      await dashboard.evaluate(() => {
        window.location.reload();
      });
      await shows('Cast-Iron Pan, 24 cm', 'The Apartment', 'The Third Man');
    });

    it('keeps what was thought before as history, on the page of each thing', async () => {
      await rateAt(stage.browser, `${FILM}/the-apartment-1960/`, 10);
      await pressLabel(dashboard, 'sayso-rating-row >>> a.name', 'The Apartment');
      const text = await sees(dashboard, 'What you thought before');
      expect(text).toMatch(/The Apartment.*5 \/ 5.*What you thought before.*4\.5 \/ 5.*replaced/u);
      expect(text).toContain('tt0053604');
      await press(dashboard, 'sayso-item >>> .back a');
      // Back to the list as it was sorted.
      await shows('Cast-Iron Pan, 24 cm', 'The Apartment', 'The Third Man');
    });

    it('lists every change, and takes any of them back later', async () => {
      await press(dashboard, 'nav a[href="#changes"]');
      await sees(dashboard, /Deleted\b.*Alien/u);
      await press(dashboard, 'sayso-changes >>> button[aria-label*="Alien"]');
      await sees(dashboard, 'taken back');
      await press(dashboard, 'nav a[href^="#ratings"]');
      await until('Alien to be back', async () =>
        (await textsOf(dashboard, 'sayso-rating-row >>> .name')).includes('Alien'),
      );
      await dashboard.close();
    });
  });

  describe('standing preferences', () => {
    beforeAll(async () => {
      dashboard = await openDashboard(stage.browser, 'preferences');
      await sees(dashboard, 'No preferences yet');
    });

    it('has a form for each well-known key, and takes a key of the person’s own', async () => {
      const saved = [
        [{ key: 'clothing-size', value: 'M', unit: 'EU' }, 'Must be M EU'],
        [{ key: 'shoe-size', value: '42.5' }, 'Must be 42.5 EU'],
        [{ key: 'diet', value: 'vegan' }, 'Must be vegan private'],
        [{ key: 'allergen', value: 'nuts', isPrivate: false }, 'Never nuts'],
        [{ key: 'language', value: 'German' }, 'Prefer German'],
        [{ key: 'delivery', value: 'to a parcel locker' }, 'Prefer to a parcel locker'],
        [{ key: 'packaging', value: 'without plastic' }, 'Prefer without plastic'],
        [{ key: 'value', value: 'can be repaired' }, 'Prefer can be repaired'],
        [{ key: 'brand', value: 'Kesti', strength: 'Rather not' }, 'Rather not Kesti'],
        [{ key: 'maker', value: 'Billy Wilder', kinds: ['Films'] }, 'Prefer Billy Wilder only for: Films'],
        [{ key: 'genre', value: 'Horror', strength: 'Never', kinds: ['Films', 'Books'] }, 'Never Horror only for: '],
        [{ key: 'seat', value: 'by the window', isPrivate: true }, 'Prefer by the window private'],
      ] as const;
      for (const [preference, words] of saved) {
        await addPreference(dashboard, preference);
        await sees(dashboard, words);
      }
      expect(await textsOf(dashboard, 'sayso-preferences >>> h2')).toHaveLength(saved.length);
    });

    it('refuses what can’t be one, and says why', async () => {
      await press(dashboard, 'sayso-preferences >>> button.primary');
      await choose(dashboard, 'sayso-edit-preference >>> #key', 'shoe-size');
      await fill(dashboard, 'sayso-preference-value >>> #value', 'large');
      await press(dashboard, 'sayso-edit-preference >>> button[type="submit"]');
      await sees(dashboard, 'A size is a number');
      await dashboard.keyboard.press('Escape');
      await until('the form to close', async () => (await textsOf(dashboard, 'sayso-edit-preference')).length === 0);
      expect(await seenText(dashboard)).not.toContain('large');
    });

    it('edits one, and takes that back with Undo', async () => {
      await press(dashboard, 'button[aria-label^="Edit Kesti"]');
      const value = await find(dashboard, 'sayso-preference-value >>> #value');
      expect(await value.evaluate((field) => (field as HTMLInputElement).value)).toBe('Kesti');
      await fillPreference(dashboard, { value: 'Ostra', strength: 'Never', kinds: ['Products'] });
      await sees(dashboard, 'Never Ostra only for: Products');
      await press(dashboard, 'sayso-toast >>> button');
      await sees(dashboard, 'Rather not Kesti');
      await sees(dashboard, 'Undone.');
      expect(await seenText(dashboard)).not.toContain('Ostra');
    });

    it('deletes one, and takes that back with Undo', async () => {
      await press(dashboard, 'button[aria-label^="Delete Horror"]');
      await sees(dashboard, 'Preference deleted: Horror.');
      await until('the row to go', async () => !(await seenText(dashboard)).includes('Never Horror'));
      await press(dashboard, 'sayso-toast >>> button');
      await sees(dashboard, 'Never Horror only for: ');
      await dashboard.close();
    });
  });
});
