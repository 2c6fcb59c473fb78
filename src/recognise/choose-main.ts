import { canonicalUrl } from '../domain/canonical-url.ts';
import type { ItemKind } from '../domain/item.ts';
import { agreement, foldName } from './agreement.ts';
import { nameOfThing } from './facts-of-thing.ts';
import { isMentionedKind, kindOfTypes } from './kinds.ts';
import type { PageHead } from './page-head.ts';
import { addressesOf, type Thing, textsOf, thingsOf } from './thing.ts';

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

const MAX_CANDIDATES = 150;

/** Roles in which a thing is still what the page is about. Whatever else something is *of* a thing, it is beside it. */
const MAIN_ROLES =
  /^(?:mainEntity|mainEntityOfPage|itemReviewed|dataFeedElement|itemOffered|includesObject|includes|typeOfGood|hasItem|about|item|mainContentOfPage)$/u;
const ARTICLE = /(?:Article|BlogPosting|Blog|LiveBlogPosting|Report|QAPage|FAQPage|HowTo)$/u;
const IDENTIFYING = ['gtin13', 'gtin', 'gtin14', 'gtin12', 'gtin8', 'isbn', 'sku', 'mpn', 'productID', 'model', 'ean'];

/** Every thing of a kind that can be rated, best first. Whether the best is good enough is {@link isConvincing}'s question. */
export function rankCandidates(things: readonly Thing[], head: PageHead): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const thing of things) {
    const kind = kindOfTypes(thing.types);
    if (kind && candidates.length < MAX_CANDIDATES && !isBeside(thing)) {
      candidates.push(candidateOf(thing, kind, head, candidates.length));
    }
  }
  return candidates.sort((left, right) => right.score - left.score);
}

/**
 * Whether a candidate may be shown as what the page is about: named by the page, and more than a mention.
 *
 * @param rivals - how many other things of its kind the page has
 */
export function isConvincing(candidate: Candidate, head: PageHead, things: readonly Thing[], rivals: number): boolean {
  const { thing, kind } = candidate;
  if (isMentionedKind(kind) && kind !== head.ogKind && !(candidate.agreement >= 0.9 && hasEvidence(thing))) {
    return false;
  }
  const isGoods = kind === 'Product' || kind === 'SoftwareApplication' || isMentionedKind(kind);
  const inArticle =
    isGoods && (head.isArticle || things.some((other) => other.types.some((type) => ARTICLE.test(type))));
  if (inArticle && !hasHardEvidence(thing)) {
    return false;
  }
  if (isGoods && !hasEvidence(thing) && head.ogKind === undefined) {
    return false;
  }
  if (candidate.name === '') {
    return hasEvidence(thing);
  }
  // Among several of a kind, holding a word of the title is not enough: that is how a list's own entries look.
  return candidate.agreement >= (rivals >= 2 ? 0.8 : 0.5) || candidate.isAtAddress;
}

function candidateOf(thing: Thing, kind: ItemKind, head: PageHead, index: number): Candidate {
  const name = nameOfThing(thing);
  const agreed = agreementWithHead(foldName(name), head);
  let score = 3 * agreed - index / MAX_CANDIDATES;
  score += thing.holder === undefined || thing.role !== undefined ? 0.5 : 0;
  const byAddress = addressScore(thing, head);
  score += byAddress;
  score += hasHardEvidence(thing) ? 1 : 0;
  score += hasEvidence(thing) ? 0.5 : 0;
  score += kind === head.ogKind ? 1 : 0;
  score -= isMentionedKind(kind) ? 2 : 0;
  score -= isAside(thing) ? 2 : 0;
  return { thing, kind, name, score, agreement: agreed, isAtAddress: byAddress > 0 };
}

/** 0 to 1: how much a folded name agrees with what the page is headed. */
export function agreementWithHead(folded: string, head: PageHead): number {
  let best = 0;
  for (const heading of head.headings) {
    best = Math.max(best, agreement(folded, heading.folded));
  }
  for (const title of head.foldedTitles) {
    best = Math.max(best, agreement(folded, title));
  }
  return best;
}

function addressScore(thing: Thing, head: PageHead): number {
  const [address] = [
    ...addressesOf(thing, 'url', 'mainEntityOfPage'),
    ...offersOf(thing).flatMap((offer) => addressesOf(offer, 'url')),
  ];
  const own = address === undefined || !URL.canParse(head.url) ? undefined : canonicalUrl(address, head.url);
  if (own === undefined) {
    return 0;
  }
  const path = pathOf(own);
  return path === pathOf(head.url) || (head.canonicalUrl !== undefined && path === pathOf(head.canonicalUrl))
    ? 1.5
    : -0.5;
}

function offersOf(thing: Thing): readonly Thing[] {
  return thingsOf(thing, 'offers').slice(0, 3);
}

function pathOf(url: string): string {
  return URL.canParse(url)
    ? decodeURI(new URL(url).pathname.replace(/%(?![\da-f]{2})/giu, '')).replace(/\/$/u, '')
    : url;
}

/** Something to buy, to name it by, or somebody's judgement of it. */
export function hasEvidence(thing: Thing): boolean {
  return (
    hasHardEvidence(thing) ||
    ['aggregateRating', 'review', 'reviews', 'brand', 'manufacturer', 'hasReview'].some((name) =>
      thing.properties.has(name),
    )
  );
}

/** Something that articles which call themselves products do not have: an offer, a number, a review that gives a mark. */
function hasHardEvidence(thing: Thing): boolean {
  return (
    thing.properties.has('offers') ||
    thing.properties.has('hasPriceSpecification') ||
    textsOf(thing, ...IDENTIFYING).length > 0 ||
    thingsOf(thing, 'review', 'reviews').some(
      (review) => review.properties.has('reviewRating') && review.properties.has('author'),
    )
  );
}

/** A part, a recommendation, a seller: not what the page is about. */
function isBeside(thing: Thing): boolean {
  for (let at = thing; at.holder; at = at.holder) {
    if (at.role !== undefined && !MAIN_ROLES.test(at.role)) {
      return true;
    }
    if (at.holder.types.some((type) => ARTICLE.test(type) || type === 'BreadcrumbList')) {
      return true;
    }
    if (
      at.role === undefined &&
      kindOfTypes(at.holder.types) !== undefined &&
      !isMentionedKind(kindOfTypes(at.holder.types) ?? 'Product')
    ) {
      return true;
    }
  }
  return false;
}

function isAside(thing: Thing): boolean {
  return Boolean(thing.element?.closest('aside,footer,nav,[role="complementary"],[role="dialog"],[hidden]'));
}
