/** Names longer than this are cut; nothing a person calls a thing is. */
export const MAX_NAME = 300;

const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'select', 'textarea', 'iframe']);
const HIDDEN = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader\S*|offscreen|hdn|hidden|a11y\S*)(?:$|[\s_-])/iu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Collapses blanks, drops what cannot be seen (controls, direction marks, zero-width), cuts at {@link MAX_NAME}. */
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
  let result = text;
  for (let round = 0; round < 2 && result.includes('&'); round += 1) {
    result = result.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/giu, entity);
  }
  return result;
}

function entity(whole: string): string {
  const name = whole.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) {
    return ENTITIES[name] ?? whole;
  }
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/**
 * The text of an element as its property: what machines are given before what people see.
 *
 * Reads at most 200 nodes and {@link MAX_NAME} characters or so, however large the element.
 */
export function textOfElement(element: Element): string {
  for (const attribute of ['content', 'datetime', 'href', 'src', 'data', 'value']) {
    const value = attribute === 'content' || isCarrier(element, attribute) ? element.getAttribute(attribute) : null;
    if (value !== null && value.trim() !== '') {
      return value.slice(0, 2048);
    }
  }
  return visibleText(element);
}

/** Which elements hold their property in which attribute (HTML, section 5.2.4). Links hold an address only where one is wanted. */
function isCarrier(element: Element, attribute: string): boolean {
  switch (element.localName) {
    case 'link':
      return attribute === 'href';
    case 'img':
    case 'source':
    case 'iframe':
      return attribute === 'src';
    case 'object':
      return attribute === 'data';
    case 'time':
      return attribute === 'datetime';
    case 'data':
    case 'meter':
    case 'input':
      return attribute === 'value';
    default:
      return false;
  }
}

/** What a person reads in an element, without scripts, controls and texts for machines in it. Bounded as {@link textOfElement}. */
export function visibleText(element: Element): string {
  let text = '';
  let node: Node | null = element;
  for (let count = 0; node !== null && count < 200 && text.length < MAX_NAME * 2; count += 1) {
    if (node.nodeType === 3) {
      text += (node.nodeValue ?? '').slice(0, MAX_NAME * 2);
    }
    const enter: boolean = node === element || (node.nodeType === 1 && isRead(node as Element));
    if (enter && node !== element) {
      text += ' ';
    }
    node = (enter ? node.firstChild : null) ?? after(node, element);
  }
  return tidy(text);
}

function isRead(element: Element): boolean {
  return (
    !UNREAD.has(element.localName) &&
    element.localName !== 'button' &&
    !element.hasAttribute('hidden') &&
    !HIDDEN.test((element.getAttribute('class') ?? '').slice(0, 300))
  );
}

/** The next node in document order that is not inside `node`, within `root`. */
function after(node: Node, root: Element): Node | null {
  for (let at: Node | null = node; at !== null && at !== root; at = at.parentNode) {
    if (at.nextSibling) {
      return at.nextSibling;
    }
  }
  return null;
}
