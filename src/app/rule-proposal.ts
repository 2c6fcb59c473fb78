import type { RuleOutcome } from '../policy/request/resolve-rule.ts';
import { ruleOutcome } from '../policy/request/rule-outcome.ts';
import type { QuotesToCompare } from './compare-quotes.ts';
import type { AppContext } from './context.ts';

export type { RuleMiss, RuleOutcome } from '../policy/request/resolve-rule.ts';

/**
 * What the rule of a request comes to now. It only proposes: nothing is accepted by it, whatever the time.
 *
 * @returns `undefined` without a rule, and when a quote is accepted already or the request is over
 */
export function ruleProposal(
  { clock }: Pick<AppContext, 'clock'>,
  { request, phase, quotes }: QuotesToCompare,
): RuleOutcome | undefined {
  return phase.kind === 'open' ? ruleOutcome(request, quotes, clock.nowMs()) : undefined;
}
