import { attributeOf } from './elements.ts';

/** Names longer than this are cut; nothing a person calls a thing is. */
const MAX_NAME = 300;
const MAX_NODES = 200;

const UNREAD = /^(?:script|style|noscript|template|svg|select|textarea|iframe|button)$/u;
const HIDDEN = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader\S*|offscreen|hdn|hidden)(?:$|[\s_-])/iu;
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

/** Collapses blanks, drops what cannot be seen (controls, direction marks, zero-width, halves of characters), cuts at 300. */
export function tidy(text: string): string {
  return text
    .slice(0, MAX_NAME * 4)
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]|[^\P{Cc}\s]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME)
    .replace(/\p{Cs}/gu, '');
}

/** Undoes entities that were escaped once more than the page needed, at most twice. */
export function unescape(text: string): string {
  const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/giu;
  return text.replace(entity, character).replace(entity, character);
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
  let text = '';
  let node: Node | null = element;
  for (let count = 0; node && count < MAX_NODES && text.length < MAX_NAME * 2; count += 1) {
    text += node.nodeType === 3 ? (node.nodeValue ?? '').slice(0, MAX_NAME * 2) : ' ';
    node = (node === element || isRead(node) ? node.firstChild : null) ?? after(node, element);
  }
  return tidy(text);
}

function isRead(node: Node): boolean {
  const element = node as Element;
  return (
    node.nodeType === 1 &&
    !UNREAD.test(element.localName) &&
    !element.hasAttribute('hidden') &&
    !HIDDEN.test(attributeOf(element, 'class'))
  );
}

/** The next node in document order that is not inside `node`, within `root`. */
function after(node: Node, root: Element): Node | null {
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
    if (at.nextSibling) {
      return at.nextSibling;
    }
  }
  return null;
}
