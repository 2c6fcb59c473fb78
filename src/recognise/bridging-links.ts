import type { Identifier } from '../domain/identifier.ts';
import { factsOfUrl } from '../domain/identifiers-of-url.ts';
import type { ItemKind } from '../domain/item.ts';
import { attributeOf, elementsOf } from './elements.ts';
import { unrivalled } from './identifier-set.ts';

const MAX_LINKS = 5000;
const SCREEN: readonly (ItemKind | undefined)[] = ['Movie', 'TVSeries'];

/**
 * The thing's own pages at the catalogues: links to one thing of its kind there and no second.
 *
 * @param kind - of the thing. A shop's products have no page at a catalogue, and an episode's links lead to its series.
 */
export function bridgingLinks(root: ParentNode, kind: ItemKind): readonly Identifier[] {
  const identifiers: Identifier[] = [];
  for (const link of kind === 'Product' || kind === 'TVEpisode' ? [] : elementsOf(root, 'a[href*="//"]', MAX_LINKS)) {
    const facts = factsOfUrl(attributeOf(link, 'href'));
    if (facts && isSameKind(facts.kind ?? kind, kind)) {
      identifiers.push(facts.identifier);
    }
  }
  return unrivalled(identifiers);
}

function isSameKind(linked: ItemKind, kind: ItemKind): boolean {
  return linked === kind || (SCREEN.includes(linked) && SCREEN.includes(kind));
}
