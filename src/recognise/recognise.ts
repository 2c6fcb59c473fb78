import { canonicalUrl } from '../domain/canonical-url.ts';
import { type Identifier, identifierOf } from '../domain/identifier.ts';
import { factsOfUrl, identifiersOfUrl } from '../domain/identifiers-of-url.ts';
import type { ItemFacts, ItemKind } from '../domain/item.ts';
import { findAnchor } from './find-anchor.ts';
import { type Candidate, isConvincing, rankCandidates } from './choose-main.ts';
import { factsOfThing } from './facts-of-thing.ts';
import { addStockNumber, IdentifierSet } from './identifiers-of-thing.ts';
import { type PageHead, readHead } from './page-head.ts';
import { nameOfPage } from './page-name.ts';
import { readAnnotations } from './read-annotations.ts';
import { readJsonLd } from './read-json-ld.ts';
import type { Recognition } from './recognition.ts';

/**
 * What a page is about. Pure over the document, bounded in time and memory whatever is in it, never throws.
 *
 * @param url - the address the document was loaded from
 */
export function recognise(document: Document, url: string): Recognition {
  const head = readHead(document, url);
  const things = [...readJsonLd(document), ...readAnnotations(document)];
  const best = rankCandidates(things, head)[0];
  const title = nameOfPage(head).name;
  const common = { title, ...(head.canonicalUrl !== undefined && { canonicalUrl: head.canonicalUrl }) };
  const address = factsOfUrl(url);
  const main =
    best && isConvincing(best, head, things)
      ? mainOfThing(best, head, address?.kind)
      : mainOfHead(head, address?.kind ?? head.ogKind);
  if (main) {
    const anchor = findAnchor(document, head, main.name, best?.thing.element);
    return { page: 'detail', main, ...(anchor && { anchor }), entries: [], ...common };
  }
  return { page: 'none', entries: [], ...common };
}

function mainOfThing(candidate: Candidate, head: PageHead, addressKind: ItemKind | undefined): ItemFacts {
  const facts = factsOfThing(candidate.thing, candidate.kind, head.host);
  const kind = facts.kind === 'Product' ? (addressKind ?? facts.kind) : facts.kind;
  return { ...facts, kind, name: facts.name || nameOfPage(head).name, identifiers: completed(facts.identifiers, head) };
}

function mainOfHead(head: PageHead, kind: ItemKind | undefined): ItemFacts | undefined {
  const { name } = nameOfPage(head);
  return kind === undefined || name === '' ? undefined : { kind, name, identifiers: completed([], head) };
}

function completed(identifiers: readonly Identifier[], head: PageHead): readonly Identifier[] {
  const set = new IdentifierSet();
  for (const identifier of [...identifiersOfUrl(head.url), ...identifiers]) {
    set.add(identifier);
  }
  const number = head.meta.get('product:retailer_item_id');
  if (number !== undefined) {
    addStockNumber(set, number, head.host);
  }
  const own = canonicalUrl(head.url);
  set.add(own === undefined ? undefined : identifierOf('url', own));
  return set.sorted();
}
