import { canonicalUrl } from '../domain/canonical-url.ts';
import type { ItemKind } from '../domain/item.ts';
import { foldName } from './agreement.ts';
import { cleanName, titleParts } from './clean-name.ts';
import { attributeOf, elementsOf } from './elements.ts';
import { kindOfOpenGraph } from './kinds.ts';
import { visibleText } from './text.ts';

export interface Heading {
  readonly element: Element;
  readonly text: string;
  readonly folded: string;
}

/** What a page says of itself as a whole: its head, its address, its headings. */
export interface PageHead {
  readonly url: string;
  /** That, if it is an address that others can be relative to. */
  readonly base: string | undefined;
  /** Host and port, empty when the address is none. */
  readonly host: string;
  /** On the same host only. */
  readonly canonicalUrl: string | undefined;
  /** By small name, the first of each. */
  readonly meta: (name: string) => string;
  readonly ogKind: ItemKind | undefined;
  readonly isArticle: boolean;
  readonly headings: readonly Heading[];
  /** `og:title`, `twitter:title` and `<title>`, cleaned, those that are there. */
  readonly titles: readonly string[];
  /** The titles and their parts, without the site's own name. */
  readonly parts: readonly string[];
  /** Those, folded. */
  readonly folded: readonly string[];
}

export function readHead(document: Document, url: string): PageHead {
  const meta = readMeta(document);
  const type = meta('og:type').toLowerCase();
  const base = URL.canParse(url) ? url : undefined;
  const host = hostOf(url);
  const titles = [meta('og:title'), meta('twitter:title'), document.title].map(cleanName).filter(Boolean);
  const own = [foldName(meta('og:site_name')), foldName(host.split('.').at(-2) ?? ''), ''];
  const parts = titles
    .flatMap((title) => [title, ...titleParts(title)])
    .filter((part) => !own.includes(foldName(part)));
  return {
    url,
    base,
    host,
    canonicalUrl: readCanonical(document, base, meta('og:url')),
    meta,
    ogKind: kindOfOpenGraph(type),
    isArticle: type === 'article' || meta('article:published_time') !== '',
    headings: readHeadings(document),
    titles,
    parts,
    folded: [...new Set(parts.map(foldName))],
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

function readMeta(document: Document): (name: string) => string {
  const meta = new Map<string, string>();
  for (const element of elementsOf(document, 'meta[property],meta[name]', 300)) {
    const name = attributeOf(element, 'property', 'name').toLowerCase();
    const content = attributeOf(element, 'content');
    if (content !== '' && !meta.has(name)) {
      meta.set(name, content);
    }
  }
  return (name) => meta.get(name) ?? '';
}

function readCanonical(document: Document, base: string | undefined, ogUrl: string): string | undefined {
  const link = document.querySelector('link[rel~="canonical" i][href]');
  const href = (link ? attributeOf(link, 'href') : '') || ogUrl;
  const canonical = href === '' ? undefined : canonicalUrl(href, base);
  return canonical !== undefined && (base === undefined || hostOf(canonical) === hostOf(base)) ? canonical : undefined;
}

function readHeadings(document: Document): readonly Heading[] {
  return elementsOf(document, 'h1', 12).flatMap((element) => {
    const text = cleanName(visibleText(element));
    return text === '' ? [] : [{ element, text, folded: foldName(text) }];
  });
}
