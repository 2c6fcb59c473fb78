import type { Item, ItemKind } from '../domain/item.ts';
import { normalName } from './normal-name.ts';

/** How sure it is that two things of one title are one: of the same year or maker, or of nothing that says otherwise. */
export type Likeness = 'sure' | 'likely';

/** What a suggestion is made by. */
export type LikeFacts = Pick<Item, 'kind' | 'name' | 'year' | 'creators' | 'brand'>;

/** A release is counted a year apart by different catalogues. */
const YEARS_APART = 1;

/** Kinds that say so little that they may turn out to be any other. */
const VAGUE: readonly ItemKind[] = ['WebPage', 'CreativeWork', 'Product'];

const ARTICLE = /^(?:the|a|an|der|die|das|ein|eine|le|la|les|un|une|el|los|las|il|lo|gli|o|os|as) /u;
const ARTICLE_BEHIND = /,? (?:the|a|an|der|die|das|le|la|les|el|il)$/u;
const YEAR_BEHIND = / ?[([]((?:18|19|20)\d{2})[)\]]$/u;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;

/**
 * What of a title counts when two are compared: no case, accents, signs, article or year behind it. Titles that are equal
 * so may be of one thing; others are not looked at. Empty when it says nothing.
 */
export function titleKey(name: string): string {
  const plain = normalName(name).replace(YEAR_BEHIND, '');
  const bare = plain.replace(ARTICLE_BEHIND, '').replace(ARTICLE, '').replaceAll('&', ' and ');
  return (bare.replace(NOT_LETTERS, ' ').trim() || plain).slice(0, 100);
}

/**
 * Whether two things of one {@link titleKey} may be one.
 *
 * @returns `undefined` where something says that they are two: another kind, another year, other makers
 */
export function likeness(one: LikeFacts, other: LikeFacts): Likeness | undefined {
  if (one.kind !== other.kind && !VAGUE.includes(one.kind) && !VAGUE.includes(other.kind)) {
    return undefined;
  }
  const years = compareYears(yearOf(one), yearOf(other));
  const makers = compareMakers(makersOf(one), makersOf(other));
  if (years === 'differ' || makers === 'differ') {
    return undefined;
  }
  return years === 'same' || makers === 'same' ? 'sure' : 'likely';
}

type Comparison = 'same' | 'differ' | 'unknown';

function yearOf({ year, name }: LikeFacts): number | undefined {
  return year ?? Number(YEAR_BEHIND.exec(name)?.[1] ?? Number.NaN);
}

function compareYears(one = Number.NaN, other = Number.NaN): Comparison {
  return Number.isNaN(one) || Number.isNaN(other)
    ? 'unknown'
    : Math.abs(one - other) <= YEARS_APART
      ? 'same'
      : 'differ';
}

function makersOf({ creators = [], brand }: LikeFacts): string[] {
  return [...creators, ...(brand === undefined ? [] : [brand])].map(makerKey).filter((maker) => maker !== '');
}

/** 'Le Guin, Ursula K.' and 'Ursula K. Le Guin': the same words in another order. */
function makerKey(name: string): string {
  return normalName(name).replace(NOT_LETTERS, ' ').trim().split(' ').sort().join(' ');
}

function compareMakers(one: readonly string[], other: readonly string[]): Comparison {
  if (one.length === 0 || other.length === 0) {
    return 'unknown';
  }
  return one.some((maker) => other.includes(maker)) ? 'same' : 'differ';
}
