// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/recognise/finish.ts';
import { recognise, recogniseEntries, recognition } from '../../../src/recognise/recognise.ts';
import { pageOf, readPage } from '../../support/read-page.ts';

describe('the one thing of a detail page', () => {
  it('is read from JSON-LD, with every identifier it has, strongest first', () => {
    const seen = recognise(readPage('json-ld-product'), 'https://www.shop.example/lamps/nora?utm_source=letter');
    expect(seen.page).toBe('detail');
    expect(seen.main).toEqual({
      kind: 'Product',
      name: 'Brass lamp Nora',
      brand: 'Lumen & Söhne',
      identifiers: [
        'gtin:04006381333931',
        'mpn:lumensohne/BL2210X',
        'sku:shop.example/NORA-7',
        'url:https://www.shop.example/lamps/nora',
      ],
    });
    expect(seen.anchor?.textContent).toBe('Brass lamp Nora');
    expect(seen.entries).toEqual([]);
    expect(seen.title).toBe('Brass lamp Nora');
  });

  it('is read from JSON-LD in a CDATA section, with comments, trailing commas and raw line breaks', () => {
    const { main } = recognise(readPage('json-ld-wrapped'), 'https://films.example/film/quiet-harbour');
    expect(main).toMatchObject({
      kind: 'Movie',
      name: 'The Quiet Harbour',
      creators: ['Ada Lind'],
      genres: ['Drama', 'Mystery'],
      year: 2019,
    });
  });

  it('is found in a graph, among its own tracks and the page it is on, by the more telling of its types', () => {
    const { main } = recognise(readPage('json-ld-graph'), 'https://music.example/winter-songs');
    expect(main).toMatchObject({ kind: 'MusicAlbum', name: 'Winter Songs', creators: ['The Larks'], year: 2004 });
    expect(main?.identifiers).toContain('musicbrainz:1b022e01-4da6-387b-8658-8678046e4cef');
  });

  it('is the one of many that heading, title and address agree on', () => {
    const { main } = recognise(readPage('json-ld-many-products'), 'https://outdoor.example/p/walking-boot-tarn-brown');
    expect(main?.name).toBe('Walking boot Tarn - brown');
  });

  it('has no number of one of its sizes', () => {
    const { main } = recognise(readPage('json-ld-many-products'), 'https://outdoor.example/p/walking-boot-tarn-brown');
    expect(main?.identifiers).toEqual([
      'sku:outdoor.example/TARN-BR',
      'url:https://outdoor.example/p/walking-boot-tarn-brown',
    ]);
  });

  it('is read from microdata, without the words of the shop and the numbers of what it recommends', () => {
    const { main } = recognise(readPage('microdata-product'), 'https://auction.example/itm/12');
    expect(main).toEqual({
      kind: 'Product',
      name: 'Graphite pencil set, 12 pieces',
      brand: 'Grafo',
      identifiers: ['sku:auction.example/PS-12', 'url:https://auction.example/itm/12'],
    });
  });

  it('is put together from elsewhere in the page by itemref', () => {
    const { main } = recognise(readPage('microdata-itemref'), 'https://bread.example/rye');
    expect(main).toMatchObject({ kind: 'Recipe', name: 'Rye bread with seeds', creators: ['Ida Korn'] });
  });

  it('takes the heading for its name when the markup gives none', () => {
    const { main } = recognise(readPage('microdata-unnamed-book'), 'https://press.example/books/tides');
    expect(main).toMatchObject({ kind: 'Book', name: 'Tides and Sand', year: 2016 });
    expect(main?.identifiers[0]).toBe('isbn:9780141439600');
  });

  it('is read from RDFa Lite', () => {
    const { main } = recognise(readPage('rdfa-lite-book'), 'https://library.example/moss');
    expect(main).toMatchObject({ kind: 'Book', name: 'Moss: a field guide', creators: ['Per Alm'] });
    expect(main?.identifiers[0]).toBe('isbn:9780141439600');
  });

  it('is read from the older vocabularies of RDFa', () => {
    const { main } = recognise(readPage('rdfa-data-vocabulary-movie'), 'https://reviews.example/m/paper_kites');
    expect(main).toMatchObject({ kind: 'Movie', name: 'Paper Kites', genres: ['Animation'], year: 2010 });
  });

  it('is told by Open Graph alone', () => {
    const { main } = recognise(readPage('open-graph-album'), 'https://music.example/a/1');
    expect(main).toEqual({
      kind: 'MusicAlbum',
      name: 'Slow Rivers',
      year: 2014,
      identifiers: ['gtin:04006381333931', 'url:https://music.example/a/1'],
    });
  });

  it("is told by a shop's looks, and its bar code read from the cell beside its label", () => {
    const { main } = recognise(readPage('unmarked-shop'), 'https://eshop.example/pci/adapter-m2-114768289');
    expect(main).toEqual({
      kind: 'Product',
      name: 'Adapter M.2 to PCI-E 4x, AG-77',
      identifiers: ['gtin:05901234123457', 'url:https://eshop.example/pci/adapter-m2-114768289'],
    });
  });

  it('may be what a review gives a mark to', () => {
    const { page, main } = recognise(readPage('review-of-a-game'), 'https://paper.example/dark-times-review');
    expect([page, main?.name]).toEqual(['detail', 'Through Dark Times']);
  });

  it('keeps no identifier that does not check, is blank, or is the shop’s own', () => {
    const { main } = recognise(readPage('odd-identifiers'), 'https://scarf.example/Prod/101693/');
    expect(main?.name).toBe('Scarf Ilse & friends');
    expect(main?.identifiers).toEqual(['sku:scarf.example/101693', 'url:https://scarf.example/Prod/101693/']);
  });

  it('is found by steps as at once', () => {
    const document = readPage('json-ld-product');
    expect(finish(recognition(document, 'https://shop.example/x'))).toEqual(
      recognise(document, 'https://shop.example/x'),
    );
  });
});

describe('a page with nothing to rate', () => {
  it.each([
    ['article-called-product', 'an article that calls its headline a product'],
    ['article-with-house-ads', 'an article with products of its publisher around it'],
    ['news-with-empty-product', 'a news page whose body is an empty product'],
    ['loan-that-rates-itself', 'an offer written as an article that gives itself stars'],
    ['company-home', 'a company that lists its programs by name'],
    ['plain-article', 'an article with pictures of other stories'],
  ])('is %s: %s', (name) => {
    const seen = recognise(readPage(name), `https://site.example/${name}`);
    expect(seen).toMatchObject({ page: 'none', entries: [] });
    expect(seen.main).toBeUndefined();
    expect(seen.title).not.toBe('');
  });

  it('says where it really is only when that is on the same site', () => {
    const at = (href: string): string | undefined =>
      recognise(pageOf(`<link rel="canonical" href="${href}"><title>A</title>`), 'https://site.example/a?x=1')
        .canonicalUrl;
    expect(at('/a')).toBe('https://site.example/a');
    expect(at('https://other.example/a')).toBeUndefined();
    expect(at('javascript:alert(1)')).toBeUndefined();
  });
});

describe('the entries of a list page', () => {
  function listed(name: string, url: string): readonly (readonly [string, string | undefined, string | undefined])[] {
    const { page, main, entries } = recognise(readPage(name), url);
    expect([page, main]).toEqual(['list', undefined]);
    return entries.map(({ facts, element }) => [facts.name, facts.identifiers[0], element?.textContent.trim()]);
  }

  it('are read from microdata, on a page about somebody else', () => {
    expect(listed('microdata-list', 'https://www.goodreads.com/author/show/874602')).toEqual([
      ['The Salt Road', 'goodreads:13642', 'The Salt Road'],
      ['North of Here', 'goodreads:18423', 'North of Here'],
      ['A Small Boat', 'goodreads:13651', 'A Small Boat'],
    ]);
  });

  it('are read from a JSON-LD list, beside the links to them', () => {
    expect(listed('json-ld-item-list', 'https://shop.example/kettles')).toEqual([
      ['Kettle Alba', 'gtin:04006381333931', 'Kettle Alba'],
      ['Kettle Bora', 'url:https://shop.example/kettles/bora', 'Kettle Bora'],
      ['Kettle Cala', 'url:https://shop.example/kettles/cala', 'Kettle Cala'],
    ]);
  });

  it('are read from GoodRelations, named by the good and not by its price', () => {
    expect(listed('rdfa-goodrelations-list', 'https://weather.example/site/search')).toEqual([
      ['Garden thermometer One', 'url:https://weather.example/site/one.p?id=1', 'Garden thermometer One'],
      ['Window thermometer Two', 'url:https://weather.example/site/two.p?id=2', 'Window thermometer Two'],
      ['Oven thermometer Three', 'url:https://weather.example/site/three.p?id=3', 'Oven thermometer Three'],
    ]);
  });

  it('are cards that look alike, have a picture and a price, and nothing of the menu', () => {
    expect(listed('unmarked-list', 'https://shop.example/catalogue/page-1.html')).toEqual([
      ['Lamp One with a linen shade', 'url:https://shop.example/lamps/one_1/index.html', 'Lamp One with ...'],
      ['Lamp Two', 'url:https://shop.example/lamps/two_2/index.html', 'Lamp Two'],
      ['1984', 'url:https://shop.example/lamps/three_3/index.html', '1984'],
      ['Lamp Four', 'url:https://shop.example/lamps/four_4/index.html', 'Lamp Four'],
    ]);
  });

  it("are links to a catalogue's pages, by their words and not their pictures'", () => {
    expect(listed('catalogue-links-list', 'https://blog.example/harbour-films')).toEqual([
      ['The Matrix', 'imdb:tt0133093', 'The Matrix'],
      ['Inception', 'imdb:tt1375666', 'Inception'],
      ['Pulp Fiction', 'imdb:tt0110912', 'Pulp Fiction'],
      ['The Return of the King', 'imdb:tt0167260', 'The Return of the King'],
    ]);
  });

  it('are at most two thousand', () => {
    const itemListElement = Array.from({ length: 2100 }, (_, index) => ({
      '@type': 'ListItem',
      item: { '@type': 'Product', name: `Thing ${index}`, url: `/p/${index}`, sku: `S${index}` },
    }));
    const html = `<script type="application/ld+json">${JSON.stringify({ '@type': 'ItemList', itemListElement })}</script>`;
    expect(recognise(pageOf(html), 'https://shop.example/all').entries).toHaveLength(2000);
  });

  it('are found in a part of the page that was added to it, however few', () => {
    const document = readPage('microdata-list');
    const part = document.createElement('div');
    part.innerHTML =
      '<div itemscope itemtype="http://schema.org/Book"><a itemprop="url" href="/book/show/99.Late"><b itemprop="name">Late</b></a><img itemprop="image" src="1.jpg"></div>';
    document.body.append(part);
    const entries = recogniseEntries(part, document, 'https://www.goodreads.com/author/show/874602');
    expect(entries.map(({ facts }) => facts.identifiers[0])).toEqual(['goodreads:99']);
    expect(entries[0]?.element?.textContent).toBe('Late');
  });
});
