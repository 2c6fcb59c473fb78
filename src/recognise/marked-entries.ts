import type { ItemFacts } from '../domain/item.ts';
import { canonicalUrl } from '../domain/canonical-url.ts';
import { identifierOf } from '../domain/identifier.ts';
import { factsOfThing, nameOfThing } from './facts-of-thing.ts';
import { isMentionedKind, kindOfTypes } from './kinds.ts';
import { nameOf } from './card-title.ts';
import type { RecognisedEntry } from './recognition.ts';
import { addressesOf, type Thing } from './thing.ts';

const MAX_ENTRIES = 2000;
const LIST_ROLES =
  /^(?:itemListElement|item|itemOffered|mainEntity|hasPart|dataFeedElement|includesObject|includes|typeOfGood|offers|makesOffer|hasOfferCatalog)$/u;
/** Properties that any mention has. */
const BARE = new Set(['name', 'url', 'sameAs', 'description', '@id', 'label']);

/**
 * The things a list page marks up, one after the other; gives control back after each few.
 *
 * @param url - of the page, to complete relative addresses by
 * @param linksByPath - where each address is linked from, for things that have no element of their own
 */
export function* markedEntries(
  things: readonly Thing[],
  url: string,
  host: string,
  linksByPath: () => ReadonlyMap<string, Element>,
): Generator<undefined, readonly RecognisedEntry[]> {
  const entries: RecognisedEntry[] = [];
  const seen = new Set<string>();
  for (const [index, thing] of things.entries()) {
    if (index % 25 === 24) {
      yield;
    }
    const entry = entries.length < MAX_ENTRIES && isListed(thing) ? entryOf(thing, url, host, linksByPath) : undefined;
    const key = entry && (entry.facts.identifiers.at(-1) ?? entry.facts.name);
    if (entry && key !== undefined && !seen.has(key)) {
      seen.add(key);
      entries.push(entry);
    }
  }
  return entries;
}

/** A path without host and query: how links and data name the same page in different ways. */
export function pathKey(href: string): string {
  return href.replace(/^(?:https?:)?\/\/[^/]*/u, '').replace(/[?#].*$/u, '');
}

function isListed(thing: Thing): boolean {
  const kind = kindOfTypes(thing.types);
  if (kind === undefined || (isMentionedKind(kind) && thing.role !== 'item' && thing.role !== 'itemListElement')) {
    return false;
  }
  for (let at = thing; at.holder; at = at.holder) {
    const around = kindOfTypes(at.holder.types);
    if (
      (at.role !== undefined && !LIST_ROLES.test(at.role)) ||
      at.holder.types.includes('BreadcrumbList') ||
      (around !== undefined && !isMentionedKind(around))
    ) {
      return false;
    }
  }
  return [...thing.properties.keys()].some((name) => !BARE.has(name)) || thing.role === 'item';
}

function entryOf(
  thing: Thing,
  url: string,
  host: string,
  linksByPath: () => ReadonlyMap<string, Element>,
): RecognisedEntry | undefined {
  const kind = kindOfTypes(thing.types) ?? 'Product';
  const listItem = thing.role === 'item' ? thing.holder : undefined;
  const [href] = [...addressesOf(thing, 'url'), ...(listItem ? addressesOf(listItem, 'url') : [])];
  const address =
    href ??
    thing.element?.querySelector('a[href]')?.getAttribute('href') ??
    thing.element?.closest('a[href]')?.getAttribute('href') ??
    undefined;
  const element = thing.element
    ? titleElement(thing.element)
    : address === undefined
      ? undefined
      : linksByPath().get(pathKey(address));
  const name = nameOfThing(thing) || (listItem ? nameOfThing(listItem) : '') || (element ? nameOf(element) : '');
  if (name === '') {
    return undefined;
  }
  const facts = withAddress({ ...factsOfThing(thing, kind, host), name }, address, url);
  return { facts, ...(element && { element }) };
}

/** Adds the address a thing is linked under as its weakest identifier. */
export function withAddress(facts: ItemFacts, href: string | undefined, url: string): ItemFacts {
  const own = href === undefined ? undefined : canonicalUrl(href, URL.canParse(url) ? url : undefined);
  const identifier = own === undefined || pathKey(own) === '/' ? undefined : identifierOf('url', own);
  return identifier === undefined || facts.identifiers.includes(identifier)
    ? facts
    : { ...facts, identifiers: [...facts.identifiers, identifier] };
}

function titleElement(card: Element): Element {
  const named = card.querySelector(
    '[itemprop~="name"]:not(meta),[property$="name"]:not(meta),[property$="label"]:not(meta)',
  );
  const title = named?.closest('a,h1,h2,h3,h4,h5,h6') ?? named ?? card.querySelector('h1 a,h2 a,h3 a,h4 a,h2,h3,h4');
  return title && card.contains(title) ? title : card;
}
