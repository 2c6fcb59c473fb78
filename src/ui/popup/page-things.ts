import { identifierOf } from '../../domain/identifier.ts';
import type { ItemFacts } from '../../domain/item.ts';
import type { PageFacts } from '../../platform/recognise-page.ts';

/** What there is to rate on a page: what was recognised, best first, and the page itself, always last. */
export interface PageThings {
  readonly recognised: readonly ItemFacts[];
  readonly itself: ItemFacts;
  /** What the popup shows first. */
  readonly first: ItemFacts;
}

/** A list page may hold thousands; nobody chooses among more than this in a popup. */
const MOST = 200;

/** @param url - the page's address, for a page that names no other */
export function pageThings(facts: PageFacts | undefined, url: string, title: string): PageThings {
  const recognised = distinct([...(facts?.main ? [facts.main] : []), ...(facts?.entries ?? [])]).slice(0, MOST);
  const itself = pageItself(facts, url, title);
  return { recognised, itself, first: facts?.main ?? itself };
}

/** The page as a thing of its own: its title, and its canonical address as what it is known by. */
function pageItself(facts: PageFacts | undefined, url: string, title: string): ItemFacts {
  const identifier = identifierOf('url', facts?.canonicalUrl ?? url);
  const name = [facts?.title, title, hostOf(url)].find((text) => text !== undefined && text.trim() !== '');
  return { kind: 'WebPage', name: name?.trim() ?? url, identifiers: identifier === undefined ? [] : [identifier] };
}

function distinct(things: readonly ItemFacts[]): readonly ItemFacts[] {
  const seen = new Set<string>();
  return things.filter(({ identifiers, name }) => {
    const keys = identifiers.length === 0 ? [name] : identifiers;
    const isNew = !keys.some((key) => seen.has(key));
    keys.forEach((key) => seen.add(key));
    return isNew;
  });
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined;
}
