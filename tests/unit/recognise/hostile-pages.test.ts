// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isItemKind, type ItemFacts } from '../../../src/domain/item.ts';
import { readIdentifier } from '../../../src/domain/identifier.ts';
import { recognise } from '../../../src/recognise/recognise.ts';
import type { Recognition } from '../../../src/recognise/recognition.ts';
import { pageOf } from '../../support/read-page.ts';

const FOLDER = 'tests/fixtures/pages/';
const PAGES = readdirSync(FOLDER).map((file) => readFileSync(FOLDER + file, 'utf8'));
const URLS = [
  'https://shop.example/p/1',
  'https://www.imdb.com/title/tt0133093/',
  '',
  'about:blank',
  'not an address',
  'http://localhost:1/x',
];

/** What holds of every answer, whatever the page. */
function expectSound(seen: Recognition): void {
  expect(seen.title.length).toBeLessThanOrEqual(300);
  expect(seen.entries.length).toBeLessThanOrEqual(2_000);
  expect(seen.page === 'detail').toBe(seen.main !== undefined);
  expect(seen.page === 'list').toBe(seen.entries.length > 0);
  for (const facts of [...(seen.main ? [seen.main] : []), ...seen.entries.map((entry) => entry.facts)]) {
    expectSoundFacts(facts);
  }
}

function expectSoundFacts({
  kind,
  name,
  creators = [],
  genres = [],
  brand = 'x',
  series = 'x',
  year = 2000,
  identifiers,
}: ItemFacts): void {
  expect(isItemKind(kind)).toBe(true);
  expect(name).toMatch(/[\p{L}\p{N}]/u);
  expect(Math.max(...[name, brand, series, ...creators, ...genres].map((text) => text.length))).toBeLessThanOrEqual(
    300,
  );
  expect(Math.max(creators.length, genres.length)).toBeLessThanOrEqual(10);
  expect(year).toBeGreaterThanOrEqual(1800);
  expect(identifiers.map(readIdentifier)).toEqual(identifiers);
}

describe('a page made to hurt', () => {
  it('never makes it throw, however a good page is broken', () => {
    const broken = fc
      .tuple(
        fc.constantFrom(...PAGES),
        fc.nat(),
        fc.nat({ max: 200 }),
        fc.oneof(fc.string(), fc.constantFrom('<', '"', '>', '\0', '</script>', '<form>', '{"', ',')),
      )
      .map(
        ([html, at, length, put]) => html.slice(0, at % html.length) + put + html.slice((at % html.length) + length),
      );
    fc.assert(
      fc.property(broken, fc.constantFrom(...URLS), (html, url) => {
        expectSound(recognise(pageOf(html), url));
      }),
      { numRuns: 150 },
    );
  });

  it('never makes it throw with JSON of any form', () => {
    const keys = fc.constantFrom(
      '@type',
      '@graph',
      '@id',
      'name',
      'offers',
      'brand',
      'gtin13',
      'itemListElement',
      'item',
      'url',
      '__proto__',
      'review',
    );
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('Product', 'Movie', 'ItemList', 'https://shop.example/p/1', '4006381333931', ''),
        fc.jsonValue(),
        fc.array(tie('value')),
        fc.dictionary(keys, tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(values, (value) => {
        const data = JSON.stringify(value).replaceAll('<', '\\u003c');
        expectSound(recognise(pageOf(`<h1>Product</h1><script type="application/ld+json">${data}</script>`), URLS[0]!));
      }),
      { numRuns: 200 },
    );
  });

  it("takes the DOM's own names away and is left alone", () => {
    const fields = [
      'properties',
      'getAttribute',
      'matches',
      'textContent',
      'querySelector',
      'parentElement',
      'localName',
      'children',
    ];
    const inputs = fields.map((name) => `<input name="${name}">`).join('');
    const html = `<h1>Lamp</h1><form itemscope itemtype="https://schema.org/Product" class="product-cart">${inputs}<span itemprop="name">Lamp</span><b itemprop="sku">1</b></form>`;
    expectSound(recognise(pageOf(html), URLS[0]!));
    const document = pageOf('<h1>Lamp</h1>');
    Object.defineProperty(document, 'querySelectorAll', { value: {} });
    expect(recognise(document, URLS[0]!)).toEqual({ page: 'none', entries: [], title: '' });
  });

  it('shows markup in names as what it is: text without tags', () => {
    const html = `<h1>Lamp</h1><script type="application/ld+json">${JSON.stringify({
      '@type': 'Product',
      name: 'Lamp &lt;img src=x onerror=alert(1)&gt; one',
      brand: '<script>alert(1)</scr' + 'ipt>',
      sku: '1',
    }).replaceAll('</', '<\\/')}</script>`;
    expect(recognise(pageOf(html), URLS[0]!).main).toMatchObject({ name: 'Lamp one', brand: 'alert(1)' });
  });

  it('is read to its end though it nests without end', () => {
    const document = pageOf('<h1>Deep</h1>');
    let at: Element = document.body;
    for (let depth = 0; depth < 400; depth += 1) {
      const child = document.createElement('div');
      child.setAttribute('itemprop', 'name');
      if (depth % 2 === 0) {
        child.setAttribute('itemscope', '');
        child.setAttribute('itemtype', 'https://schema.org/Product');
      }
      at.append(child);
      at = child;
    }
    expectSound(recognise(document, URLS[0]!));
  });

  it('names nothing longer than three hundred characters', () => {
    const long = 'word '.repeat(100_000);
    const html = `<title>${long}</title><meta property="og:title" content="${long}"><meta property="og:type" content="product"><h1>${long}</h1><div itemscope itemtype="https://schema.org/Product"><span itemprop="name">${long}</span><meta itemprop="sku" content="${long}"></div>`;
    const seen = recognise(pageOf(html), URLS[0]!);
    expectSound(seen);
    expect(seen.main?.identifiers).toEqual(['url:https://shop.example/p/1']);
  });
});
