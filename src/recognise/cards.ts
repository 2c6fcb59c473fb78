import { urlIdentifier } from '../domain/identifier.ts';
import { factsOfUrl } from '../domain/identifiers-of-url.ts';
import { nameOf, titleOfCard } from './card-title.ts';
import { attributeOf, closest, elementsOf } from './elements.ts';
import type { PageHead } from './page-head.ts';
import type { RecognisedEntry } from './recognition.ts';
import { MONEY } from './shop-page.ts';

const MAX_LINKS = 6000;
const MAX_CARDS = 2000;
const MAX_CLIMB = 8;
const MIN_CARDS = 4;
const PRICE = '[class*="price" i],[data-price]';

/** What is remembered of a list while it is read. */
interface Memory {
  /** The card around each element that was climbed through. */
  readonly around: Map<Element, Element | undefined>;
  readonly read: Set<Element>;
}

/**
 * Cards that nothing marks up: links to the pages of a catalogue Sayso knows; else blocks that look alike, each with a
 * picture, a name that is a link, and a price. Gives control back after each few.
 *
 * @param most - enough to know
 */
export function* cardEntries(
  root: ParentNode,
  head: PageHead,
  most = MAX_CARDS,
): Generator<undefined, readonly RecognisedEntry[]> {
  const links = elementsOf(root, 'a[href]', MAX_LINKS);
  const memory: Memory = { around: new Map(), read: new Set() };
  for (const read of [catalogueEntry, shopEntry]) {
    const entries = new Map<string, RecognisedEntry>();
    for (const [index, link] of links.entries()) {
      if (index % 25 === 24) {
        yield;
      }
      const entry = entries.size < most ? read(link, head, memory) : undefined;
      const key = entry?.facts.identifiers[0] ?? '';
      const before = entries.get(key);
      // The same thing is often linked from its picture first and from its title after.
      if (entry && (!before || (!hasWords(before) && hasWords(entry)))) {
        entries.set(key, entry);
      }
    }
    if (entries.size >= MIN_CARDS) {
      return [...entries.values()];
    }
  }
  return [];
}

function hasWords({ element }: RecognisedEntry): boolean {
  return /\S/u.test(element?.textContent ?? '');
}

function catalogueEntry(link: Element, head: PageHead): RecognisedEntry | undefined {
  const href = attributeOf(link, 'href');
  const facts = factsOfUrl(/^(?:https?:)?\/\//iu.test(href) ? href : `https://${head.host}${href}`);
  const name = facts?.kind === undefined ? '' : nameOf(link);
  return facts?.kind === undefined || name === ''
    ? undefined
    : { facts: { kind: facts.kind, name, identifiers: [facts.identifier] }, element: link };
}

function shopEntry(link: Element, head: PageHead, memory: Memory): RecognisedEntry | undefined {
  const card = cardAround(link, memory.around);
  if (!card || memory.read.has(card)) {
    return undefined;
  }
  memory.read.add(card);
  const title = titleOfCard(card);
  const identifier = !title || /^(?:#|$)/u.test(title.href) ? undefined : urlIdentifier(title.href, head.base);
  return (
    title &&
    identifier && { facts: { kind: 'Product', name: title.name, identifiers: [identifier] }, element: title.element }
  );
}

/** The nearest block around a link that looks like at least two of its neighbours and has all that a card has. */
function cardAround(link: Element, around: Map<Element, Element | undefined>): Element | undefined {
  const passed: Element[] = [];
  let found: Element | undefined;
  let at = link;
  for (let climbed = 0; at.parentElement && climbed < MAX_CLIMB && !found; climbed += 1) {
    if (around.has(at)) {
      found = around.get(at);
      break;
    }
    passed.push(at);
    found = isOneOfMany(at) && isCard(at) ? at : undefined;
    at = at.parentElement;
  }
  for (const element of passed) {
    around.set(element, found);
  }
  return found;
}

/** Whether two of its four nearest neighbours look like it. */
function isOneOfMany(element: Element): boolean {
  const before = element.previousElementSibling;
  const after = element.nextElementSibling;
  const look = lookOf(element);
  return (
    [before, before?.previousElementSibling, after, after?.nextElementSibling].filter(
      (one) => one && one.localName === element.localName && lookOf(one) === look,
    ).length > 1
  );
}

/** The first of its classes: later ones say which it is of them. */
function lookOf(element: Element): string {
  return attributeOf(element, 'class').split(' ', 1)[0] ?? '';
}

function isCard(element: Element): boolean {
  return (
    element.querySelector('img,picture') !== null &&
    (element.querySelector(PRICE) !== null || element.textContent.slice(0, 1500).search(MONEY) !== -1) &&
    !closest(element, 'nav,footer,aside')
  );
}
