import type { RequestRefusal } from '../domain/cast-request.ts';
import type { ThreadRefusal } from '../domain/thread.ts';
import { type MessageKey, t } from './i18n.ts';

const KEYS: Readonly<Record<RequestRefusal | ThreadRefusal, MessageKey>> = {
  ended: 'refusal_over',
  'not-now': 'refusal_not_now',
  'already-accepted': 'refusal_already_accepted',
  accepted: 'refusal_already_accepted',
  'already-asked': 'refusal_already_asked',
  incomplete: 'refusal_incomplete',
  'not-later': 'refusal_not_later',
  'answer-over': 'refusal_answer_over',
  'rule-over': 'refusal_rule_over',
  'too-many': 'refusal_too_much',
  'too-large': 'refusal_too_much',
  'no-thread': 'refusal_over',
  'wrong-copy': 'refusal_broken',
  'unknown-line': 'refusal_broken',
  superseded: 'refusal_quote_changed',
  'unknown-quote': 'refusal_quote_changed',
  'quote-expired': 'refusal_quote_expired',
  'quote-inconsistent': 'refusal_broken',
  'choice-impossible': 'refusal_choice_impossible',
  'price-fixed': 'refusal_price_fixed',
  'counter-open': 'refusal_counter_open',
  'question-open': 'refusal_not_now',
  'no-question': 'refusal_no_question',
  'not-answered': 'refusal_not_answered',
  'no-failure': 'refusal_not_now',
};

/** Why something was not done in a request or in a thread of it, in plain words. */
export function refusalText(refusal: RequestRefusal | ThreadRefusal): string {
  return t(KEYS[refusal]);
}
