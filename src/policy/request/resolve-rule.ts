import type { ThreadId } from '../../domain/ids.ts';
import { compareMoney } from '../../domain/money.ts';
import type { Quote } from '../../domain/quote.ts';
import type { Rule } from '../../domain/request-for-proposals.ts';
import type { MeetLevel } from './meet-requirement.ts';
import type { Price } from './total-to-the-door.ts';

/** A vendor's quote as the rule sees it, in the order in which the quotes came. */
export interface RuleCandidate {
  readonly thread: ThreadId;
  readonly quote: Quote;
  readonly quotedAtMs: number;
  /** Of all lines of the request, as the quote offers them. */
  readonly price: Price;
  /** Whether every line of the request is offered. */
  readonly isWhole: boolean;
  /** How each `must` of the request is met. */
  readonly musts: readonly MeetLevel[];
}

/** Why a vendor's quote is no yes. */
export type RuleMiss =
  | 'after-the-deadline'
  | 'no-longer-valid'
  | 'not-everything'
  | 'must-not-met'
  | 'total-unknown'
  | 'other-currency'
  | 'above-the-price';

export type RuleOutcome =
  | { readonly kind: 'waiting'; readonly untilMs: number }
  | { readonly kind: 'nobody'; readonly missed: readonly MissedCandidate[] }
  /** Only a proposal: the person confirms it, or does not. */
  | {
      readonly kind: 'proposed';
      readonly thread: ThreadId;
      /** Others that said yes, best first. */
      readonly others: readonly ThreadId[];
      readonly missed: readonly MissedCandidate[];
    };

export interface MissedCandidate {
  readonly thread: ThreadId;
  readonly because: RuleMiss;
}

/**
 * What the person's rule comes to. Nothing before its deadline; from then on the same, whenever it is worked out, as long as
 * the quotes are valid. Equal ones stay as they came. Who is near, the person says: whom they did not put in order comes last.
 */
export function resolveRule(rule: Rule, candidates: readonly RuleCandidate[], nowMs: number): RuleOutcome {
  if (nowMs < rule.deadlineMs) {
    return { kind: 'waiting', untilMs: rule.deadlineMs };
  }
  const judged = candidates.map((candidate) => ({ candidate, because: missOf(rule, candidate, nowMs) }));
  const missed = judged.flatMap(({ candidate, because }) => (because ? [{ thread: candidate.thread, because }] : []));
  const yes = judged.flatMap(({ candidate, because }) => (because ? [] : [candidate]));
  const [best, ...others] = yes.toSorted((left, right) =>
    rule.pick === 'nearest' ? placeOf(rule, left) - placeOf(rule, right) : compareTotals(left, right),
  );
  return best
    ? { kind: 'proposed', thread: best.thread, others: others.map(({ thread }) => thread), missed }
    : { kind: 'nobody', missed };
}

function missOf(rule: Rule, candidate: RuleCandidate, nowMs: number): RuleMiss | undefined {
  const { quote, quotedAtMs, price, isWhole, musts } = candidate;
  if (quotedAtMs > rule.deadlineMs) {
    return 'after-the-deadline';
  }
  if (nowMs >= quote.validUntilMs) {
    return 'no-longer-valid';
  }
  if (!isWhole || price.kind === 'impossible') {
    return 'not-everything';
  }
  // What is not said is not met: a rule says yes to what it knows.
  if (musts.some((level) => level !== 'met')) {
    return 'must-not-met';
  }
  if (!price.total) {
    return 'total-unknown';
  }
  if (price.total.currency !== rule.price.currency) {
    return 'other-currency';
  }
  return compareMoney(price.total, rule.price) > 0 ? 'above-the-price' : undefined;
}

function placeOf({ nearestFirst = [] }: Rule, { thread }: RuleCandidate): number {
  const place = nearestFirst.indexOf(thread);
  return place < 0 ? nearestFirst.length : place;
}

function compareTotals({ price: left }: RuleCandidate, { price: right }: RuleCandidate): number {
  return left.kind === 'priced' && right.kind === 'priced' && left.total && right.total
    ? compareMoney(left.total, right.total)
    : 0;
}
