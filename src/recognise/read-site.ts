import { type Identifier, identifierOf, schemeOf } from '../domain/identifier.ts';
import { factsOfUrl } from '../domain/identifiers-of-url.ts';
import type { ItemKind } from '../domain/item.ts';
import { cleanName } from './clean-name.ts';
import { attributeOf } from './elements.ts';
import { SITES, type SiteSource } from './sites.ts';
import { visibleText } from './text.ts';

const MAX_SCRIPT = 1_000_000;

/** What a catalogue's address and the row for its pages tell of the page's thing. */
export interface SiteFacts {
  readonly kind: ItemKind | undefined;
  /** Empty where nothing tells. */
  readonly name: string;
  readonly identifier: Identifier | undefined;
}

export function readSite(document: Document, url: string): SiteFacts {
  const facts = factsOfUrl(url);
  const site = facts && SITES[schemeOf(facts.identifier)];
  return {
    kind: facts?.kind,
    name: cleanName(read(document, site?.name)),
    identifier: site?.id && identifierOf(site.id[0], read(document, site.id[1])),
  };
}

function read(document: Document, source: SiteSource | undefined): string {
  const element = source && document.querySelector(source.selector);
  if (!element) {
    return '';
  }
  const isScript = element.localName === 'script';
  const text = isScript ? element.textContent.slice(0, MAX_SCRIPT) : visibleText(element);
  const word = source.attribute === undefined ? text : attributeOf(element, source.attribute);
  return source.pattern ? (source.pattern.exec(word)?.[1] ?? '') : word;
}
