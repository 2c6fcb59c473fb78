import type { RequestForProposals } from '../../domain/request-for-proposals.ts';
import type { ThreadId } from '../../domain/ids.ts';
import type { StandingQuote } from '../../domain/thread.ts';
import { firstChoice } from './check-choice.ts';
import { resolveRule, type RuleCandidate, type RuleOutcome } from './resolve-rule.ts';
import { weighQuote } from './weigh-quote.ts';

/** A quote that stands, and whose it is. */
export interface RuleQuote extends StandingQuote {
  readonly thread: ThreadId;
}

/**
 * What the rule of a request comes to with the quotes that stand: each as it is offered, before the person touches it.
 *
 * @returns `undefined` for a request without a rule
 */
export function ruleOutcome(
  request: RequestForProposals,
  quotes: readonly RuleQuote[],
  nowMs: number,
): RuleOutcome | undefined {
  const { rule } = request;
  const asTheyCame = quotes.toSorted((left, right) => left.quotedAtMs - right.quotedAtMs);
  return (
    rule &&
    resolveRule(
      rule,
      asTheyCame.map((one) => candidateOf(request, one)),
      nowMs,
    )
  );
}

/** By then it was quoted: how long it takes is counted from there, so that the outcome does not change by waiting. */
function candidateOf(request: RequestForProposals, { thread, quote, quotedAtMs }: RuleQuote): RuleCandidate {
  const choice = firstChoice(quote, request.lines);
  const { price, musts, isWhole } = weighQuote(request, quote, { choice, nowMs: quotedAtMs });
  return { thread, quote, quotedAtMs, price, isWhole, musts };
}
