import { type Identifier, type Scheme, schemeOf } from '../domain/identifier.ts';
import { factsOfUrl } from '../domain/identifiers-of-url.ts';
import type { ItemKind } from '../domain/item.ts';
import { hostOf } from './page-head.ts';

const MAX_LINKS = 5000;

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
const SCREEN: readonly ItemKind[] = ['Movie', 'TVSeries'];

/**
 * The thing's own pages at other catalogues: links to one thing there and no second.
 *
 * @param kind - of the thing; a link to a page about another kind is not to the same thing
 */
export function bridgingLinks(root: ParentNode, host: string, kind: ItemKind): readonly Identifier[] {
  const found = new Map<Scheme, Set<Identifier>>();
  const links = root.querySelectorAll('a[href*="//"]');
  for (let index = 0; index < Math.min(links.length, MAX_LINKS); index += 1) {
    const href = links[index]?.getAttribute('href') ?? '';
    const facts = factsOfUrl(href);
    if (
      facts &&
      BRIDGES.includes(schemeOf(facts.identifier)) &&
      isSameKind(facts.kind, kind) &&
      hostOf(href) !== host
    ) {
      const kept = found.get(schemeOf(facts.identifier)) ?? new Set();
      found.set(schemeOf(facts.identifier), kept.add(facts.identifier));
    }
  }
  return [...found.values()].flatMap((identifiers) => (identifiers.size === 1 ? [...identifiers] : []));
}

function isSameKind(linked: ItemKind | undefined, kind: ItemKind): boolean {
  return (
    linked === kind ||
    (linked === undefined
      ? kind !== 'TVEpisode' && kind !== 'Product'
      : SCREEN.includes(linked) && SCREEN.includes(kind))
  );
}
