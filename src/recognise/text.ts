import { attributeOf } from './elements.ts';

/** Names longer than this are cut; nothing a person calls a thing is. */
const MAX_NAME = 300;
const MAX_NODES = 200;

const UNREAD = /^(?:script|style|noscript|template|svg|select|textarea|iframe|button)$/u;
const HIDDEN = /sr-only|visually-?hidden|screen-?reader|offscreen|(?:^|[\s-])hdn/iu;
/** Most texts: nothing to tidy. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/u;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The attribute in which an element holds its property (HTML, section 5.2.4). */
const CARRIER: Readonly<Record<string, string>> = {
  link: 'href',
  img: 'src',
  time: 'datetime',
  data: 'value',
  meter: 'value',
  input: 'value',
};

/** Collapses blanks, drops what cannot be seen (controls, direction marks, icons, halves of characters), cuts at 300. */
export function tidy(text: string): string {
  if (text.length <= MAX_NAME && PLAIN.test(text)) {
    return text;
  }
  return (
    text
      .slice(0, MAX_NAME * 4)
      .replace(/\s+/gu, ' ')
      .slice(0, MAX_NAME)
      // The joiners are letters' business in Persian and Hindi, and in emoji.
      .replace(/[^\P{C}\u200C\u200D]/gu, '')
      // What was dropped may have stood between two blanks.
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/** Undoes entities that were escaped once more than the page needed, at most twice. */
export function unescape(text: string): string {
  const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/giu;
  return text.includes('&') ? text.replace(entity, character).replace(entity, character) : text;
}

function character(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) {
    return ENTITIES[name] ?? entity;
  }
  const code = Number(name.replace('#x', '0x').replace('#', ''));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/**
 * The text of an element as its property: what machines are given before what people see.
 *
 * Reads at most 200 nodes and some 600 characters, however large the element.
 */
export function textOfElement(element: Element): string {
  return attributeOf(element, 'content', CARRIER[element.localName] ?? 'content') || visibleText(element);
}

/** What a person reads in an element, without scripts, controls and texts for machines in it. Bounded as {@link textOfElement}. */
export function visibleText(element: Element): string {
  if (!element.firstElementChild) {
    return tidy(element.textContent);
  }
  // Elements and text, 2 for 'neither it nor what is in it', 1 for 'this one': NodeFilter's numbers, which not every realm has.
  const walker = element.ownerDocument.createTreeWalker(element, 5, (node) => (isUnread(node) ? 2 : 1));
  let text = '';
  for (let count = 0; count < MAX_NODES && text.length < MAX_NAME * 4; count += 1) {
    const node = walker.nextNode();
    if (!node) {
      break;
    }
    text += node.nodeValue?.slice(0, MAX_NAME * 4) ?? ' ';
  }
  return tidy(text);
}

function isUnread(node: Node): boolean {
  const element = node as Element;
  return (
    node.nodeType === 1 &&
    (UNREAD.test(element.localName) || element.hasAttribute('hidden') || HIDDEN.test(attributeOf(element, 'class')))
  );
}
