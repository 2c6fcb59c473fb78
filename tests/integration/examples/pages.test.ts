import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTS } from '../../../examples/corner-store/public/products.js';
import { FILMS } from '../../../examples/matinee/public/films.js';
import { startExamples } from '../../../examples/server.mjs';
import { gtin14 } from '../../../src/domain/gtin.ts';
import { originOf } from '../../../src/domain/origin.ts';
import { readCustomerDocument } from '../../../src/protocol/customer-document.ts';
import { get } from './get.ts';

let server: Awaited<ReturnType<typeof startExamples>>;

beforeAll(async () => {
  server = await startExamples();
});

afterAll(() => server.close());

const VENDORS = ['matinee', 'corner-store', 'second-street', 'hostile'];

/** Every page that can be reached from the front one, and the files they name, by path. */
async function crawl(vendor: string): Promise<Map<string, { status: number; type: string; body: string }>> {
  const host = `${vendor}.localhost`;
  const found = new Map<string, { status: number; type: string; body: string }>();
  const waiting = ['/'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (!found.has(path)) {
      const got = await get(server.port, path, { host });
      found.set(path, got);
      const at = path;
      waiting.push(...addressesIn(got).flatMap((address) => ownPath(address, `http://${host}${at}`)));
    }
  }
  return found;
}

function addressesIn({ type, body }: { type: string; body: string }): string[] {
  const pattern = type.startsWith('text/html')
    ? /\b(?:href|src)="([^"]+)"/gu
    : type.startsWith('text/javascript')
      ? /\bfrom '([^']+)'/gu
      : /(?!)/gu;
  return Array.from(body.matchAll(pattern), ([, address = '']) => address);
}

function ownPath(address: string, base: string): string[] {
  const url = new URL(address, base);
  return url.origin === new URL(base).origin ? [url.pathname] : [];
}

/** What a page's blocks of JSON-LD hold. */
function structuredIn(body: string): Record<string, unknown>[] {
  return Array.from(
    body.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/gu),
    ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
  );
}

describe.each(VENDORS)('%s', (vendor) => {
  it('has no link that leads nowhere', async () => {
    const found = await crawl(vendor);
    expect([...found].filter(([, { status }]) => status !== 200).map(([path]) => path)).toEqual([]);
    expect(found.size).toBeGreaterThan(5);
  });

  it('loads nothing from elsewhere', async () => {
    for (const [path, { type, body }] of await crawl(vendor)) {
      const loads = type.startsWith('text/css')
        ? body.matchAll(/url\(|@import/gu)
        : body.matchAll(/(?:src="|<link rel="(?:stylesheet|icon)" href="|import\(')(?:https?:)?\/\//gu);
      expect([path, [...loads].length]).toEqual([path, 0]);
    }
  });

  it('says what it would like, on every page and in a file that Sayso can read', async () => {
    for (const [path, { type, body }] of await crawl(vendor)) {
      if (type.startsWith('text/html')) {
        expect([path, body.includes('<link rel="customer" href="/.well-known/customer.json">')]).toEqual([path, true]);
      }
    }
    const { body } = await get(server.port, '/.well-known/customer.json', { host: `${vendor}.localhost` });
    expect(readCustomerDocument(body, originOf(`https://${vendor}.localhost`)).asks.length).toBeGreaterThan(0);
  });

  it('has a title, a language and one heading of the first rank on every page', async () => {
    for (const [path, { type, body }] of await crawl(vendor)) {
      if (type.startsWith('text/html') && path !== '/frame.html' && vendor !== 'second-street') {
        expect([
          path,
          body.match(/<h1[ >]/gu)?.length,
          /<title>[^<]+<\/title>/u.test(body),
          body.includes('lang="en"'),
        ]).toEqual([path, 1, true, true]);
      }
    }
  });
});

describe('Matinee', () => {
  it('has 60 films or more, each with an id of its own', () => {
    expect(FILMS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(FILMS.map(({ imdb }) => imdb)).size).toBe(FILMS.length);
    expect(new Set(FILMS.map(({ slug }) => slug)).size).toBe(FILMS.length);
    for (const { imdb, year, genres, directors, average } of FILMS) {
      expect(imdb).toMatch(/^tt\d{7}$/u);
      expect(year).toBeGreaterThan(1890);
      expect(genres.length * directors.length).toBeGreaterThan(0);
      expect(average).toBeGreaterThanOrEqual(1);
      expect(average).toBeLessThanOrEqual(10);
    }
  });

  it('marks up the shelf as a list of all films', async () => {
    const { body } = await get(server.port, '/', { host: 'matinee.localhost' });
    const [list] = structuredIn(body);
    expect(list).toMatchObject({ '@context': 'https://schema.org', '@type': 'ItemList', numberOfItems: FILMS.length });
    expect(list!['itemListElement']).toHaveLength(FILMS.length);
  });

  it('marks up each film with its address at IMDb and the visitors’ average', async () => {
    for (const { slug, imdb, title } of FILMS) {
      const { body } = await get(server.port, `/film/${slug}/`, { host: 'matinee.localhost' });
      expect(structuredIn(body)).toMatchObject([
        {
          '@type': 'Movie',
          name: title,
          sameAs: `https://www.imdb.com/title/${imdb}/`,
          aggregateRating: { '@type': 'AggregateRating', bestRating: 10 },
        },
      ]);
    }
  });

  it('draws each poster as its own, whatever the title', async () => {
    const drawn = new Set<string>();
    for (const { imdb } of FILMS) {
      const { body } = await get(server.port, `/posters/${imdb}.svg`, { host: 'matinee.localhost' });
      expect(body).toMatch(/^<svg [^>]*>.*<\/svg>$/su);
      expect(body).not.toMatch(/NaN|undefined|&(?!(?:amp|lt|gt|quot|#39);)/u);
      drawn.add(body);
    }
    expect(drawn.size).toBe(FILMS.length);
  });
});

describe('Corner Store', () => {
  it('marks up each product with a GTIN that is right and not a shop’s own', async () => {
    for (const { slug, gtin, name } of PRODUCTS) {
      expect([gtin, gtin14(gtin)]).toEqual([gtin, `0${gtin}`]);
      const { body } = await get(server.port, `/product/${slug}/`, { host: 'corner-store.localhost' });
      expect(structuredIn(body)).toMatchObject([
        { '@type': 'Product', name, gtin13: gtin, offers: { priceCurrency: 'EUR' } },
      ]);
    }
    expect(new Set(PRODUCTS.map(({ gtin }) => gtin)).size).toBe(PRODUCTS.length);
  });

  it('draws every product', async () => {
    for (const { gtin } of PRODUCTS) {
      const { body } = await get(server.port, `/pictures/${gtin}.svg`, { host: 'corner-store.localhost' });
      expect(body).toMatch(/<path d="M[^"]+" fill="#/u);
    }
  });
});
