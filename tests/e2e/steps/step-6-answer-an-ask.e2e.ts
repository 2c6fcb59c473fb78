import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Grant } from '../../../src/protocol/customer.ts';
import { useBrowser } from '../../support/use-browser.ts';
import {
  addPreference,
  allow,
  choose,
  find,
  openDashboard,
  openSite,
  press,
  pressLabel,
  rateAt,
  refuse,
  refuseForever,
  sees,
  seenText,
  textsOf,
  waitForPrompt,
} from '../support/actions.ts';
import { beginAsk, rightAsk } from '../support/ask.ts';
import { attempt, call } from '../support/calls.ts';
import { openPrompts } from '../support/prompts.ts';
import { REFUSAL_MS, settled } from '../support/settled.ts';
import { chosenPage, quietSites } from '../support/vendor.ts';

const FILM = 'http://matinee.localhost/film';

const FILMS = rightAsk({
  id: 'club-films-1',
  text: 'So that our evenings show what you would come for.',
  purpose: 'ServicePersonalisation',
  required: [{ collection: 'ratings', kinds: ['Movie'], fields: ['reviewBody', 'keywords'] }],
  optional: [{ collection: 'preferences', keys: ['language', 'shoe-size', 'diet'] }],
  retention: 'P30D',
  sharing: ['The Projectionists Ltd'],
  agreement: 'SD-BASE',
});

describe('step 6: answer an ask', () => {
  const stage = useBrowser({ sites: quietSites('club', 'pushy', 'rude') });
  let page: Page;

  beforeAll(async () => {
    const { browser } = stage;
    await rateAt(browser, `${FILM}/the-apartment-1960/`, 9, { note: 'Shut up and deal.', tag: 'classic' });
    await rateAt(browser, `${FILM}/alien-1979/`, 2);
    await rateAt(browser, `${FILM}/the-third-man-1949/`, 10, { tag: 'vienna' });
    await rateAt(browser, 'http://corner-store.localhost/product/cast-iron-pan-24-cm/', 8);
    const dashboard = await openDashboard(browser, 'preferences');
    await sees(dashboard, 'No preferences yet');
    await addPreference(dashboard, { key: 'language', value: 'German' });
    await addPreference(dashboard, { key: 'shoe-size', value: '42', kinds: ['Products'] });
    await addPreference(dashboard, { key: 'diet', value: 'vegan', isPrivate: true });
    await dashboard.close();
    page = await chosenPage(browser, 'club');
  });

  describe('the prompt', () => {
    let prompt: Page;

    beforeAll(async () => {
      await beginAsk(page, FILMS);
      prompt = await waitForPrompt(stage.browser);
      await sees(prompt, '3 ratings');
    });

    it('shows who asks, why in their words, the purpose, how long it is kept, with whom it is shared, the terms', async () => {
      const text = await seenText(prompt);
      for (const words of [
        /http:\/\/ ?club\.localhost asks you for something you keep/u,
        'So that our evenings show what you would come for.',
        'What for to fit the site to you',
        'They keep it for 30 days',
        /They pass it on to others, whom they call: .*The Projectionists Ltd/u,
        /Your terms Service only \( ?SD-BASE ?\)/u,
      ]) {
        expect(text).toMatch(words);
      }
      const strong = await textsOf(prompt, 'sayso-origin >>> strong');
      expect(strong).toEqual(['club.localhost']);
    });

    it('shows each need as a card: what is required ticked, what is optional not', async () => {
      expect(await textsOf(prompt, 'sayso-need >>> h3')).toEqual([
        'Your ratings: Films Required',
        'Your preferences: Language, Shoe size, and Diet Optional',
      ]);
      expect(await ticks(prompt, 'h3 input')).toEqual([true, false]);
    });

    it('offers the durations, and Allow', async () => {
      expect(await textsOf(prompt, '.durations label')).toEqual([
        'Just this once',
        'For 1 hour',
        'Until the browser closes',
        'For 30 days',
        'Until I stop it',
      ]);
      const [allowButton, lessButton] = [await find(prompt, '#allow'), await textsOf(prompt, '#allow-less')];
      expect(await allowButton.evaluate((button) => button.textContent.trim())).toBe('Allow');
      expect(lessButton).toEqual(['Allow less']);
    });

    it('shows the very records, of which one can be left out; then it is Allow less', async () => {
      await press(prompt, 'sayso-need >>> summary');
      await sees(prompt, 'The Third Man');
      const records = await textsOf(prompt, 'sayso-need >>> .records li');
      expect(records).toEqual([
        'The Third Man 5 / 5 Film vienna',
        'Alien 1 / 5 Film',
        'The Apartment 4.5 / 5 Film Shut up and deal. · classic',
      ]);
      await press(prompt, 'sayso-need >>> .records input', 1);
      await sees(prompt, '2 ratings · 1 kept back');
      await press(prompt, 'sayso-need >>> h3 input', 1);
      await sees(prompt, '2 preferences');
      await press(prompt, 'sayso-need >>> summary', 1);
      await sees(prompt, 'German');
      const preferences = (await textsOf(prompt, 'sayso-need >>> .records li')).slice(3);
      expect(preferences).toEqual(['Language German Prefer', 'Shoe size 42 EU Must be · only for: Products']);
      await sees(prompt, 'This is less than they ask for.');
    });

    it('gives just what it showed, record by record', async () => {
      await pressLabel(prompt, '.durations label', 'For 1 hour');
      await press(prompt, '#allow-less');
      await stage.browser.waitForClosed(prompt);
      const { value } = await settled(page, FILMS.id);
      const grant = value as Grant;
      expect(grant).toMatchObject({ status: 'active', uses: 'many', purpose: 'ServicePersonalisation' });
      expect(Date.parse(grant.until ?? '') - Date.parse(grant.from)).toBe(3_600_000);
      expect(grant.scope).toEqual([...FILMS.required, ...FILMS.optional]);

      const ratings = await call(page, 'ratings');
      const given = ratings.items.map(({ itemReviewed, reviewRating, reviewBody, keywords }) => [
        itemReviewed.name,
        `${String(reviewRating.ratingValue)} / ${String(reviewRating.bestRating)}`,
        ...(reviewBody === undefined ? [] : [reviewBody]),
        ...(keywords ?? []),
      ]);
      expect(given).toEqual([
        ['The Third Man', '5 / 5', 'vienna'],
        ['The Apartment', '4.5 / 5', 'Shut up and deal.', 'classic'],
      ]);
      const preferences = await call(page, 'preferences');
      expect(preferences.items).toEqual([
        { '@type': 'PropertyValue', propertyID: 'language', value: 'de', valueReference: 'prefer' },
        {
          '@type': 'PropertyValue',
          propertyID: 'shoe-size',
          value: '42',
          unitText: 'EU',
          valueReference: 'must',
          kinds: ['Product'],
        },
      ]);
    });
  });

  it('allows just this once: each kind of record can be read one time', async () => {
    const ask = rightAsk({ id: 'club-once-1', required: [{ collection: 'ratings', kinds: ['Product'] }] });
    await call(page, 'withdraw', (await call(page, 'grants'))[0]?.id ?? '');
    await beginAsk(page, ask);
    const prompt = await waitForPrompt(stage.browser);
    await pressLabel(prompt, '.durations label', 'Just this once');
    await press(prompt, '#allow');
    await stage.browser.waitForClosed(prompt);
    expect(await settled(page, ask.id)).toMatchObject({ value: { uses: 'once', scope: ask.required } });
    const { items } = await call(page, 'ratings');
    expect(items.map(({ itemReviewed }) => itemReviewed.name)).toEqual(['Cast-Iron Pan, 24 cm']);
    expect((await attempt(page, 'ratings')).error?.name).toBe('NotAllowedError');
    expect(await call(page, 'grants')).toEqual([]);
  });

  it('does not ask twice for what is held', async () => {
    const ask = rightAsk({ id: 'club-order-1', required: [{ collection: 'ratings', derive: 'rank' }] });
    await beginAsk(page, ask);
    await allow(stage.browser);
    const first = await settled(page, ask.id);
    await beginAsk(page, ask, 'again');
    const again = await settled(page, 'again');
    expect(again.value).toEqual(first.value);
    expect(await openPrompts(stage.browser)).toEqual([]);
  });

  it(
    'refuses once, for a time, or for good; the page sees the same each time, and nothing of the person’s',
    async () => {
      const pushy = await chosenPage(stage.browser, 'pushy');
      const rude = await chosenPage(stage.browser, 'rude');

      await pushy.bringToFront();
      await beginAsk(pushy, FILMS, 'once');
      await refuse(stage.browser);
      // It was for this once: it may ask again.
      await beginAsk(pushy, FILMS, 'hour');
      const prompt = await waitForPrompt(stage.browser);
      await choose(prompt, '#refusal', 'hour');
      await press(prompt, '#refuse');
      await stage.browser.waitForClosed(prompt);

      await rude.bringToFront();
      await beginAsk(rude, FILMS, 'forever');
      await refuseForever(stage.browser);
      await beginAsk(rude, rightAsk({ id: 'rude-2', text: 'Please.' }), 'other words');

      // Whoever asks after that is shown, and so are all that came before, if they are shown at all.
      await page.bringToFront();
      await beginAsk(page, FILMS, 'after');
      const shown = await waitForPrompt(stage.browser);
      await sees(shown, /club\.localhost/u);
      expect(await openPrompts(stage.browser)).toHaveLength(1);
      await press(shown, '#refuse');
      await stage.browser.waitForClosed(shown);

      const ends = [
        await settled(pushy, 'once'),
        await settled(pushy, 'hour'),
        await settled(rude, 'forever'),
        await settled(rude, 'other words'),
      ];
      const asPageSees = ends.map(({ value, error, message }) => ({ value, error, message }));
      expect(asPageSees[0]).toMatchObject({ value: undefined, error: 'NotAllowedError' });
      expect(new Set(asPageSees.map((end) => JSON.stringify(end))).size).toBe(1);
      for (const one of [pushy, rude]) {
        expect(await call(one, 'grants')).toEqual([]);
        expect((await attempt(one, 'ratings')).error?.name).toBe('NotAllowedError');
      }

      const dashboard = await openSite(stage.browser, 'http://rude.localhost');
      await sees(dashboard, 'Asked, and you refused It may not ask this again.');
      await sees(dashboard, 'Asked, and Sayso refused without showing it to you');
      await dashboard.close();
      const other = await openSite(stage.browser, 'http://pushy.localhost');
      await sees(other, /Asked, and you refused It may not ask this again until/u);
      await other.close();
    },
    REFUSAL_MS,
  );
});

/** Which of the boxes that a selector names within the needs are ticked. */
async function ticks(prompt: Page, selector: string): Promise<boolean[]> {
  const count = (await textsOf(prompt, `sayso-need >>> ${selector}`)).length;
  const boxes = await Promise.all(
    Array.from({ length: count }, (_, place) => find(prompt, `sayso-need >>> ${selector}`, place)),
  );
  return Promise.all(boxes.map((box) => box.evaluate((element) => (element as HTMLInputElement).checked)));
}
