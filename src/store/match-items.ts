import { byStrength, type Identifier, schemeOf, strengthOf } from '../domain/identifier.ts';
import type { Item } from '../domain/item.ts';

/** Catalogues that give each thing one id: two ids there are two things, whatever else they share. */
const ONE_EACH: readonly string[] = ['imdb', 'wikidata', 'eidr', 'isan', 'tmdb'];

/** Each identifier once, strongest first. */
export function sortedIdentifiers(identifiers: readonly Identifier[]): Identifier[] {
  return [...new Set(identifiers)].sort(byStrength);
}

/**
 * The items that `identifiers` name, by the strongest of them first.
 *
 * One that only a site's own word leads to, and that has another number in a scheme known for both, is not the thing:
 * shops use one address for all sizes.
 *
 * @param known - which item each identifier names now, where one does
 */
export function matchItems(identifiers: readonly Identifier[], known: ReadonlyMap<Identifier, Item>): Item[] {
  const matches = new Map<Item['id'], Item>();
  for (const identifier of sortedIdentifiers(identifiers)) {
    const item = known.get(identifier);
    if (item && !matches.has(item.id)) {
      const isSure = strengthOf(identifier) === 'strong';
      if (isSure || !contradict(identifiers, item.identifiers, (name) => strengthOf(name) === 'strong')) {
        matches.set(item.id, item);
      }
    }
  }
  return [...matches.values()];
}

/** Whether two items can't be one, though something names both. */
export function areDistinct(one: Pick<Item, 'identifiers'>, other: Pick<Item, 'identifiers'>): boolean {
  return contradict(one.identifiers, other.identifiers, isOneEach);
}

/** The identifiers an item may take on: of a catalogue with one id for each thing, none beside the one it has. */
export function gainedIdentifiers(item: Item, identifiers: readonly Identifier[]): Identifier[] {
  const taken = new Set(item.identifiers.filter(isOneEach).map(schemeOf));
  return sortedIdentifiers(identifiers).filter((one) => {
    const isFree = !item.identifiers.includes(one) && !taken.has(schemeOf(one));
    if (isFree && isOneEach(one)) {
      taken.add(schemeOf(one));
    }
    return isFree;
  });
}

function isOneEach(identifier: Identifier): boolean {
  return ONE_EACH.includes(schemeOf(identifier));
}

/** Whether both name themselves in one scheme that counts, and never alike. */
function contradict(
  one: readonly Identifier[],
  other: readonly Identifier[],
  counts: (identifier: Identifier) => boolean,
): boolean {
  const schemes = new Set(one.filter(counts).map(schemeOf));
  return [...schemes].some((scheme) => {
    const theirs = other.filter((identifier) => schemeOf(identifier) === scheme);
    return theirs.length > 0 && !theirs.some((identifier) => one.includes(identifier));
  });
}
