import { canonicalUrl } from '../domain/canonical-url.ts';
import { type Identifier, identifierOf, schemeOf } from '../domain/identifier.ts';
import { factsOfUrl, identifiersOfUrl } from '../domain/identifiers-of-url.ts';
import type { ItemFacts, ItemKind } from '../domain/item.ts';
import { bridgingLinks } from './bridging-links.ts';
import type { Candidate } from './choose-main.ts';
import { factsOfThing, yearIn } from './facts-of-thing.ts';
import { addStockNumber, IdentifierSet } from './identifiers-of-thing.ts';
import { labelledNumbers } from './labelled-numbers.ts';
import type { PageHead } from './page-head.ts';
import { kindOfPath } from './page-kind.ts';
import { nameOfPage } from './page-name.ts';
import { readSite, type SiteFacts } from './read-site.ts';
import { signsOfShop } from './shop-page.ts';

/** Signs of a shop that it takes to call an unmarked page a product's. */
const ENOUGH_SIGNS = 3;
const RELEASED = /\s*\(((?:1[89]|20)\d{2})\)$/u;

/** What is known of the thing that the markup says the page is about. */
export function factsOfMain(document: Document, candidate: Candidate, head: PageHead): ItemFacts {
  const facts = factsOfThing(candidate.thing, candidate.kind, head.host, head.url);
  const kind = facts.kind === 'Product' ? (factsOfUrl(head.url)?.kind ?? facts.kind) : facts.kind;
  const { name } = nameOfPage(head);
  return completed(document, { ...facts, kind, name: nameAmong(facts.name, name) }, head);
}

/** The thing of a page without (usable) markup: a known site's, a catalogue's, one that Open Graph names, a shop's. */
export function factsOfUnmarked(
  document: Document,
  head: PageHead,
  heading: Element | undefined,
): ItemFacts | undefined {
  const site = readSite(document, head.url);
  const kind =
    site?.kind ?? factsOfUrl(head.url)?.kind ?? head.ogKind ?? kindOfPath(head) ?? shopKind(document, head, heading);
  const name = site?.name ?? nameOfPage(head).name;
  return kind === undefined || name === '' ? undefined : completed(document, { kind, name, identifiers: [] }, head);
}

function shopKind(document: Document, head: PageHead, heading: Element | undefined): ItemKind | undefined {
  return !head.isArticle && signsOfShop(document, head, heading) >= ENOUGH_SIGNS ? 'Product' : undefined;
}

function completed(document: Document, facts: ItemFacts, head: PageHead): ItemFacts {
  const site = readSite(document, head.url);
  const brand = facts.brand ?? site?.brand;
  const creators = facts.creators ?? (site?.creator === undefined ? undefined : [site.creator]);
  const identifiers = allIdentifiers(document, facts, head, site);
  const isBook = facts.kind === 'Product' && identifiers.some((identifier) => schemeOf(identifier) === 'isbn');
  const year = releasedIn(facts, head);
  return {
    ...facts,
    kind: isBook ? 'Book' : facts.kind,
    name: site?.name ?? (year === undefined ? facts.name : facts.name.replace(RELEASED, '')),
    ...(creators && { creators }),
    ...(brand !== undefined && { brand }),
    ...(year !== undefined && { year }),
    identifiers,
  };
}

/** The year that a title gives in brackets is the work's; dates in the markup may be the edition's or the page's. */
function releasedIn(facts: ItemFacts, head: PageHead): number | undefined {
  if (facts.kind === 'Product' || facts.kind === 'Recipe') {
    return undefined;
  }
  const titles = [...head.headings.map(({ text }) => text), ...head.titles];
  const bracketed = titles.map((title) => /\(((?:1[89]|20)\d{2})\)/u.exec(title)?.[1]).find(Boolean);
  return bracketed === undefined
    ? (facts.year ?? yearIn(head.meta.get('music:release_date') ?? head.meta.get('book:release_date') ?? ''))
    : Number(bracketed);
}

function allIdentifiers(
  document: Document,
  facts: ItemFacts,
  head: PageHead,
  site: SiteFacts | undefined,
): readonly Identifier[] {
  const set = new IdentifierSet();
  const own = canonicalOfThisPage(head);
  for (const identifier of [
    ...(site?.identifiers ?? []),
    ...identifiersOfUrl(head.url),
    ...facts.identifiers,
    ...labelledNumbers(document),
    ...bridgingLinks(document, head.host, facts.kind),
  ]) {
    set.add(identifier);
  }
  for (const name of ['book:isbn', 'books:isbn', 'og:isbn', 'product:isbn']) {
    set.add(identifierOf('isbn', head.meta.get(name) ?? ''));
  }
  for (const name of ['product:ean', 'product:upc', 'og:upc', 'product:gtin']) {
    set.add(identifierOf('gtin', head.meta.get(name) ?? ''));
  }
  addStockNumber(set, head.meta.get('product:retailer_item_id') ?? '', head.host);
  set.add(identifierOf('isbn', /\/(97[89]\d{10})(?!\d)/u.exec(head.url)?.[1] ?? ''));
  set.add(own === undefined ? undefined : identifierOf('url', own));
  return set.sorted();
}

/** The canonical address where it only drops a query: one that points elsewhere may name another edition. */
function canonicalOfThisPage(head: PageHead): string | undefined {
  const own = canonicalUrl(head.url);
  return own !== undefined && head.canonicalUrl !== undefined && own.startsWith(`${head.canonicalUrl}?`)
    ? head.canonicalUrl
    : own;
}

/** The page's own name for the thing where the markup's is that and a sales pitch after it. */
function nameAmong(marked: string, name: string): string {
  const isPitched =
    name.length >= 8 && marked.length > name.length * 1.5 && marked.toLowerCase().startsWith(`${name.toLowerCase()} -`);
  return marked === '' || isPitched ? name : marked;
}
