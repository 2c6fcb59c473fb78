import { describe, expect, it } from 'vitest';
import type { Identifier } from '../../../../../src/domain/identifier.ts';
import { showIdentifier } from '../../../../../src/ui/dashboard/ratings/identifier-link.ts';

describe('showIdentifier', () => {
  it.each([
    ['imdb:tt0133093', 'https://www.imdb.com/title/tt0133093/'],
    ['imdb:nm0000206', 'https://www.imdb.com/name/nm0000206/'],
    ['wikidata:Q83495', 'https://www.wikidata.org/wiki/Q83495'],
    ['url:https://shop.example/a?b=c', 'https://shop.example/a?b=c'],
    ['gtin:04006381333931', undefined],
    ['url:javascript:alert(1)', undefined],
    ['url:data:text/html,x', undefined],
    ['url:not an address', undefined],
  ])('leads from %s to %s', (identifier, href) => {
    expect(showIdentifier(identifier as Identifier).href).toBe(href);
  });

  it('names scheme and value apart', () => {
    expect(showIdentifier('url:https://shop.example/' as Identifier)).toMatchObject({
      scheme: 'url',
      value: 'https://shop.example/',
    });
  });
});
