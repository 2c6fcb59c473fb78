import type { Ask, Need, RatingField } from '../../domain/ask.ts';
import type { GivenNeed } from '../../domain/grant.ts';
import type { RecordId } from '../../domain/ids.ts';

/** What the person means to give of one need. */
export interface NeedChoice {
  readonly need: Need;
  readonly isRequired: boolean;
  readonly isTicked: boolean;
  /** The asked fields that go along. */
  readonly fields: readonly RatingField[];
  /** Records kept back. */
  readonly without: readonly RecordId[];
}

/** Everything required is ticked, nothing optional is: neither more than was asked for, nor a trap to be unticked. */
export function firstChoice(ask: Ask): readonly NeedChoice[] {
  const choiceOf = (need: Need, isRequired: boolean): NeedChoice => ({
    need,
    isRequired,
    isTicked: isRequired,
    fields: need.fields ?? [],
    without: [],
  });
  return [...ask.required.map((need) => choiceOf(need, true)), ...ask.optional.map((need) => choiceOf(need, false))];
}

/** What is given: each ticked need, narrowed, never wider than it was asked. */
export function scopeOf(choices: readonly NeedChoice[]): readonly GivenNeed[] {
  return choices.filter(({ isTicked }) => isTicked).map(givenNeed);
}

/** Whether it is less than was required: a required need unticked, or a field or record of a ticked need kept back. */
export function isLess(choices: readonly NeedChoice[]): boolean {
  return choices.some(({ need, isRequired, isTicked, fields, without }) =>
    isTicked ? without.length > 0 || fields.length < (need.fields?.length ?? 0) : isRequired,
  );
}

export function isNothing(choices: readonly NeedChoice[]): boolean {
  return choices.every(({ isTicked }) => !isTicked);
}

function givenNeed({ need, fields, without }: NeedChoice): GivenNeed {
  const { fields: _asked, ...rest } = need;
  return { ...rest, ...(fields.length > 0 && { fields }), ...(without.length > 0 && { without }) };
}
