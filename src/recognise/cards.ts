import { identifierOf } from '../domain/identifier.ts';
import { factsOfUrl } from '../domain/identifiers-of-url.ts';
import type { ItemFacts } from '../domain/item.ts';
import { canonicalUrl } from '../domain/canonical-url.ts';
import { type CardTitle, titleOfCard } from './card-title.ts';
import { addStockNumber, IdentifierSet } from './identifiers-of-thing.ts';
import type { PageHead } from './page-head.ts';
import type { RecognisedEntry } from './recognition.ts';

const MAX_LINKS = 6000;
const MAX_CARDS = 2000;
const MAX_CLIMB = 8;
const MIN_ALIKE = 3;
const MONEY = /[$€£¥₹₩₽₺฿₫]|\b(?:EUR|USD|GBP|CHF|kr|Kč|zł|Ft|лв|грн|руб|тг)(?![\p{L}])|[円元원]/u;
const MARK = '[class*="price" i],[class*="rating" i],[class*="stars" i],[data-price],[itemprop="price"]';
const HEADING = 'h1,h2,h3,h4,h5,h6';
const NUMBERS = '[data-ean],[data-gtin],[data-asin],[data-sku],[data-product-sku]';

/** What is remembered of elements while cards are looked for. */
interface Memory {
  /** Children of each parent by their look. */
  readonly looks: Map<Element, Map<string, number>>;
  /** Elements already asked whether they are cards. */
  readonly cards: Map<Element, boolean>;
}

/**
 * Cards that nothing marks up: blocks that look alike, each with a picture, a name that is a link, and a price or a mark;
 * or links to the pages of a catalogue Sayso knows. Gives control back after each few.
 */
export function* cardEntries(root: ParentNode, head: PageHead): Generator<undefined, readonly RecognisedEntry[]> {
  const memory: Memory = { looks: new Map(), cards: new Map() };
  const entries = new Map<string, RecognisedEntry>();
  const isCatalogue = factsOfUrl(head.url) === undefined;
  const links = root.querySelectorAll('a[href]');
  for (let index = 0; index < Math.min(links.length, MAX_LINKS) && entries.size < MAX_CARDS; index += 1) {
    if (index % 50 === 49) {
      yield;
    }
    const link = links[index];
    const entry = link && ((isCatalogue ? catalogueEntry(link, head) : undefined) ?? shopEntry(link, memory, head));
    const key = entry?.facts.identifiers[0];
    const before = key === undefined ? undefined : entries.get(key);
    if (entry && key !== undefined && (before === undefined || isNestedHeading(entry, before))) {
      entries.set(key, entry);
    }
  }
  return [...entries.values()];
}

/** The same thing is often linked from its picture first and from its heading after. */
function isNestedHeading(entry: RecognisedEntry, before: RecognisedEntry): boolean {
  return Boolean(entry.element?.closest(HEADING)) && !before.element?.closest(HEADING);
}

function catalogueEntry(link: Element, head: PageHead): RecognisedEntry | undefined {
  const href = link.getAttribute('href') ?? '';
  const facts = href.length > 5 && !href.startsWith('#') ? factsOfUrl(absolute(href, head.url)) : undefined;
  const title = facts?.kind === undefined ? undefined : titleOfCard(link);
  return facts?.kind === undefined || title === undefined
    ? undefined
    : { facts: { kind: facts.kind, name: title.name, identifiers: [facts.identifier] }, element: link };
}

function shopEntry(link: Element, memory: Memory, head: PageHead): RecognisedEntry | undefined {
  const card = cardAround(link, memory);
  const title = card && titleOfCard(card);
  const facts = title && factsOfCard(card, title, head);
  return facts && { facts, element: title.element };
}

function factsOfCard(card: Element, title: CardTitle, head: PageHead): ItemFacts | undefined {
  const set = new IdentifierSet();
  const numbered = card.matches(NUMBERS) ? card : card.querySelector(NUMBERS);
  set.add(identifierOf('gtin', numbered?.getAttribute('data-ean') ?? numbered?.getAttribute('data-gtin') ?? ''));
  set.add(identifierOf('asin', numbered?.getAttribute('data-asin') ?? ''));
  addStockNumber(
    set,
    numbered?.getAttribute('data-sku') ?? numbered?.getAttribute('data-product-sku') ?? '',
    head.host,
  );
  const own =
    title.href === undefined || /^(?:#|javascript:)/iu.test(title.href) ? undefined : absolute(title.href, head.url);
  set.add(own === undefined ? undefined : identifierOf('url', own));
  const identifiers = set.sorted();
  return identifiers.length === 0 ? undefined : { kind: 'Product', name: title.name, identifiers };
}

/** The nearest block around a link that looks like at least two of its neighbours and has all that a card has. */
function cardAround(link: Element, memory: Memory): Element | undefined {
  let at = link;
  for (let climbed = 0; at.parentElement && climbed < MAX_CLIMB; climbed += 1) {
    if (alike(at, at.parentElement, memory) >= MIN_ALIKE && isCard(at, memory)) {
      return at;
    }
    at = at.parentElement;
  }
  return undefined;
}

function alike(element: Element, parent: Element, memory: Memory): number {
  let looks = memory.looks.get(parent);
  if (looks === undefined) {
    looks = new Map();
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      looks.set(lookOf(child), (looks.get(lookOf(child)) ?? 0) + 1);
    }
    memory.looks.set(parent, looks);
  }
  return looks.get(lookOf(element)) ?? 0;
}

function lookOf(element: Element): string {
  return `${element.localName}.${element.classList[0] ?? ''}`;
}

function isCard(element: Element, memory: Memory): boolean {
  const known = memory.cards.get(element);
  if (known !== undefined) {
    return known;
  }
  const hasPicture = element.querySelector('img,picture,[style*="background"]') !== null;
  const isOne =
    hasPicture &&
    element.closest('nav,footer,aside') === null &&
    (element.querySelector(MARK) !== null || MONEY.test(element.textContent.slice(0, 1500)));
  memory.cards.set(element, isOne);
  return isOne;
}

function absolute(href: string, url: string): string {
  return canonicalUrl(href, URL.canParse(url) ? url : undefined) ?? '';
}
