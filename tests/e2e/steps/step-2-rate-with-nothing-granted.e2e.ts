import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../../support/use-browser.ts';
import { closePopup, find, openDashboard, press, rate, sees, seenText } from '../support/actions.ts';

// A page that does nothing by itself, so that whatever it sees is ours.
const MUG = 'http://still.localhost/mug';
const PLAIN = 'http://plain.localhost/';

/** What a page could see of a visitor: its global names, its markup, every event and message it hears. */
function watchPage(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen: string[] = [];
    const before = new Set(Object.getOwnPropertyNames(window));
    new MutationObserver((changes) => seen.push(...changes.map(({ type }) => type))).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    window.addEventListener('message', () => seen.push('message'));
    window.addEventListener('customerready', () => seen.push('customerready'));
    Object.assign(window, {
      whatWasSeen: () => [
        ...seen,
        ...Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && name !== 'whatWasSeen'),
        ...('customer' in navigator ? ['navigator.customer'] : []),
      ],
    });
  });
}

function whatPageSaw(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { whatWasSeen: () => string[] }).whatWasSeen());
}

describe('step 2: rate with nothing granted', () => {
  const stage = useBrowser({
    sites: {
      'still.localhost': (_request, response) => {
        const product = {
          '@context': 'https://schema.org',
          '@type': 'Product',
          name: 'Speckled Stoneware Mug',
          brand: { '@type': 'Brand', name: 'Ostra' },
          gtin13: '4006381333931',
          offers: { '@type': 'Offer', price: 14, priceCurrency: 'EUR' },
        };
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(
          `<!doctype html><html lang="en"><title>Speckled Stoneware Mug</title><h1>Speckled Stoneware Mug</h1>` +
            `<script type="application/ld+json">${JSON.stringify(product)}</script><p>€ 14.00</p>`,
        );
      },
      'plain.localhost': (_request, response) => {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(
          '<!doctype html><html lang="en"><title>A quiet page</title><h1>Nothing for sale</h1><p>Words.</p>',
        );
      },
    },
  });

  it('shows what the page is about, keeps half stars by mouse, and the page learns nothing of it', async () => {
    const page = await stage.browser.page(MUG);
    await watchPage(page);
    const popup = await stage.browser.openPopup(page);
    await sees(popup, 'Speckled Stoneware Mug');
    expect(await seenText(popup)).toContain('Not rated yet');
    await rate(popup, 9);
    await sees(popup, 'Saved: 4.5 stars');
    await closePopup(stage.browser, popup);
    expect(await whatPageSaw(page)).toEqual([]);

    const again = await stage.browser.openPopup(page);
    await sees(again, '4.5 stars');
    await closePopup(stage.browser, again);
    await page.close();
  });

  it('takes a rating by keyboard, a note and tags, and keeps them when the popup closes', async () => {
    const page = await stage.browser.page(MUG);
    const popup = await stage.browser.openPopup(page);
    const chosen = await find(popup, 'sayso-stars >>> input[value="9"]');
    await chosen.focus();
    await popup.keyboard.press('ArrowLeft');
    await sees(popup, 'Saved: 4 stars');
    const note = await find(popup, 'sayso-rate >>> textarea');
    await note.type('Keeps the coffee warm.');
    const tag = await find(popup, 'sayso-tags >>> input');
    await tag.type('kitchen');
    await popup.keyboard.press('Enter');
    await sees(popup, /kitchen.*Saved\./u);
    await closePopup(stage.browser, popup);

    const again = await stage.browser.openPopup(page);
    await sees(again, /4 stars.*kitchen/u);
    const kept = await find(again, 'sayso-rate >>> textarea');
    expect(await kept.evaluate((element) => (element as HTMLTextAreaElement).value)).toBe('Keeps the coffee warm.');
    await closePopup(stage.browser, again);
    await page.close();
  });

  it('keeps the mark the arrow keys are on and a half-typed tag when the popup closes at that moment', async () => {
    const page = await stage.browser.page(MUG);
    const walking = await stage.browser.openPopup(page);
    await (await find(walking, 'sayso-stars >>> input[value="8"]')).focus();
    await walking.keyboard.press('ArrowLeft');
    await closePopup(stage.browser, walking);

    const typing = await stage.browser.openPopup(page);
    await sees(typing, '3.5 stars');
    await (await find(typing, 'sayso-tags >>> input')).type('morn');
    await closePopup(stage.browser, typing);

    const again = await stage.browser.openPopup(page);
    await sees(again, /3\.5 stars.*kitchen.*morn/u);
    await (await find(again, 'sayso-stars >>> input[value="7"]')).focus();
    await again.keyboard.press('ArrowRight');
    await sees(again, 'Saved: 4 stars');
    await closePopup(stage.browser, again);
    await page.close();
  });

  it('takes a rating back at once with Undo', async () => {
    const page = await stage.browser.page(MUG);
    const popup = await stage.browser.openPopup(page);
    await rate(popup, 2);
    await sees(popup, /Saved.*1 star/u);
    await press(popup, 'sayso-toast >>> button');
    await sees(popup, '4 stars');
    await closePopup(stage.browser, popup);
    await page.close();
  });

  it('rates the page itself, by its title and address, where nothing is recognised', async () => {
    const page = await stage.browser.page(PLAIN);
    await watchPage(page);
    const popup = await stage.browser.openPopup(page);
    await sees(popup, 'A quiet page');
    await rate(popup, 10);
    await sees(popup, 'Saved: 5 stars');
    await closePopup(stage.browser, popup);
    expect(await whatPageSaw(page)).toEqual([]);
    const dashboard = await openDashboard(stage.browser);
    await sees(dashboard, 'A quiet page');
    await dashboard.close();
    await page.close();
  });
});
