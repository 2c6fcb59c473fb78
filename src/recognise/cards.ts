import { schemeOf } from '../domain/identifier.ts';
import { factsOfUrl } from '../domain/identifiers-of-url.ts';
import { nameOf, titleOfCard } from './card-title.ts';
import { attributeOf, closest, elementsOf } from './elements.ts';
import { IdentifierSet } from './identifier-set.ts';
import { completeUrl, type PageHead } from './page-head.ts';
import type { RecognisedEntry } from './recognition.ts';
import { MONEY } from './shop-page.ts';

const MAX_LINKS = 6000;
const MAX_CARDS = 2000;
const MAX_CLIMB = 8;
const MIN_ALIKE = 3;
const MARK = '[class*="price" i],[class*="rating" i],[data-price]';
const NUMBERS = '[data-ean],[data-gtin],[data-asin],[data-sku],[data-product-sku]';
const HEADINGS = 'h1,h2,h3,h4,h5,h6';

/** What is remembered while cards are looked for. */
interface Memory {
  /** Children of each parent by their look. */
  readonly looks: Map<Element, Map<string, number>>;
  /** The card around each element that was climbed through. */
  readonly cards: Map<Element, Element | undefined>;
}

/**
 * Cards that nothing marks up: links to the pages of a catalogue Sayso knows; else blocks that look alike, each with a
 * picture, a name that is a link, and a price or a mark. Gives control back after each few.
 */
export function* cardEntries(root: ParentNode, head: PageHead): Generator<undefined, readonly RecognisedEntry[]> {
  const links = elementsOf(root, 'a[href]', MAX_LINKS);
  const memory: Memory = { looks: new Map(), cards: new Map() };
  for (const read of [catalogueEntry, shopEntry]) {
    const entries = new Map<string, RecognisedEntry>();
    for (const [index, link] of links.entries()) {
      if (index % 50 === 49) {
        yield;
      }
      const entry = entries.size < MAX_CARDS ? read(link, head, memory) : undefined;
      const key = entry?.facts.identifiers[0] ?? '';
      const before = entries.get(key);
      // The same thing is often linked from its picture first and from its heading after.
      if (entry && (!before || (!before.element?.closest(HEADINGS) && entry.element?.closest(HEADINGS)))) {
        entries.set(key, entry);
      }
    }
    if (entries.size >= MIN_ALIKE) {
      return [...entries.values()];
    }
  }
  return [];
}

function catalogueEntry(link: Element, head: PageHead): RecognisedEntry | undefined {
  const href = attributeOf(link, 'href');
  const facts = factsOfUrl(/^(?:https?:)?\/\//iu.test(href) ? href : `https://${head.host}${href}`);
  const name = facts?.kind === undefined || facts.kind === 'Person' ? '' : nameOf(link);
  return facts?.kind === undefined || name === '' || schemeOf(facts.identifier) === 'asin'
    ? undefined
    : { facts: { kind: facts.kind, name, identifiers: [facts.identifier] }, element: link };
}

function shopEntry(link: Element, head: PageHead, memory: Memory): RecognisedEntry | undefined {
  const card = cardAround(link, memory);
  const title = card && titleOfCard(card);
  if (!title) {
    return undefined;
  }
  const set = new IdentifierSet();
  const numbered = card.matches(NUMBERS) ? card : card.querySelector(NUMBERS);
  if (numbered) {
    set.addEach('gtin', [attributeOf(numbered, 'data-ean', 'data-gtin')]);
    set.addEach('asin', [attributeOf(numbered, 'data-asin')]);
    set.addStockNumber(attributeOf(numbered, 'data-sku', 'data-product-sku'), head.host);
  }
  set.addEach('url', title.href.startsWith('#') ? [] : [completeUrl(title.href, head.url) ?? '']);
  const identifiers = set.sorted();
  return identifiers.length === 0
    ? undefined
    : { facts: { kind: 'Product', name: title.name, identifiers }, element: title.element };
}

/** The nearest block around a link that looks like at least two of its neighbours and has all that a card has. */
function cardAround(link: Element, memory: Memory): Element | undefined {
  const passed: Element[] = [];
  let found: Element | undefined;
  let at = link;
  for (let climbed = 0; at.parentElement && climbed < MAX_CLIMB && !found; climbed += 1) {
    if (memory.cards.has(at)) {
      found = memory.cards.get(at);
      break;
    }
    passed.push(at);
    found = alike(at, at.parentElement, memory) >= MIN_ALIKE && isCard(at) ? at : undefined;
    at = at.parentElement;
  }
  for (const element of passed) {
    memory.cards.set(element, found);
  }
  return found;
}

function alike(element: Element, parent: Element, memory: Memory): number {
  let looks = memory.looks.get(parent);
  if (!looks) {
    looks = new Map();
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      looks.set(lookOf(child), (looks.get(lookOf(child)) ?? 0) + 1);
    }
    memory.looks.set(parent, looks);
  }
  return looks.get(lookOf(element)) ?? 0;
}

function lookOf(element: Element): string {
  return `${element.localName}.${attributeOf(element, 'class').split(/\s/u, 1)[0] ?? ''}`;
}

function isCard(element: Element): boolean {
  return (
    element.querySelector('img,picture') !== null &&
    (element.querySelector(MARK) !== null || element.textContent.slice(0, 1500).search(MONEY) !== -1) &&
    !closest(element, 'nav,footer,aside')
  );
}
