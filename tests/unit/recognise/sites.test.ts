// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { ItemFacts } from '../../../src/domain/item.ts';
import { recognise } from '../../../src/recognise/recognise.ts';
import { SITES } from '../../../src/recognise/sites.ts';
import { readPage } from '../../support/read-page.ts';

/** One page a row, by the scheme of its site: what only the row can have found is asked for. */
const PAGES: Readonly<Record<string, readonly [fixture: string, url: string, facts: Partial<ItemFacts>]>> = {
  asin: [
    'site-amazon',
    'https://www.amazon.com/Sea-salt/dp/B00X4WHP5E/ref=sr_1_1',
    {
      kind: 'Product',
      name: 'Sea salt crackers, 6 packs',
      identifiers: expect.arrayContaining(['asin:B00X4WHP5E']) as never,
    },
  ],
  steam: [
    'site-steam',
    'https://store.steampowered.com/app/620/Gate_2/',
    { kind: 'VideoGame', name: 'Gate 2', identifiers: expect.arrayContaining(['steam:620']) as never },
  ],
  // The address is that of another edition, as the canonical link of such pages is.
  goodreads: [
    'site-goodreads',
    'https://www.goodreads.com/book/show/17380710',
    {
      kind: 'Book',
      identifiers: [
        'isbn:9780141439600',
        'goodreads:11798823',
        'url:https://www.goodreads.com/book/show/17380710',
      ] as never,
    },
  ],
  letterboxd: [
    'site-letterboxd',
    'https://letterboxd.com/film/quiet-harbour/',
    {
      kind: 'Movie',
      name: 'Quiet Harbour',
      year: 2019,
      identifiers: [
        'imdb:tt3159106',
        'tmdb:movie/223578',
        'letterboxd:quiet-harbour',
        'boxd:6DeM',
        'url:https://letterboxd.com/film/quiet-harbour/',
      ] as never,
    },
  ],
};

it('has a page for every row', () => {
  expect(Object.keys(PAGES).sort()).toEqual(Object.keys(SITES).sort());
});

describe.each(Object.entries(PAGES))('the row for %s', (_scheme, [fixture, url, facts]) => {
  it('reads its page', () => {
    const { page, main } = recognise(readPage(fixture), url);
    expect(page).toBe('detail');
    expect(main).toMatchObject(facts);
  });
});
