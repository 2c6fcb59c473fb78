import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/browsers/until.ts';
import { useBrowser } from '../../support/use-browser.ts';
import { closePopup, rate, sees, showStars } from '../support/actions.ts';
import { attack } from '../support/attack.ts';
import { readHeld } from '../support/held.ts';
import { pathOf, type Site, sendPage } from '../support/site.ts';
import { rateInline, seesStars, starsOn } from '../support/stars.ts';

const SHOP = 'http://shop.localhost';

/** Things that differ in nothing but their names, which are as long as each other; fewer than three are no list. */
const KNOWN = { name: 'Bread knife', slug: 'bread', gtin13: '9520000000011' };
const OTHER = { name: 'Other knife', slug: 'other', gtin13: '9520000000028' };
const THIRD = { name: 'Third knife', slug: 'third', gtin13: '9520000000035' };
const KNIVES = [KNOWN, OTHER, THIRD];

/** Which fonts the page was lent. */
const fonts: string[] = [];

/**
 * The first script of the page: everything that can watch watches from here on, and keeps what it heard of an element
 * that the page did not make. What the page makes itself is marked.
 */
function watchEverything(): void {
  const isStrange = (node: unknown): boolean =>
    node instanceof Element &&
    node !== document.documentElement &&
    !node.hasAttribute('data-own') &&
    !node.closest('head');
  const seen: string[] = [];
  const events: string[] = [];
  const isPressed = { at: [Number.NaN, Number.NaN] };
  Object.assign(window, { seen, events });

  const watched = new WeakSet<Element>();
  const sizes = new ResizeObserver((all) =>
    all.forEach(({ contentRect: { width, height } }) => seen.push(`size ${width} × ${height}`)),
  );
  const sights = new IntersectionObserver((all) =>
    all.forEach(({ isIntersecting, intersectionRatio }) => seen.push(`sight ${isIntersecting} ${intersectionRatio}`)),
  );
  const watchStrangers = (): void => {
    for (const element of document.querySelectorAll('body, body *')) {
      if (isStrange(element) && !watched.has(element)) {
        watched.add(element);
        sizes.observe(element);
        sights.observe(element);
      }
    }
  };
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      const nodes = [target, ...addedNodes, ...removedNodes];
      if (nodes.some(isStrange)) {
        seen.push(
          `${type} ${nodes
            .filter(isStrange)
            .map((node) => node.nodeName)
            .join()}`,
        );
      }
    }
    watchStrangers();
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { element?: Element; target?: Node })[]) {
        if (isStrange(entry.element ?? entry.target)) {
          seen.push(`${entry.entryType} ${entry.name}`);
        }
      }
    }).observe({ type, buffered: true });
  }

  const TYPES =
    'pointerdown pointerup pointermove pointerrawupdate pointerover pointerout mousedown mouseup mousemove mouseover ' +
    'mouseout click dblclick auxclick contextmenu touchstart touchend keydown keyup keypress input change ' +
    'beforeinput focus blur focusin focusout select selectstart dragstart wheel reset submit toggle beforetoggle';
  for (const type of TYPES.split(' ')) {
    window.addEventListener(
      type,
      (event) => {
        const { clientX, clientY } = event as MouseEvent;
        if (event.isTrusted && isStrange(event.target)) {
          events.push(`${type} at a host`);
        }
        if (event.isTrusted && clientX === isPressed.at[0] && clientY === isPressed.at[1]) {
          events.push(`${type} where it was pressed`);
        }
      },
      { capture: true },
    );
  }
  Object.assign(window, { isPressed });
}

const shop: Site = (request, response) => {
  const path = pathOf(request);
  if (path.endsWith('.woff2')) {
    fonts.push(path);
    response.statusCode = 404;
    response.end();
    return;
  }
  const product = ({ name, slug, gtin13 }: typeof KNOWN): object => ({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    gtin13,
    url: `${SHOP}/${slug}`,
  });
  const one = KNIVES.find(({ slug }) => path === `/${slug}`);
  const list = {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement: KNIVES.map((each, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: product(each),
    })),
  };
  const card = ({ name, slug }: typeof KNOWN): string =>
    `<li data-own><h2 data-own><a data-own href="/${slug}">${name}</a></h2><p data-own>A knife.</p></li>`;
  sendPage(
    response,
    `<title>Knives</title><script>(${watchEverything.toString()})()</script>
    <style>
      @font-face { font-family: Trap; src: url(/trap.woff2); }
      body { font: 16px monospace; }
      body span { font-family: Trap !important; }
    </style>
    <script type="application/ld+json">${JSON.stringify(one ? product(one) : list)}</script>
    <body data-own><main data-own>${one ? `<h1 data-own>${one.name}</h1>` : `<ul data-own>${KNIVES.map(card).join('')}</ul>`}</main>`,
  );
};

/** All that a page can find out about each host of stars without being told, in document order. Runs in the page. */
function lookAtHosts(): object[] {
  const hosts = [...document.querySelectorAll<HTMLElement>('main *:not([data-own])')];
  return hosts.map((host) => {
    const { left, top, width, height } = host.getBoundingClientRect();
    const hits = new Set<string>();
    for (let x = 1; x < width; x += 4) {
      for (const y of [1, height / 2, height - 1]) {
        const under = document.elementFromPoint(left + x, top + y);
        const caret = (
          document as { caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node } | null }
        ).caretPositionFromPoint?.(left + x, top + y)?.offsetNode;
        hits.add(under === host ? 'host' : (under?.nodeName ?? 'nothing'));
        hits.add(`caret in ${caret && (caret === host ? 'host' : host.contains(caret) ? caret.nodeName : 'the page')}`);
      }
    }
    const range = document.createRange();
    range.selectNode(host);
    const style = getComputedStyle(host);
    const states = ['hover', 'active', 'focus', 'focus-within', 'checked', 'indeterminate', 'disabled', 'defined'];
    return {
      html: host.outerHTML,
      text: [host.textContent, host.innerText, range.toString()],
      shadow: host.shadowRoot,
      nodes: [host.childNodes.length, host.attributes.length],
      own: Reflect.ownKeys(host).map(String),
      size: [width, height, host.offsetWidth, host.offsetHeight, host.scrollWidth, host.scrollHeight, host.clientWidth],
      rects: [...range.getClientRects()].map((rect) => [rect.width, rect.height]),
      hits: [...hits].sort(),
      style: [...style]
        .map((name) => `${name}: ${style.getPropertyValue(name)}`)
        .filter((line) => !/origin|inset|top|bottom/u.test(line)),
      before: getComputedStyle(host, '::before').content,
      states: states.filter((state) => host.matches(`:${state}`)),
      aria: [host.role, host.ariaLabel, host.ariaValueText, host.title],
    };
  });
}

/** Makes up every event a person could cause on each host, all over it. Runs in the page. */
function makeUpEvents(): number {
  const hosts = [...document.querySelectorAll<HTMLElement>('main *:not([data-own])')];
  for (const host of hosts) {
    const { left, top, width, height } = host.getBoundingClientRect();
    for (let x = 2; x < width; x += 8) {
      const place = { clientX: left + x, clientY: top + height / 2, bubbles: true, composed: true, cancelable: true };
      for (const target of [host, document.elementFromPoint(place.clientX, place.clientY) ?? host]) {
        for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup']) {
          target.dispatchEvent(
            new PointerEvent(type, { ...place, pointerId: 1, pointerType: 'mouse', isPrimary: true }),
          );
        }
        for (const type of ['mousedown', 'mouseup', 'click', 'dblclick']) {
          target.dispatchEvent(new MouseEvent(type, { ...place, detail: 1, button: 0 }));
        }
      }
    }
    host.click();
    host.focus();
    for (const key of ['Tab', 'ArrowRight', 'Enter', ' ', '5']) {
      for (const type of ['keydown', 'keypress', 'keyup']) {
        host.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
      }
    }
    for (const type of ['input', 'change', 'submit', 'reset', 'toggle']) {
      host.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
  }
  return hosts.length;
}

describe('threat 29: a page that shows the person’s stars', () => {
  const stage = useBrowser({ sites: { 'shop.localhost': shop, 'elsewhere.localhost': shop } });

  /** Rates a thing in the popup, at a shop where no stars are. */
  async function rateElsewhere({ slug }: typeof KNOWN, halfStars: number): Promise<void> {
    const tab = await stage.browser.page(`http://elsewhere.localhost/${slug}`);
    const popup = await stage.browser.openPopup(tab);
    await rate(popup, halfStars);
    await sees(popup, 'Saved');
    await closePopup(stage.browser, popup);
    await tab.close();
  }

  beforeAll(async () => {
    await rateElsewhere(KNOWN, 9);
    const page = await stage.browser.page(`${SHOP}/`);
    await showStars(stage.browser, page);
    await page.close();
  });

  /** What the page's own observers heard of the stars, when everything that is under way has been told. */
  function seenBy(page: Page): Promise<readonly string[]> {
    return page.evaluate(async () => {
      for (let frame = 0; frame < 4; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return [...(window as unknown as { seen: string[] }).seen];
    });
  }

  it('finds the same whatever the rating is: in the DOM, by hit tests, layout, style and selection', async () => {
    const page = await stage.browser.page(`${SHOP}/`);
    await seesStars(stage.browser, page, KNOWN.name, '4.5 stars');
    await seesStars(stage.browser, page, OTHER.name, 'Not rated yet');
    const [known, ...others] = await page.evaluate(lookAtHosts);
    expect(known).toMatchObject({ html: '<span></span>', text: ['', '', ''], shadow: null, nodes: [0, 0], own: [] });
    expect(others).toEqual([known, known]);
    for (const words of ['4.5', 'stars', 'rated', 'Bread knife: ']) {
      const isFound = await page.evaluate(
        (text) => (window as unknown as { find: (text: string) => boolean }).find(text),
        words,
      );
      expect(isFound, words).toBe(false);
    }
    const selected = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.body);
      return getSelection()?.toString();
    });
    expect(selected).not.toMatch(/star|rated/u);
    await page.close();
  });

  it('hears nothing from its own observers when a rating comes or changes', async () => {
    const page = await stage.browser.page(`${SHOP}/`);
    await seesStars(stage.browser, page, KNOWN.name, '4.5 stars');
    const before = await until('the observers to have seen the hosts', async () => {
      const seen = await seenBy(page);
      return seen.filter((one) => one.startsWith('size')).length === KNIVES.length && seen;
    });
    // The one that is rated gives as much to hear as those that are not.
    expect(before.filter((one) => one.startsWith('childList'))).toHaveLength(KNIVES.length);
    expect(new Set(before)).toEqual(new Set(['childList SPAN', 'size 96 × 24', 'sight true 1']));
    expect(before).toHaveLength(3 * KNIVES.length);

    const looked = await page.evaluate(lookAtHosts);
    await rateElsewhere(OTHER, 3);
    await page.bringToFront();
    await seesStars(stage.browser, page, OTHER.name, '1.5 stars');
    expect(await seenBy(page)).toEqual(before);
    expect(await page.evaluate(lookAtHosts)).toEqual(looked);
    await page.close();
  });

  it('is asked for no font by them', async () => {
    const page = await stage.browser.page(`${SHOP}/bread`);
    await seesStars(stage.browser, page, KNOWN.name, '4.5 stars');
    expect(fonts).toEqual([]);
    await page.evaluate(() => {
      const own = document.body.appendChild(document.createElement('span'));
      own.dataset['own'] = '';
      own.textContent = 'The trap works.';
    });
    await until('the font', () => fonts.includes('/trap.woff2'));
    await page.close();
  });

  it('makes up clicks and keys, which rate nothing; the person’s own click does, and the page hears nothing of it', async () => {
    for (const path of ['/', '/bread']) {
      const page = await stage.browser.page(`${SHOP}${path}`);
      await seesStars(stage.browser, page, KNOWN.name);
      const before = await readHeld(stage.browser);
      expect(await page.evaluate(makeUpEvents)).toBeGreaterThan(0);

      const [stars] = await starsOn(stage.browser, page);
      expect(stars?.said).toBe('');
      const halfStars = path === '/' ? 4 : 7;
      await page.evaluate(() => {
        (window as unknown as { events: string[] }).events.length = 0;
      });
      await rateInline(stage.browser, page, KNOWN.name, halfStars);
      expect(await page.evaluate(() => (window as unknown as { events: string[] }).events)).toEqual([]);

      // The person's one click is all that was kept.
      const { tables } = await readHeld(stage.browser);
      expect(tables['versions']?.length).toBe((before.tables['versions']?.length ?? 0) + 1);
      expect(tables['ratings']).toHaveLength(before.tables['ratings']?.length ?? 0);
      await page.close();
    }
  });

  it('Hostile looks into them, clicks them and speaks in their name', async () => {
    const page = await stage.browser.page('http://hostile.localhost/thing.html');
    await showStars(stage.browser, page);
    await seesStars(stage.browser, page, 'Wireless Headset');
    const before = await readHeld(stage.browser);
    expect(await attack(page, 'read-stars')).toMatchObject({ held: true, saw: [{ shadow: false, text: '' }] });
    expect(await attack(page, 'click-stars')).toMatchObject({ saw: { touched: 1 } });
    expect(await attack(page, 'post-inline-messages')).toMatchObject({ held: true });
    expect(await readHeld(stage.browser)).toEqual(before);
    await page.close();
  });
});
