import { canonicalUrl } from '../domain/canonical-url.ts';
import { type Identifier, schemeOf, urlIdentifier } from '../domain/identifier.ts';
import { identifiersOfUrl } from '../domain/identifiers-of-url.ts';
import type { ItemFacts, ItemKind } from '../domain/item.ts';
import { bridgingLinks } from './bridging-links.ts';
import { cardEntries } from './cards.ts';
import type { Candidate } from './choose-main.ts';
import { factsOfThing, UNDATED, yearIn } from './facts-of-thing.ts';
import { finish } from './finish.ts';
import { IdentifierSet } from './identifier-set.ts';
import { labelledNumbers } from './labelled-numbers.ts';
import type { PageHead } from './page-head.ts';
import { readSite, type SiteFacts } from './read-site.ts';
import { isShopPage } from './shop-page.ts';

const RELEASED = /\s*\(((?:1[89]|20)\d{2})\)/u;

/**
 * What is known of the thing that the page is about.
 *
 * @param candidate - what the markup says it is; without, the page's address, its head or its looks must tell
 * @param name - the page's own
 * @param heading - the element that says it
 * @returns `undefined` when the page is not known to be about one thing
 */
export function mainFacts(
  document: Document,
  head: PageHead,
  candidate: Candidate | undefined,
  name: string,
  heading: Element | undefined,
): ItemFacts | undefined {
  const site = readSite(document, head.url);
  const marked = candidate && factsOfThing(candidate.thing, candidate.kind, head.host, head.url);
  const byMarkup = marked?.kind === 'Product' ? (site.kind ?? marked.kind) : marked?.kind;
  const kind = byMarkup ?? site.kind ?? head.ogKind ?? kindByLooks(document, head, heading);
  const named = site.name || marked?.name || name;
  return kind === undefined || named === ''
    ? undefined
    : completed(document, head, site, { identifiers: [], ...marked, kind, name: named });
}

function kindByLooks(document: Document, head: PageHead, heading: Element | undefined): ItemKind | undefined {
  if (head.isArticle) {
    return undefined;
  }
  const isList = (block: Element): boolean => finish(cardEntries(block, head, 4)).length > 0;
  return isShopPage(document, head, heading, isList) ? 'Product' : undefined;
}

function completed(document: Document, head: PageHead, site: SiteFacts, facts: ItemFacts): ItemFacts {
  const identifiers = allIdentifiers(document, facts, head, site);
  const isBook = facts.kind === 'Product' && identifiers.some((identifier) => schemeOf(identifier) === 'isbn');
  const year = UNDATED.includes(facts.kind) ? undefined : yearOf(facts, head);
  return {
    ...facts,
    kind: isBook ? 'Book' : facts.kind,
    name: (year !== undefined && facts.name.replace(RELEASED, '')) || facts.name,
    ...(year !== undefined && { year }),
    identifiers,
  };
}

/** The year that a title gives in brackets is the work's; dates in the markup may be the edition's or the page's. */
function yearOf(facts: ItemFacts, head: PageHead): number | undefined {
  const [bracketed] = [...head.headings.map(({ text }) => text), ...head.titles].flatMap(
    (title) => RELEASED.exec(title)?.[1] ?? [],
  );
  return bracketed === undefined ? (facts.year ?? yearIn(head.meta('music:release_date'))) : Number(bracketed);
}

function allIdentifiers(document: Document, facts: ItemFacts, head: PageHead, site: SiteFacts): readonly Identifier[] {
  const set = new IdentifierSet();
  for (const identifier of [
    site.identifier,
    ...identifiersOfUrl(head.url),
    ...facts.identifiers,
    ...labelledNumbers(document),
    ...bridgingLinks(document, facts.kind),
  ]) {
    set.add(identifier);
  }
  set.addEach('isbn', [head.meta('book:isbn'), /\/(97[89]\d{10})(?!\d)/u.exec(head.url)?.[1] ?? '']);
  set.addStockNumber(head.meta('product:retailer_item_id'), head.host);
  // A canonical address that does more than drop a query may name another edition: it is no name of this one.
  const own = canonicalUrl(head.url) ?? '';
  set.add(
    urlIdentifier(head.canonicalUrl !== undefined && own.startsWith(`${head.canonicalUrl}?`) ? head.canonicalUrl : own),
  );
  return set.sorted();
}
