import { type Identifier, identifierOf } from '../domain/identifier.ts';
import type { ItemKind } from '../domain/item.ts';
import { cleanName } from './clean-name.ts';
import { SITES, type Site, type SiteSource } from './sites.ts';
import { visibleText } from './text.ts';

const MAX_TEXT = 1_000_000;

/** What the row for a site found on a page of it. */
export interface SiteFacts {
  readonly kind?: ItemKind;
  readonly name?: string;
  readonly brand?: string;
  readonly creator?: string;
  readonly identifiers: readonly Identifier[];
}

/** @returns `undefined` when there is no row for the address. A row whose selectors find nothing gives no facts for them. */
export function readSite(document: Document, url: string): SiteFacts | undefined {
  const address = url.slice(0, 2048).replace(/^https?:\/\/(?:www\.|m\.)?/u, '');
  const site = SITES.find((row) => row.address.test(address));
  return site && factsOf(document, site);
}

function factsOf(document: Document, site: Site): SiteFacts {
  const name = word(document, site.name);
  const brand = word(document, site.brand);
  const creator = word(document, site.creator);
  const identifiers = (site.ids ?? []).flatMap(
    ([scheme, source]) => identifierOf(scheme, read(document, source)) ?? [],
  );
  return {
    ...(site.kind && { kind: site.kind }),
    ...(name !== '' && { name }),
    ...(brand !== '' && { brand }),
    ...(creator !== '' && { creator }),
    identifiers,
  };
}

function word(document: Document, source: SiteSource | undefined): string {
  return source === undefined ? '' : cleanName(read(document, source));
}

function read(document: Document, source: SiteSource): string {
  const element = document.querySelector(source.selector);
  const isScript = element?.localName === 'script';
  const text =
    source.attribute === undefined
      ? isScript
        ? element.textContent
        : element && visibleText(element)
      : element?.getAttribute(source.attribute);
  const bounded = (text ?? '').slice(0, MAX_TEXT).trim();
  return source.pattern === undefined ? bounded : (source.pattern.exec(bounded)?.[1] ?? '');
}
