import { cardEntries } from './cards.ts';
import { isConvincing, rankCandidates } from './choose-main.ts';
import { findAnchor } from './find-anchor.ts';
import { factsOfMain, factsOfUnmarked } from './main-facts.ts';
import { markedEntries, pathKey } from './marked-entries.ts';
import { type PageHead, readHead } from './page-head.ts';
import { nameOfPage } from './page-name.ts';
import { readAnnotations } from './read-annotations.ts';
import { readJsonLd } from './read-json-ld.ts';
import type { Recognition, RecognisedEntry } from './recognition.ts';

/** Fewer things than this beside each other are no list. */
const MIN_ENTRIES = 3;
const MAX_LINKS = 6000;

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
  const { name, heading } = nameOfPage(head);
  const common = { title: name, ...(head.canonicalUrl !== undefined && { canonicalUrl: head.canonicalUrl }) };
  const things = [...readJsonLd(document)];
  yield;
  things.push(...readAnnotations(document));
  yield;
  const [best, ...others] = rankCandidates(things, head);
  yield;
  const rivals = others.filter((other) => other.kind === best?.kind).length;
  const convincing = best && isConvincing(best, head, things, rivals) ? best : undefined;
  const marked =
    convincing || head.isArticle ? [] : yield* markedEntries(things, url, head.host, linksByPath(document));
  const main = convincing
    ? factsOfMain(document, convincing, head)
    : marked.length < MIN_ENTRIES
      ? factsOfUnmarked(document, head, heading?.element)
      : undefined;
  if (main) {
    const anchor = findAnchor(document, head, main.name, convincing?.thing.element);
    return { page: 'detail', main, ...(anchor && { anchor }), entries: [], ...common };
  }
  const entries = yield* listEntries(document, head, marked);
  return { page: entries.length > 0 ? 'list' : 'none', entries, ...common };
}

/**
 * The things of a list in a part of a page, such as what was added to it since.
 *
 * @param root - looked at by itself: fewer than three things in it are given, too
 */
export function recogniseEntries(root: ParentNode, document: Document, url: string): readonly RecognisedEntry[] {
  const head = readHead(document, url);
  const marked = finish(markedEntries(readAnnotations(root), url, head.host, linksByPath(root)));
  return marked.length > 0 ? marked : finish(cardEntries(root, head));
}

function* listEntries(
  document: Document,
  head: PageHead,
  marked: readonly RecognisedEntry[],
): Generator<undefined, readonly RecognisedEntry[]> {
  const entries = marked.length >= MIN_ENTRIES || head.isArticle ? marked : yield* cardEntries(document, head);
  return entries.length >= MIN_ENTRIES ? entries : [];
}

/** Where each address is linked from, made when first asked for. A heading's link is taken before a picture's. */
function linksByPath(root: ParentNode): () => ReadonlyMap<string, Element> {
  let links: Map<string, Element> | undefined;
  return () => {
    if (links === undefined) {
      links = new Map();
      const elements = root.querySelectorAll('a[href]');
      for (let index = 0; index < Math.min(elements.length, MAX_LINKS); index += 1) {
        const element = elements[index];
        const key = pathKey(element?.getAttribute('href') ?? '');
        const before = links.get(key);
        if (
          element &&
          (before === undefined || (before.textContent.trim() === '' && element.textContent.trim() !== ''))
        ) {
          links.set(key, element);
        }
      }
    }
    return links;
  };
}

function finish<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}
