import { canonicalUrl } from '../domain/canonical-url.ts';
import type { ItemKind } from '../domain/item.ts';
import { foldName } from './agreement.ts';
import { cleanName, titleParts } from './clean-name.ts';
import { kindOfOpenGraph } from './kinds.ts';
import { visibleText } from './text.ts';

/** A heading, and how it compares. */
export interface Heading {
  readonly element: Element;
  readonly text: string;
  readonly folded: string;
}

/** What a page says of itself as a whole: its head, its address, its headings. */
export interface PageHead {
  readonly url: string;
  /** Host without `www.`, empty when the address is none. */
  readonly host: string;
  /** On the same host only. */
  readonly canonicalUrl?: string;
  readonly meta: ReadonlyMap<string, string>;
  readonly ogKind?: ItemKind;
  readonly isArticle: boolean;
  readonly headings: readonly Heading[];
  /** `og:title`, `twitter:title` and `<title>`, cleaned, those that are there. */
  readonly titles: readonly string[];
  /** The titles and their parts, folded; a shop's own name is not among them. */
  readonly foldedTitles: readonly string[];
}

const MAX_META = 300;
const MAX_HEADINGS = 12;

export function readHead(document: Document, url: string): PageHead {
  const meta = readMeta(document);
  const type = (meta.get('og:type') ?? '').toLowerCase();
  const ogKind = kindOfOpenGraph(type);
  const titles = [meta.get('og:title'), meta.get('twitter:title'), document.title]
    .map((title) => cleanName(title ?? ''))
    .filter(Boolean);
  const siteName = foldName(meta.get('og:site_name') ?? '');
  const host = hostOf(url);
  const base = host.split('.').at(-2) ?? '';
  const parts = titles.flatMap((title) => [title, ...titleParts(title)]).map(foldName);
  const canonical = readCanonical(document, url, meta);
  return {
    url,
    host,
    ...(canonical !== undefined && { canonicalUrl: canonical }),
    meta,
    ...(ogKind && { ogKind }),
    isArticle: type === 'article' || type === 'blog' || meta.has('article:published_time'),
    headings: readHeadings(document),
    titles,
    foldedTitles: [...new Set(parts)].filter((part) => part !== '' && part !== siteName && part !== base),
  };
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^(?:www\d?|m|mobile)\.(?=.*\.)/u, '') : '';
}

function readMeta(document: Document): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  const elements = document.querySelectorAll('meta[property][content],meta[name][content]');
  for (let index = 0; index < Math.min(elements.length, MAX_META); index += 1) {
    const element = elements[index];
    const name = (element?.getAttribute('property') ?? element?.getAttribute('name') ?? '').trim().toLowerCase();
    const content = element?.getAttribute('content')?.trim().slice(0, 2048) ?? '';
    if (name !== '' && content !== '' && !meta.has(name)) {
      meta.set(name, content);
    }
  }
  return meta;
}

function readCanonical(document: Document, url: string, meta: ReadonlyMap<string, string>): string | undefined {
  const link = document.querySelector('link[rel~="canonical" i][href]');
  const href = (link?.getAttribute('href') ?? meta.get('og:url') ?? '').trim();
  const canonical = href === '' ? undefined : canonicalUrl(href, URL.canParse(url) ? url : undefined);
  return canonical !== undefined && [hostOf(canonical), ''].includes(hostOf(url)) ? canonical : undefined;
}

function readHeadings(document: Document): readonly Heading[] {
  const headings: Heading[] = [];
  const elements = document.querySelectorAll('h1');
  for (let index = 0; index < Math.min(elements.length, MAX_HEADINGS); index += 1) {
    const element = elements[index];
    const text = element ? cleanName(visibleText(element)) : '';
    if (element && text !== '') {
      headings.push({ element, text, folded: foldName(text) });
    }
  }
  return headings;
}
