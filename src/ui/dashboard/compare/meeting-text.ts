/** How an offer meets what is asked, in plain words. */
import type { LineMeeting, Meeting, MeetLevel } from '../../../app/weigh-quotes.ts';
import type { QuotedValue } from '../../../domain/requirement.ts';
import { formatDecimal } from '../../format-quantity.ts';
import { isolated, t } from '../../i18n.ts';

const LEVELS = {
  met: 'compare_met',
  partly: 'compare_partly',
  not: 'compare_not_met',
  'not-said': 'compare_not_said',
} as const satisfies Record<MeetLevel, string>;

const ASKED = {
  quantity: 'compare_asked_quantity',
  condition: 'compare_asked_condition',
  substitute: 'compare_asked_substitute',
  date: 'compare_asked_date',
  warranty: 'compare_warranty',
} as const satisfies Record<LineMeeting['of'], string>;

/** Of what is to be avoided. */
const AVOIDED = {
  met: 'compare_avoided',
  partly: 'compare_partly_avoided',
  not: 'compare_not_avoided',
} as const satisfies Record<Exclude<MeetLevel, 'not-said'>, string>;

export function levelText(level: MeetLevel): string {
  return t(LEVELS[level]);
}

/** What every line is asked for beside its own requirements. */
export function askedText(of: LineMeeting['of']): string {
  return t(ASKED[of]);
}

/** What the vendor says of it, as far as it could be held against what is wanted. */
export function meetingText({ requirement, level, reason, said }: Meeting): string {
  if (!said) {
    return levelText(level);
  }
  const here = isolated(saidText(said));
  if (level === 'not-said') {
    return `${t(reason === 'alike' ? 'compare_unclear' : 'compare_not_comparable')}: ${here}`;
  }
  // 'Avoided: Rover' would read as if that were what is avoided.
  return requirement.strength === 'avoid' ? t('compare_here', t(AVOIDED[level]), here) : `${levelText(level)}: ${here}`;
}

function saidText(said: QuotedValue): string {
  switch (said.kind) {
    case 'text':
      return said.text;
    case 'flag':
      return t(said.is ? 'intention_value_yes' : 'intention_value_no');
    case 'number':
      return formatDecimal(said.value, said.unit);
  }
}
