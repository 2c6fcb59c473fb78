import { urlIdentifier } from '../domain/identifier.ts';
import { identifiersOfUrl } from '../domain/identifiers-of-url.ts';
import { nameOf, titleOfCard } from './card-title.ts';
import { attributeOf, closest, elementsOf } from './elements.ts';
import { factsOfThing, nameOfThing } from './facts-of-thing.ts';
import { IdentifierSet } from './identifier-set.ts';
import { isMentionedKind } from './kinds.ts';
import type { PageHead } from './page-head.ts';
import type { RecognisedEntry } from './recognition.ts';
import { addressesOf, isHeldOnlyAs, isThing, type Thing, valuesOf } from './thing.ts';

const MAX_ENTRIES = 2000;
const MAX_LINKS = 6000;
const LIST_ROLES = /^(?:itemListElement|item|itemOffered|mainEntity|hasPart|dataFeedElement|includes\w*|typeOfGood)$/u;
/** Properties that any mention has. */
const BARE = /^(?:name|url|sameAs|description|@id|label)$/u;

/** The things a list page marks up, one after the other; gives control back after each few. */
export function* markedEntries(
  root: ParentNode,
  things: readonly Thing[],
  head: PageHead,
): Generator<undefined, readonly RecognisedEntry[]> {
  const entries = new Map<string, RecognisedEntry>();
  let links: ReadonlyMap<string, Element> | undefined;
  for (const [index, thing] of things.entries()) {
    if (index % 25 === 24) {
      yield;
    }
    if (isListed(thing) && entries.size < MAX_ENTRIES) {
      links ??= thing.element ? undefined : linksByPath(root);
      const entry = entryOf(thing, head, links);
      const key = entry?.facts.identifiers.at(-1) ?? entry?.facts.name;
      if (entry && key !== undefined && !entries.has(key)) {
        entries.set(key, entry);
      }
    }
  }
  return [...entries.values()];
}

function isListed(thing: Thing): boolean {
  const isInList = thing.role === 'item' || thing.role === 'itemListElement';
  if (thing.kind === undefined || (isMentionedKind(thing.kind) && !isInList)) {
    return false;
  }
  const isPart = !isHeldOnlyAs(thing, LIST_ROLES, ({ kind }) => kind !== undefined && !isMentionedKind(kind));
  return !isPart && (isInList || [...thing.properties.keys()].some((name) => !BARE.test(name)));
}

function entryOf(
  thing: Thing,
  head: PageHead,
  links: ReadonlyMap<string, Element> | undefined,
): RecognisedEntry | undefined {
  const card = thing.element;
  const link = card && (card.querySelector('a[href]') ?? closest(card, 'a[href]'));
  const listItem = thing.role === 'item' ? thing.holder : undefined;
  const [written = link ? attributeOf(link, 'href') : ''] = [
    ...addressesOf(thing, 'url', '@id'),
    ...(listItem ? addressesOf(listItem, 'url') : []),
  ];
  const element = card ? titleElement(thing, card) : links?.get(pathOf(written));
  const facts = factsOfThing(thing, thing.kind ?? 'Product', head.host);
  const name = facts.name || (listItem ? nameOfThing(listItem) : '') || (element ? nameOf(element) : '');
  const set = new IdentifierSet();
  const address = written === '' ? undefined : urlIdentifier(written, head.base);
  for (const identifier of [...identifiersOfUrl(address?.slice(4) ?? ''), ...facts.identifiers, address]) {
    set.add(identifier);
  }
  return name === ''
    ? undefined
    : { facts: { ...facts, name, identifiers: set.sorted() }, ...(element && { element }) };
}

/** The link or heading around or in what is marked up as the name; else what looks like a title. */
function titleElement(thing: Thing, card: Element): Element {
  const element = valuesOf(thing, 'name').find((value) => typeof value === 'object' && !isThing(value)) as
    | Element
    | undefined;
  return (
    (element && (element.querySelector('a') ?? closest(element, 'a,h1,h2,h3,h4'))) ??
    element ??
    titleOfCard(card)?.element ??
    card
  );
}

/** Where each address is linked from. A link with words is taken before a picture's. */
function linksByPath(root: ParentNode): ReadonlyMap<string, Element> {
  const links = new Map<string, Element>();
  for (const element of elementsOf(root, 'a[href]', MAX_LINKS)) {
    const key = pathOf(attributeOf(element, 'href'));
    const before = links.get(key);
    if (!before || (!/\S/u.test(before.textContent) && /\S/u.test(element.textContent))) {
      links.set(key, element);
    }
  }
  return links;
}

/** Without host and query: links and data name the same page in different ways. */
function pathOf(href: string): string {
  return href.replace(/^(?:https?:)?\/\/[^/]*|[?#].*$/gu, '');
}
