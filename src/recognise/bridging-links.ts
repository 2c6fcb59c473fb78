import { type Identifier, type Scheme, schemeOf } from '../domain/identifier.ts';
import { factsOfUrl } from '../domain/identifiers-of-url.ts';
import type { ItemKind } from '../domain/item.ts';
import { attributeOf, elementsOf } from './elements.ts';
import { unrivalled } from './identifier-set.ts';

/** Catalogues that other catalogues link to for the very same thing. */
const BRIDGES: readonly Scheme[] = [
  'imdb',
  'tmdb',
  'wikidata',
  'musicbrainz',
  'openlibrary',
  'boxd',
  'bgg',
  'steam',
  'discogs',
];
const SCREEN: readonly (ItemKind | undefined)[] = ['Movie', 'TVSeries'];

/**
 * The thing's own pages at other catalogues: links to one thing there and no second.
 *
 * @param kind - of the thing; a link to a page about another kind is not to the same thing
 */
export function bridgingLinks(root: ParentNode, kind: ItemKind): readonly Identifier[] {
  const facts = elementsOf(root, 'a[href*="//"]', 5000).map((link) => factsOfUrl(attributeOf(link, 'href')));
  return unrivalled(
    facts.flatMap((one) =>
      one && BRIDGES.includes(schemeOf(one.identifier)) && isSameKind(one.kind, kind) ? [one.identifier] : [],
    ),
  );
}

function isSameKind(linked: ItemKind | undefined, kind: ItemKind): boolean {
  return (
    linked === kind ||
    (linked === undefined && kind !== 'TVEpisode' && kind !== 'Product') ||
    (SCREEN.includes(linked) && SCREEN.includes(kind))
  );
}
