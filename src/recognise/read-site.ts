import { type Identifier, identifierOf } from '../domain/identifier.ts';
import type { ItemKind } from '../domain/item.ts';
import { cleanName } from './clean-name.ts';
import { attributeOf } from './elements.ts';
import { SITES, type SiteSource } from './sites.ts';
import { visibleText } from './text.ts';

const MAX_SCRIPT = 1_000_000;

/** What the row for a site found on a page of it; empty where its selectors find nothing. */
export interface SiteFacts {
  readonly kind?: ItemKind;
  readonly name: string;
  readonly brand: string;
  readonly identifiers: readonly Identifier[];
}

/** @returns facts without a kind when there is no row for the address */
export function readSite(document: Document, url: string): SiteFacts {
  const address = url.slice(0, 2048).replace(/^https?:\/\/(?:www\.|m\.)?/u, '');
  const site = SITES.find((row) => row.address.test(address));
  return {
    ...(site && { kind: site.kind }),
    name: cleanName(read(document, site?.name)),
    brand: cleanName(read(document, site?.brand)),
    identifiers: (site?.ids ?? []).flatMap(([scheme, source]) => identifierOf(scheme, read(document, source)) ?? []),
  };
}

function read(document: Document, source: SiteSource | undefined): string {
  const element = source && document.querySelector(source.selector);
  if (!element) {
    return '';
  }
  const text =
    source.attribute !== undefined
      ? attributeOf(element, source.attribute)
      : element.localName === 'script'
        ? element.textContent.slice(0, MAX_SCRIPT)
        : visibleText(element);
  return source.pattern ? (source.pattern.exec(text)?.[1] ?? '') : text;
}
