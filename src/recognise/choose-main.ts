import { canonicalUrl } from '../domain/canonical-url.ts';
import type { ItemKind } from '../domain/item.ts';
import { agreement, foldName } from './agreement.ts';
import { closest } from './elements.ts';
import { nameOfThing } from './facts-of-thing.ts';
import { GTIN } from './identifiers-of-thing.ts';
import { isMentionedKind } from './kinds.ts';
import type { PageHead } from './page-head.ts';
import { addressesOf, hasAny, isHeldOnlyAs, type Thing, thingsOf } from './thing.ts';

/** A thing that the page may be about. */
export interface Candidate {
  readonly thing: Thing;
  readonly kind: ItemKind;
  /** Empty when the markup does not name it. */
  readonly name: string;
  readonly score: number;
  /** 0 to 1: how much its name agrees with the page's headings and titles. */
  readonly agreement: number;
  /** It gives the page's own address as its. */
  readonly isAtAddress: boolean;
}

const MAX_CANDIDATES = 40;

/** Roles in which a thing is still what the page is about. Whatever else something is *of* a thing, it is beside it. */
const MAIN_ROLES =
  /^(?:mainEntity\w*|itemReviewed|dataFeedElement|itemOffered|includes\w*|typeOfGood|hasItem|about|item)$/u;
const ARTICLE = /(?:Article|BlogPosting|Blog|Report|QAPage|FAQPage)(?: |$)/u;

/** The thing that the page is most likely about, if it may be shown as that: named by the page, and more than a mention. */
export function chooseMain(things: readonly Thing[], head: PageHead): Candidate | undefined {
  const candidates: Candidate[] = [];
  for (const thing of things) {
    const { kind } = thing;
    if (kind && candidates.length < MAX_CANDIDATES && !isBeside(thing)) {
      candidates.push(candidateOf(thing, kind, head, candidates.length));
    }
  }
  const [best, ...others] = candidates.sort((left, right) => right.score - left.score);
  const rivals = others.filter((other) => other.kind === best?.kind).length;
  return best && isConvincing(best, head, things, rivals) ? best : undefined;
}

/** @param rivals - how many other things of its kind the page has */
function isConvincing(
  { thing, kind, name, agreement, isAtAddress }: Candidate,
  head: PageHead,
  things: readonly Thing[],
  rivals: number,
): boolean {
  const isMentioned = isMentionedKind(kind) && kind !== head.ogKind;
  const isGoods = kind === 'Product' || kind === 'SoftwareApplication' || isMentioned;
  const inArticle = head.isArticle || things.some((other) => ARTICLE.test(other.types.join(' ')));
  if (
    (isMentioned && agreement < 0.9) ||
    (isGoods && inArticle && !hasHardEvidence(thing)) ||
    ((isGoods || name === '') && !hasEvidence(thing) && head.ogKind === undefined)
  ) {
    return false;
  }
  // Among several of a kind, holding a word of the title is not enough: that is how a list's own entries look.
  return name === '' || agreement >= (rivals >= 2 ? 0.8 : 0.5) || isAtAddress;
}

function candidateOf(thing: Thing, kind: ItemKind, head: PageHead, index: number): Candidate {
  const name = nameOfThing(thing);
  const folded = foldName(name);
  const agreed = Math.max(
    0,
    ...[...head.headings.map((heading) => heading.folded), ...head.folded].map((part) => agreement(folded, part)),
  );
  const byAddress = addressScore(thing, head);
  const score =
    3 * agreed +
    byAddress -
    index / MAX_CANDIDATES +
    (hasHardEvidence(thing) ? 1.5 : hasEvidence(thing) ? 0.5 : 0) +
    (kind === head.ogKind ? 1 : 0) -
    (isMentionedKind(kind) ? 2 : 0) -
    (thing.element && closest(thing.element, 'aside,footer,nav,[role="complementary"],[role="dialog"],[hidden]')
      ? 2
      : 0);
  return { thing, kind, name, score, agreement: agreed, isAtAddress: byAddress > 0 };
}

function addressScore(thing: Thing, head: PageHead): number {
  const [address] = [thing, ...thingsOf(thing, 'offers').slice(0, 1)].flatMap((one) =>
    addressesOf(one, 'url', 'mainEntityOfPage'),
  );
  const own = canonicalUrl(address ?? '', head.base);
  if (address === undefined || own === undefined) {
    return 0;
  }
  return [head.url, head.canonicalUrl ?? ''].some((url) => pathOf(url) === pathOf(own)) ? 1.5 : -0.5;
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]*|[?#].*$|\/$/gu, '');
}

/** Something to buy, to name it by, or somebody's judgement of it. */
function hasEvidence(thing: Thing): boolean {
  return hasHardEvidence(thing) || hasAny(thing, 'aggregateRating', 'review', 'reviews', 'brand', 'hasReview');
}

/** What articles that call themselves products do not have: an offer, a number, a review that gives a mark. */
function hasHardEvidence(thing: Thing): boolean {
  return (
    hasAny(thing, 'offers', 'hasPriceSpecification', ...GTIN, 'isbn', 'sku', 'mpn', 'productID', 'model') ||
    thingsOf(thing, 'review').some((review) => hasAny(review, 'reviewRating') && hasAny(review, 'author'))
  );
}

/** A part, a recommendation, a seller: not what the page is about. */
function isBeside(thing: Thing): boolean {
  return !isHeldOnlyAs(thing, MAIN_ROLES, (holder, role) => {
    const kind = role === undefined ? holder.kind : undefined;
    return ARTICLE.test(holder.types.join(' ')) || (kind !== undefined && !isMentionedKind(kind));
  });
}
