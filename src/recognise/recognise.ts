import { foldName } from './agreement.ts';
import { cardEntries } from './cards.ts';
import { chooseMain } from './choose-main.ts';
import { finish } from './finish.ts';
import { elementNamed, findAnchor } from './find-anchor.ts';
import { mainFacts } from './main-facts.ts';
import { markedEntries } from './marked-entries.ts';
import { readHead } from './page-head.ts';
import { nameOfPage } from './page-name.ts';
import { present } from './present.ts';
import { readAnnotations } from './read-annotations.ts';
import { readJsonLd } from './read-json-ld.ts';
import type { Recognition, RecognisedEntry } from './recognition.ts';

/** Fewer things than this beside each other are no list. */
const MIN_ENTRIES = 3;

/**
 * What a page is about. Reads the document and changes nothing, is bounded in time and memory whatever is in it, never throws.
 *
 * @param url - the address the document was loaded from
 */
export function recognise(document: Document, url: string): Recognition {
  return finish(recognition(document, url));
}

/** As {@link recognise}, in pieces: gives control back between steps, so that no piece holds up the page for long. */
export function* recognition(document: Document, url: string): Generator<undefined, Recognition> {
  const head = readHead(document, url);
  const { name: title, heading } = nameOfPage(head);
  const things = [...readJsonLd(document)];
  yield;
  things.push(...readAnnotations(document));
  yield;
  const candidate = chooseMain(things, head);
  yield;
  const marked = candidate || head.isArticle ? [] : yield* markedEntries(document, things, head);
  const named = heading?.element ?? elementNamed(document, document, foldName(title));
  const main =
    candidate || marked.length < MIN_ENTRIES ? mainFacts(document, head, candidate, title, named) : undefined;
  const anchor = main && findAnchor(document, head, main.name, candidate?.thing.element);
  yield;
  const listed = main || head.isArticle || marked.length >= MIN_ENTRIES ? marked : yield* cardEntries(document, head);
  const entries = main || listed.length < MIN_ENTRIES ? [] : listed;
  const page = main ? 'detail' : entries.length > 0 ? 'list' : 'none';
  return {
    ...present<Omit<Recognition, 'entries'>>({ page, main, anchor, title, canonicalUrl: head.canonicalUrl }),
    entries,
  };
}

/**
 * The things of a list in a part of a page, such as what was added to it since.
 *
 * @param root - looked at by itself: what makes it a list may stand outside it, so marked things are given however few
 */
export function recogniseEntries(root: ParentNode, document: Document, url: string): readonly RecognisedEntry[] {
  const head = readHead(document, url);
  const marked = finish(markedEntries(root, readAnnotations(root), head));
  return marked.length > 0 ? marked : finish(cardEntries(root, head));
}
