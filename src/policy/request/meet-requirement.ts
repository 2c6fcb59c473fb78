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
  | 'among-others' // what was wanted is one of several things said, or a part of them
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

/** The first that the vendor says of it; `brand` may stand beside the properties. */
function saidOf(
  property: string,
  { brand, properties }: Pick<OfferedLine, 'brand' | 'properties'>,
): QuotedValue | undefined {
  const name = normalName(property);
  const said = properties.find((other) => normalName(other.property) === name)?.value;
  return said ?? (name === 'brand' && brand !== undefined ? { kind: 'text', text: brand } : undefined);
}

/** What is to be avoided is met by being something else; what can't be compared stays unsaid. */
function turned({ level, reason }: Verdict): Verdict {
  return { level: level === 'met' ? 'not' : level === 'not' ? 'met' : level, reason };
}

function judge(wanted: WantedValue, said: QuotedValue): Verdict {
  switch (wanted.kind) {
    case 'text':
      return judgeText(wanted.anyOf, said);
    case 'range':
      return said.kind === 'number' ? judgeRange(wanted, said) : { level: 'not-said', reason: 'other-sort' };
    case 'flag':
      if (said.kind !== 'flag') {
        return { level: 'not-said', reason: 'other-sort' };
      }
      return said.is === wanted.is ? { level: 'met', reason: 'same' } : { level: 'not', reason: 'other' };
  }
}

function judgeText(anyOf: readonly string[], said: QuotedValue): Verdict {
  if (said.kind === 'flag') {
    return { level: 'not-said', reason: 'other-sort' };
  }
  const text = normalName(said.kind === 'number' ? said.value : said.text);
  const names = anyOf.map(normalName).filter((name) => name !== '');
  if (names.includes(text)) {
    return { level: 'met', reason: 'same' };
  }
  const words = ` ${text.replace(/[/;|+&()]/gu, ' ').replace(/\s+/gu, ' ')} `;
  return names.some((name) => words.includes(` ${name} `))
    ? { level: 'partly', reason: 'among-others' }
    : { level: 'not', reason: 'other' };
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
