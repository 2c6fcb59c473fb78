import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import {
  addPreference,
  allow,
  closePopup,
  connect,
  fill,
  openDashboard,
  openSite,
  press,
  rate,
  refuse,
  sees,
  showStars,
  waitForPrompt,
} from '../support/actions.ts';
import { beginAsk, rightAsk } from '../support/ask.ts';
import { settled } from '../support/settled.ts';
import { pageSite, type Site, pathOf, sendPage } from '../support/site.ts';
import { seesStars } from '../support/stars.ts';

/** As wide as a phone, Sayso's prompt, and a desktop window. */
const WIDTHS = [360, 480, 1280];

/** 250 characters that begin like somebody else's address. */
function longHost(domain: string): string {
  const familiar = 'accounts.google.com.secure-login.';
  const room = 250 - familiar.length - domain.length - 1;
  const filler = 'signin-and-verify-your-account.'.repeat(8).slice(0, room - 1);
  return `${familiar}${filler.replace(/[.-]+$/u, 'x').padEnd(room, 'x')}.${domain}`;
}

const SHORT = 'evil.localhost';
const LONG = `${'not-your-bank-'.repeat(4)}at-all.localhost`;

/** How a domain stands on a page of Sayso's. */
interface Shown {
  readonly domain: string;
  /** Whether every part of it can be seen: in the window, over everything else, and cut by nothing. */
  readonly isWhole: boolean;
}

/** Runs in the page: every origin that it shows. */
function shownOrigins(): Shown[] {
  const within = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? within(one.shadowRoot) : [])]);
  const deepest = (x: number, y: number): Element | null => {
    let at = document.elementFromPoint(x, y);
    for (let next = at?.shadowRoot?.elementFromPoint(x, y); next && next !== at; ) {
      at = next;
      next = at.shadowRoot?.elementFromPoint(x, y);
    }
    return at;
  };
  const domains = within(document)
    .filter(({ localName }) => localName === 'sayso-origin')
    .flatMap((origin) => [...(origin.shadowRoot?.querySelectorAll('.domain strong') ?? [])])
    .filter((one) => one.checkVisibility());
  return domains.map((domain) => {
    domain.scrollIntoView({ block: 'nearest' });
    const isSeen = ({ left, top, right, bottom }: DOMRect): boolean => {
      const y = (top + bottom) / 2;
      const isInside = left >= 0 && top >= 0 && right <= window.innerWidth && bottom <= window.innerHeight;
      const steps = Array.from({ length: 9 }, (_, step) => left + 1 + ((right - left - 2) * step) / 8);
      return isInside && steps.every((x) => deepest(x, y) === domain);
    };
    return { domain: domain.textContent, isWhole: [...domain.getClientRects()].every(isSeen) };
  });
}

describe('threat 24: a 250-character host with familiar-looking left labels', () => {
  const hosts = [SHORT, LONG].map(longHost);
  const stage = useBrowser({
    sites: Object.fromEntries(hosts.map((host) => [host, pageSite('<title>Sign in</title><p>Sign in.</p>')])),
  });

  async function expectWhole(page: Page, domain: string, where: string): Promise<void> {
    await until(`${domain} to be seen whole, ${where}`, async () => {
      const shown = await page.evaluate(shownOrigins);
      const ours = shown.filter((one) => one.domain === domain);
      return ours.length > 0 && ours.every(({ isWhole }) => isWhole);
    });
  }

  async function expectWholeAtEveryWidth(page: Page, domain: string, where: string): Promise<void> {
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 700 });
      await until('the width', () => page.evaluate((wanted) => window.innerWidth === wanted, width));
      await expectWhole(page, domain, `${where} at ${width} px`);
      const spread = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(spread, `${where} at ${width} px is no wider than its window`).toBeLessThanOrEqual(0);
    }
  }

  it.each([SHORT, LONG])('the registrable domain %s can be read at every width', async (domain) => {
    const { browser } = stage;
    const host = longHost(domain);
    expect(host).toHaveLength(250);
    const page = await browser.page(`http://${host}/`);

    const popup = await browser.openPopup(page);
    await expectWhole(popup, domain, 'in the popup');
    await closePopup(browser, popup);

    await connect(browser, page);
    await beginAsk(page);
    const prompt = await waitForPrompt(browser);
    await expectWhole(prompt, domain, 'in the prompt as it opens');
    await expectWholeAtEveryWidth(prompt, domain, 'in the prompt');
    await refuse(browser);

    const dashboard = await openDashboard(browser, 'sites');
    await expectWholeAtEveryWidth(dashboard, domain, 'in the list of sites');
    await dashboard.close();
    const site = await openSite(browser, `http://${host}`);
    await expectWholeAtEveryWidth(site, domain, 'on the page of the site');
    await site.close();
    await page.close();
  });
});

/** Whatever reads this as anything but text has been fooled. */
function trick(what: string): string {
  return `${what} <img src=x onerror="owned=1"><script>owned=1</script> <b>bold</b> {{7*7}} \${owned=1}`;
}

/** What the person calls the mug. */
const NAME = trick('Mug');
/** What the page calls it and its maker. Whole tags are taken out of a page's names when they are read; these stay. */
const PAGE_NAME = 'Mug <img src=x onerror=owned=1 //';
const BRAND = 'Maker <svg onload=owned=1 //';
const ASK = rightAsk({
  text: trick('We ask'),
  required: [{ collection: 'ratings', fields: ['reviewBody', 'keywords'] }, { collection: 'preferences' }],
  sharing: [trick('Our friends')],
});

const tricky: Site = (request, response) => {
  if (pathOf(request) === '/.well-known/customer.json') {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ version: '1', name: trick('A shop'), asks: [ASK] }));
    return;
  }
  const product = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: PAGE_NAME,
    brand: { '@type': 'Brand', name: BRAND },
    gtin13: '4006381333931',
  };
  const json = JSON.stringify(product).replaceAll('<', '\\u003c');
  const heading = PAGE_NAME.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  sendPage(
    response,
    `<title>${heading}</title><link rel="customer" href="/.well-known/customer.json">` +
      `<script type="application/ld+json">${json}</script><h1>${heading}</h1>`,
  );
};

describe('threat 25: markup and script in every text field', () => {
  const stage = useBrowser({ sites: { 'tricky.localhost': tricky } });

  /** From now on the page keeps what its security policy forbids. */
  async function watchPolicy(page: Page): Promise<void> {
    await page.evaluate(() => {
      const broken: string[] = [];
      Object.assign(globalThis, { broken });
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => broken.push(violatedDirective));
    });
  }

  /** Each text is shown as written, nothing of it ran, and the policy had nothing to forbid. */
  async function showsAsWritten(page: Page, ...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await sees(page, text);
    }
    const state = await page.evaluate(() => {
      const { owned, broken } = globalThis as { owned?: unknown; broken?: string[] };
      return { owned, broken };
    });
    expect(state).toEqual({ owned: undefined, broken: [] });
  }

  /** What the browser's consoles say of the policy. */
  async function policyReports(): Promise<string[]> {
    const lines = (await stage.browser.diagnose()).split('\n');
    return lines.filter((line) => /content[- ]security|trusted ?type|refused to|violat/iu.test(line));
  }

  it('is shown as written in popup, dashboard, prompt and stars, with no report of the security policy', async () => {
    const { browser } = stage;
    const page = await browser.page('http://tricky.localhost/');

    const popup = await browser.openPopup(page);
    await watchPolicy(popup);
    await showsAsWritten(popup, PAGE_NAME, BRAND, trick('A shop'), ASK.text, trick('Our friends'));
    await press(popup, 'sayso-thing >>> summary');
    await fill(popup, 'sayso-thing >>> #name', NAME);
    await popup.keyboard.press('Tab');
    await showsAsWritten(popup, NAME);
    await rate(popup, 9);
    await sees(popup, 'Saved');
    await fill(popup, 'sayso-rate >>> textarea', trick('My note'));
    await fill(popup, 'sayso-tags >>> input', '<i>tag</i>');
    await popup.keyboard.press('Enter');
    await sees(popup, 'Saved.');
    await showsAsWritten(popup, '<i>tag</i>');
    await closePopup(browser, popup);

    const dashboard = await openDashboard(browser);
    await watchPolicy(dashboard);
    await showsAsWritten(dashboard, NAME, '<i>tag</i>', BRAND);
    await press(dashboard, 'sayso-rating-row >>> a.name');
    await showsAsWritten(dashboard, NAME, trick('My note'));
    await press(dashboard, 'nav >>> a[href="#preferences"]');
    await addPreference(dashboard, { key: 'coffee', value: trick('Black'), isPrivate: false });
    await showsAsWritten(dashboard, trick('Black'));
    await press(dashboard, 'nav >>> a[href="#changes"]');
    // Cut where there is little room.
    await showsAsWritten(dashboard, NAME.slice(0, 75), trick('Black').slice(0, 60));
    await dashboard.close();

    await connect(browser, page);
    await page.bringToFront();
    await beginAsk(page, ASK);
    const prompt = await waitForPrompt(browser);
    await watchPolicy(prompt);
    await showsAsWritten(prompt, ASK.text, trick('Our friends'));
    await press(prompt, 'sayso-need >>> summary', 0);
    await press(prompt, 'sayso-need >>> summary', 1);
    await showsAsWritten(prompt, NAME, trick('My note'), '<i>tag</i>', trick('Black'));
    await allow(browser);
    expect((await settled(page)).error).toBeUndefined();

    const site = await openSite(browser, 'http://tricky.localhost');
    await watchPolicy(site);
    await showsAsWritten(site, ASK.text);
    await press(site, 'sayso-grant >>> summary');
    await showsAsWritten(site, trick('Our friends'));

    await showStars(browser, page);
    await seesStars(browser, page, PAGE_NAME, '4.5 stars');
    const made = await browser.inClosedRoots(page, (root) => root.querySelectorAll('img,script,b').length);
    expect(made).toEqual([0]);
    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);

    expect(await policyReports()).toEqual([]);
    // That a report would be heard.
    await site.bringToFront();
    await site.evaluate(() => {
      document.body.append(Object.assign(document.createElement('img'), { src: 'https://elsewhere.example/x.png' }));
    });
    await until('a report in the page', () =>
      site.evaluate(() => (globalThis as { broken?: string[] }).broken?.includes('img-src')),
    );
    await until('a report in the console', async () => (await policyReports()).length > 0);
  });
});
