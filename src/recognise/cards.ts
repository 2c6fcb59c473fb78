import { identifierOf } from '../domain/identifier.ts';
import { factsOfUrl } from '../domain/identifiers-of-url.ts';
import { nameOf, titleOfCard } from './card-title.ts';
import { attributeOf, closest, elementsOf } from './elements.ts';
import { completeUrl, type PageHead } from './page-head.ts';
import type { RecognisedEntry } from './recognition.ts';
import { MONEY } from './shop-page.ts';

const MAX_LINKS = 6000;
const MAX_CARDS = 2000;
const MAX_CLIMB = 8;
const MIN_CARDS = 4;
const PRICE = '[class*="price" i],[data-price]';
const HEADINGS = 'h1,h2,h3,h4,h5,h6';

/** The card around each element that was climbed through. */
type Memory = Map<Element, Element | undefined>;

/**
 * Cards that nothing marks up: links to the pages of a catalogue Sayso knows; else blocks that look alike, each with a
 * picture, a name that is a link, and a price. Gives control back after each few.
 */
export function* cardEntries(root: ParentNode, head: PageHead): Generator<undefined, readonly RecognisedEntry[]> {
  const links = elementsOf(root, 'a[href]', MAX_LINKS);
  const memory: Memory = new Map();
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
    if (entries.size >= MIN_CARDS) {
      return [...entries.values()];
    }
  }
  return [];
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
  const card = cardAround(link, memory);
  const title = card && titleOfCard(card);
  if (!title) {
    return undefined;
  }
  const address = title.href.startsWith('#') ? '' : (completeUrl(title.href, head.url) ?? '');
  const identifier = identifierOf('url', address);
  return (
    identifier && { facts: { kind: 'Product', name: title.name, identifiers: [identifier] }, element: title.element }
  );
}

/** The nearest block around a link that looks like at least two of its neighbours and has all that a card has. */
function cardAround(link: Element, memory: Memory): Element | undefined {
  const passed: Element[] = [];
  let found: Element | undefined;
  let at = link;
  for (let climbed = 0; at.parentElement && climbed < MAX_CLIMB && !found; climbed += 1) {
    if (memory.has(at)) {
      found = memory.get(at);
      break;
    }
    passed.push(at);
    found = isOneOfMany(at) && isCard(at) ? at : undefined;
    at = at.parentElement;
  }
  for (const element of passed) {
    memory.set(element, found);
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
      (one) => one && lookOf(one) === look,
    ).length > 1
  );
}

function lookOf(element: Element): string {
  return `${element.localName}.${attributeOf(element, 'class').split(/\s/u, 1)[0] ?? ''}`;
}

function isCard(element: Element): boolean {
  return (
    element.querySelector('img,picture') !== null &&
    (element.querySelector(PRICE) !== null || element.textContent.slice(0, 1500).search(MONEY) !== -1) &&
    !closest(element, 'nav,footer,aside')
  );
}
