import type { Decimal } from '../../domain/decimal.ts';
import { compareDecimals } from '../../domain/decimal.ts';
import { compareQuantities, isComparable } from '../../domain/quantity.ts';
import type { OfferedLine } from '../../domain/quote.ts';
import type { QuotedValue, Requirement, WantedValue } from '../../domain/requirement.ts';
import { normalName } from '../normal-name.ts';

/** How far an offer meets a requirement. What nobody said is not guessed, and is not a no. */
export type MeetLevel = 'met' | 'partly' | 'not' | 'not-said';

export type MeetReason =
  | 'same' // it is what was wanted
  | 'in-range'
  | 'among-others' // what was wanted is one of several things said
  | 'alike' // one has the words of the other in it, and more: nobody can tell what they change
  | 'other' // it is something else
  | 'below'
  | 'above'
  | 'other-unit' // told in a unit that can't be compared
  | 'other-sort' // words where a number was wanted, or the like
  | 'not-said';

export interface Meeting {
  readonly requirement: Requirement;
  readonly level: MeetLevel;
  readonly reason: MeetReason;
  /** What the vendor says. */
  readonly said?: QuotedValue;
}

/** What stands between several things said at once. */
const SIGNS_BETWEEN = /[,;/|+&()\n]/u;
const WORDS_BETWEEN = /\s(?:and|und)\s/iu;
const ARTICLE = /^(?:an?|the|ein(?:e[nmrs]?)?|d(?:er|ie|as|en|em))\s+/iu;

type Verdict = Pick<Meeting, 'level' | 'reason'>;

/** Each requirement of a line against what an offer says of itself, in the person's order. */
export function meetRequirements(
  requirements: readonly Requirement[],
  offer: Pick<OfferedLine, 'brand' | 'properties'>,
): readonly Meeting[] {
  return requirements.map((requirement) => {
    const said = saidOf(requirement.property, offer);
    if (said === undefined) {
      return { requirement, level: 'not-said', reason: 'not-said' };
    }
    const verdict = judge(requirement.wanted, said);
    return { requirement, said, ...(requirement.strength === 'avoid' ? turned(verdict) : verdict) };
  });
}

/** What the vendor says of it, all words where it says several; `brand` may stand beside the properties. */
function saidOf(
  property: string,
  { brand, properties }: Pick<OfferedLine, 'brand' | 'properties'>,
): QuotedValue | undefined {
  const name = normalName(property);
  const [said, ...others] = properties.filter((other) => normalName(other.property) === name).map(({ value }) => value);
  if (said?.kind === 'text') {
    return { kind: 'text', text: [said, ...others].flatMap((one) => (one.kind === 'text' ? one.text : [])).join(', ') };
  }
  return said ?? (name === 'brand' && brand !== undefined ? { kind: 'text', text: brand } : undefined);
}

/** What is to be avoided is met by being something else; what can't be compared stays unsaid. */
function turned({ level, reason }: Verdict): Verdict {
  return { level: level === 'met' ? 'not' : level === 'not' ? 'met' : level, reason };
}

function judge(wanted: WantedValue, said: QuotedValue): Verdict {
  switch (wanted.kind) {
    case 'text':
      return judgeText(wanted, said);
    case 'range':
      return said.kind === 'number' ? judgeRange(wanted, said) : { level: 'not-said', reason: 'other-sort' };
    case 'flag':
      if (said.kind !== 'flag') {
        return { level: 'not-said', reason: 'other-sort' };
      }
      return said.is === wanted.is ? { level: 'met', reason: 'same' } : { level: 'not', reason: 'other' };
  }
}

/**
 * Words against words, whatever their case, accents and articles. One of several: met, when all that is said is among them. All
 * of them: met, when each is among what is said, and partly, when one is. 'By train' and 'train' may be the same or not: that
 * stays open.
 */
function judgeText({ anyOf, isAll }: Extract<WantedValue, { readonly kind: 'text' }>, said: QuotedValue): Verdict {
  if (said.kind === 'flag') {
    return { level: 'not-said', reason: 'other-sort' };
  }
  const text = said.kind === 'number' ? said.value : said.text;
  const names = anyOf.map(bareName).filter((name) => name !== '');
  const parts = text.split(SIGNS_BETWEEN).map((part) => [part, ...part.split(WORDS_BETWEEN)].map(bareName));
  const heard = new Set([bareName(text), ...parts.flat()]);
  const isMet = isAll
    ? names.every((name) => heard.has(name))
    : names.includes(bareName(text)) ||
      parts.every(([whole = '', ...some]) => [[whole], some].some((all) => all.every((one) => names.includes(one))));
  if (isMet) {
    return { level: 'met', reason: 'same' };
  }
  if (names.some((name) => heard.has(name))) {
    return { level: 'partly', reason: 'among-others' };
  }
  return names.some((name) => [...heard].some((one) => hasWords(one, name) || hasWords(name, one)))
    ? { level: 'not-said', reason: 'alike' }
    : { level: 'not', reason: 'other' };
}

/** Whether all of `words`, one after the other, are in `text`. */
function hasWords(text: string, words: string): boolean {
  return words !== '' && ` ${text} `.includes(` ${words} `);
}

function bareName(text: string): string {
  return normalName(text.trim().replace(ARTICLE, ''));
}

function judgeRange(
  { min, max, unit }: Extract<WantedValue, { readonly kind: 'range' }>,
  said: Extract<QuotedValue, { readonly kind: 'number' }>,
): Verdict {
  const canCompare = unit === said.unit || (unit && said.unit && isComparable(unit, said.unit));
  if (!canCompare) {
    return { level: 'not-said', reason: 'other-unit' };
  }
  const against = (end: Decimal): number =>
    (unit && said.unit && compareQuantities({ value: said.value, unit: said.unit }, { value: end, unit })) ??
    compareDecimals(said.value, end);
  if (min !== undefined && against(min) < 0) {
    return { level: 'not', reason: 'below' };
  }
  return max !== undefined && against(max) > 0
    ? { level: 'not', reason: 'above' }
    : { level: 'met', reason: 'in-range' };
}
