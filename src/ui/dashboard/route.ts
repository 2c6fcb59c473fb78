/** The parts of the dashboard, in the order of its navigation. */
export const SECTIONS = [
  'ratings',
  'pictures',
  'import',
  'joins',
  'intentions',
  'preferences',
  'sites',
  'changes',
  'backup',
  'about',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Where in the dashboard the person is. Kept in the address, so that Back, reload and a bookmark work. */
export interface Route {
  readonly section: Section;
  /** One record of the section: an item's id under `ratings`, an origin under `sites`, a request's id or `new` under
   * `intentions`. */
  readonly record?: string;
  /** What the list is narrowed to, as a query string without its question mark; empty for nothing. */
  readonly query: string;
}

/** Reads `#section/record?query`. Anything else is the ratings: a hand-made address never ends in an empty page. */
export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/u, '');
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  const query = mark < 0 ? '' : text.slice(mark + 1);
  const slash = path.indexOf('/');
  const section = slash < 0 ? path : path.slice(0, slash);
  if (!isSection(section)) {
    return { section: 'ratings', query: '' };
  }
  const record = slash < 0 ? '' : decoded(path.slice(slash + 1));
  return record === '' ? { section, query } : { section, record, query };
}

/** The address of a place in the dashboard, from its `#` on. */
export function hashOf(section: Section, record?: string, query = ''): string {
  const path = record === undefined ? section : `${section}/${encodeURIComponent(record)}`;
  return query === '' ? `#${path}` : `#${path}?${query}`;
}

function isSection(text: string): text is Section {
  return (SECTIONS as readonly string[]).includes(text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (thrown) {
    if (thrown instanceof URIError) {
      return text; // a stray % in an address typed by hand: it names nothing, and the page says so
    }
    throw thrown;
  }
}
