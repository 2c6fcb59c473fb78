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

/** What is said of a page that cannot be read. */
const NOTHING: Recognition = { page: 'none', entries: [], title: '' };

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
  try {
    return yield* steps(document, url);
  } catch {
    // A form answers to the names of its fields, a document to those of its forms: a page can take the DOM's own
    // names away from us, and then has nothing to say.
    return NOTHING;
  }
}

/**
 * The things of a list in a part of a page, such as what was added to it since. Never throws.
 *
 * @param root - looked at by itself: what makes it a list may stand outside it, so marked things are given however few
 */
export function recogniseEntries(root: ParentNode, document: Document, url: string): readonly RecognisedEntry[] {
  try {
    const head = readHead(document, url);
    const marked = finish(markedEntries(root, finish(readAnnotations(root)), head));
    return marked.length > 0 ? marked : finish(cardEntries(root, head));
  } catch {
    return NOTHING.entries;
  }
}

function* steps(document: Document, url: string): Generator<undefined, Recognition> {
  const head = readHead(document, url);
  const { name: title, heading } = nameOfPage(head);
  yield;
  const things = [...readJsonLd(document), ...(yield* readAnnotations(document))];
  yield;
  const candidate = chooseMain(things, head);
  yield;
  const marked = candidate || head.isArticle ? [] : yield* markedEntries(document, things, head);
  const isMarked = marked.length >= MIN_ENTRIES;
  const named = heading?.element ?? elementNamed(document, document, foldName(title));
  const main = isMarked ? undefined : mainFacts(document, head, candidate, title, named);
  yield;
  const anchor = main && findAnchor(document, head, main.name, candidate?.thing.element);
  const listed = main || head.isArticle || isMarked ? marked : yield* cardEntries(document, head);
  const entries = main || listed.length < MIN_ENTRIES ? [] : listed;
  const page = main ? 'detail' : entries.length > 0 ? 'list' : 'none';
  return {
    ...present<Omit<Recognition, 'entries'>>({ page, main, anchor, title, canonicalUrl: head.canonicalUrl }),
    entries,
  };
}
