import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { blockVendor } from '../../../src/app/block-vendor.ts';
import { chooseSite } from '../../../src/app/choose-site.ts';
import { originOf } from '../../../src/domain/origin.ts';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { closePopup, connect, fill, find, press, rate, seenText, textsOf } from '../support/actions.ts';
import { readHeld } from '../support/held.ts';
import { languagesOfMany, looksRight } from '../support/looks/looks-right.ts';
import { nextSteps } from '../support/looks/next-steps.ts';
import { sampleLife } from '../support/looks/sample-life.ts';
import { seed } from '../support/looks/seed.ts';
import { pageSite, type Site, pathOf, sendPage } from '../support/site.ts';

const FILM = 'http://matinee.localhost/film/the-matrix-1999/';
const UNRATED = 'http://matinee.localhost/film/alien-1979/';

/** A site that carries a file which is no good. */
const broken: Site = (request, response) => {
  if (pathOf(request) === '/.well-known/customer.json') {
    response.setHeader('content-type', 'application/json');
    response.end('{"version":"1","name":"A shop","asks":[{"id":"x"}]}');
  } else {
    sendPage(response, '<title>Broken</title><link rel="customer" href="/.well-known/customer.json"><p>Words.</p>');
  }
};

const sites: Record<string, Site> = {
  'plain.localhost': pageSite('<title>A quiet page about nothing in particular</title><p>Words.</p>'),
  'broken.localhost': broken,
  'blocked.localhost': pageSite('<title>Pushy</title><p>Words.</p>'),
  'insecure.example': pageSite('<title>An old site</title><p>Words.</p>'),
};

describe.each(languagesOfMany())('looks: the popup, in %s', (language) => {
  const stage = useBrowser({ language, sites });

  /** The popup over a page, when all of it is there. */
  async function openOver(page: Page): Promise<Page> {
    const popup = await stage.browser.openPopup(page);
    await find(popup, 'sayso-popup >>> main');
    await until('the site', () =>
      popup.evaluate(() => {
        const root = document.querySelector('sayso-popup')?.shadowRoot;
        const site = root?.querySelector('sayso-site')?.shadowRoot;
        return !site || site.querySelector('[role="status"], section > p.quiet') !== null;
      }),
    );
    return popup;
  }

  async function looksOver(url: string, state: string, prepare?: (popup: Page) => Promise<unknown>): Promise<void> {
    const page = await stage.browser.page(url);
    const popup = await openOver(page);
    await prepare?.(popup);
    await looksRight(stage.browser, popup, `popup-${state}`, { language, isPopup: true });
    expect(await nextSteps(popup)).not.toEqual([]);
    await closePopup(stage.browser, popup);
    await page.close();
  }

  it('shows a page on which nothing is recognised', () => looksOver('http://plain.localhost/', 'nothing'));

  it('shows a page it may not read', async () => {
    const page = await stage.browser.page();
    const popup = await stage.browser.openPopup(page);
    await find(popup, 'sayso-popup >>> h1');
    await looksRight(stage.browser, popup, 'popup-unreadable', { language, isPopup: true });
    await closePopup(stage.browser, popup);
    await page.close();
  });

  it('shows a site whose connection is not secure', () => looksOver('http://insecure.example/', 'insecure'));

  it('shows a film on a vendor’s site that says what it would like', () =>
    looksOver(UNRATED, 'vendor', (popup) => find(popup, 'sayso-announced >>> sayso-ask-terms')));

  it('shows a list', () => looksOver('http://matinee.localhost/', 'list'));

  it('shows what is wrong with a customer.json, and still offers to connect', () =>
    looksOver('http://broken.localhost/', 'broken', (popup) => find(popup, 'sayso-announced >>> sayso-notice')));

  it('shows a rating as it is made, with its correction open', () =>
    looksOver(UNRATED, 'just-rated', async (popup) => {
      await press(popup, 'sayso-thing >>> summary');
      await rate(popup, 7);
      await find(popup, 'sayso-toast >>> button');
      await fill(popup, 'sayso-tags >>> input', 'half-typed');
    }));

  it('shows a rating with its words, and a site that is connected', async () => {
    await seed(stage.browser, sampleLife);
    await looksOver(FILM, 'rated', (popup) => find(popup, 'sayso-tags >>> li'));
    const page = await stage.browser.page(FILM);
    await connect(stage.browser, page);
    await page.close();
    await looksOver(FILM, 'connected', (popup) => find(popup, 'sayso-site >>> button.connect:not(.primary)'));
  });

  it('shows a site that is blocked', async () => {
    await seed(stage.browser, async (context) => {
      await chooseSite(context, { origin: originOf('http://blocked.localhost'), connect: true });
      await blockVendor(context, { origin: originOf('http://blocked.localhost'), isBlocked: true });
    });
    await looksOver('http://blocked.localhost/', 'blocked');
  });

  it('says in one line that every site was handed back, until that is waved aside', async () => {
    await stage.browser.grantEverySite();
    await until('every site to be handed back', async () => {
      const { patterns } = await readHeld(stage.browser);
      return !patterns.some((pattern) => pattern.includes('://*/'));
    });
    const page = await stage.browser.page('http://plain.localhost/');
    const popup = await openOver(page);
    await find(popup, 'sayso-all-sites >>> a');
    await looksRight(stage.browser, popup, 'popup-all-sites', { language, isPopup: true });
    await press(popup, 'sayso-all-sites >>> button');
    await until('the line to go', async () => (await textsOf(popup, 'sayso-all-sites >>> p')).length === 0);
    await closePopup(stage.browser, popup);
    const again = await openOver(page);
    expect(await textsOf(again, 'sayso-all-sites >>> p')).toEqual([]);
    await closePopup(stage.browser, again);
    await page.close();
  });

  it('is no wider than it may be', async () => {
    const page = await stage.browser.page(FILM);
    const popup = await openOver(page);
    expect((await seenText(popup)).length).toBeGreaterThan(60);
    expect(await popup.evaluate(() => window.innerWidth)).toBeLessThanOrEqual(400);
    await closePopup(stage.browser, popup);
    await page.close();
  });
});
