import { Window } from 'happy-dom';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PRODUCTS } from '../../../examples/corner-store/public/products.js';
import { listView, thingView } from '../../../examples/second-street/public/views.js';
import { THINGS } from '../../../examples/second-street/public/things.js';
import { startExamples } from '../../../examples/server.mjs';
import { gtin14 } from '../../../src/domain/gtin.ts';
import { get } from './get.ts';

let server: Awaited<ReturnType<typeof startExamples>>;

beforeAll(async () => {
  server = await startExamples();
});

afterAll(() => server.close());

beforeEach(() => {
  vi.stubGlobal('document', new Window({ url: server.origins['second-street']! }).document);
});

function shown(view: readonly Element[]): HTMLElement {
  document.body.replaceChildren(...view);
  return document.body;
}

function property(scope: ParentNode, name: string): string | undefined {
  const element = scope.querySelector(`[itemprop="${name}"]`);
  return element?.getAttribute('content') ?? element?.getAttribute('href') ?? element?.textContent ?? undefined;
}

describe('Second Street', () => {
  it('sells things of Corner Store under other names', () => {
    const names = new Map(PRODUCTS.map(({ gtin, name }) => [gtin, name]));
    const both = THINGS.filter(({ gtin }) => names.has(gtin));
    expect(both.length).toBeGreaterThanOrEqual(12);
    expect(both.filter(({ gtin, name }) => names.get(gtin) === name)).toEqual([]);
    expect(THINGS.length).toBeGreaterThan(both.length);
  });

  it('has GTINs that are right', () => {
    for (const { gtin } of THINGS) {
      expect([gtin, gtin14(gtin)]).toEqual([gtin, `0${gtin}`]);
    }
    expect(new Set(THINGS.map(({ gtin }) => gtin)).size).toBe(THINGS.length);
  });

  it('shows the list as microdata, and every link and picture of it is there', async () => {
    const page = shown(listView(THINGS));
    const rows = [...page.querySelectorAll('[itemprop="itemListElement"][itemtype="https://schema.org/Product"]')];
    expect(rows.map((row) => property(row, 'gtin13'))).toEqual(THINGS.map(({ gtin }) => gtin));
    expect(rows.map((row) => property(row, 'name'))).toEqual(THINGS.map(({ name }) => name));
    for (const row of rows) {
      const link = property(row, 'url')!;
      const picture = row.querySelector('img')!.getAttribute('src')!;
      const host = 'second-street.localhost';
      expect(await get(server.port, link, { host })).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
      expect(await get(server.port, picture, { host })).toMatchObject({
        status: 200,
        type: 'image/svg+xml; charset=utf-8',
      });
    }
  });

  it('shows each thing as microdata, and nothing as JSON-LD', async () => {
    for (const thing of THINGS) {
      const page = shown(thingView(thing));
      expect(page.querySelectorAll('[itemtype="https://schema.org/Product"]')).toHaveLength(1);
      expect(property(page, 'name')).toBe(thing.name);
      expect(property(page.querySelector('[itemprop="brand"]')!, 'name')).toBe(thing.brand);
      expect(property(page, 'gtin13')).toBe(thing.gtin);
      expect(property(page, 'price')).toBe(thing.price.toFixed(2));
      expect(property(page, 'ratingValue')).toBe(thing.average.toFixed(1));
    }
    expect((await get(server.port, '/', { host: 'second-street.localhost' })).body).not.toContain('ld+json');
  });

  it('has no page for a thing it does not sell', async () => {
    expect((await get(server.port, '/thing/nothing', { host: 'second-street.localhost' })).status).toBe(404);
  });
});
